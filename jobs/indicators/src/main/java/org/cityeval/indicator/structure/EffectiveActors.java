package org.cityeval.indicator.structure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.RequestIndicator;
import org.cityeval.indicator.Requests;
import org.cityeval.indicator.Result;
import org.cityeval.numeric.diversity.HillNumbers;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** How plural the government is that citizens meet. */
public final class EffectiveActors implements RequestIndicator {
  private static final String METHOD = "entropy_normal";
  private static final double ROUNDING = 1e-15;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("S1", "effective_actors")
          .title("Effective actors", "有效主体数")
          .plainly(
              "Among how many agencies the work was spread, counting each by how busy it was.",
              "诉求实际由多少个部门分担，按各部门的工作量折算。")
          .dimension(Dimension.STRUCTURE)
          .unit(Unit.EFFECTIVE_NUMBER)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .readsRequests()
          .definition(
              "How many agencies, were all equally busy, would answer requests as variously"
                  + " as those that did: the Hill number of order 1. It is the exponential of the"
                  + " entropy of the shares of requests that each agency answered; open ones count"
                  + " for the agency that has them. The Hill number of order 2 and the estimate of"
                  + " Chao and Shen, which allows for agencies not seen, are parts."
                  + Requests.RULE,
              Requests.MINIMUM)
          .formula("exp(−Σ p_a·ln p_a)")
          .uncertainty(
              "Normal interval of the entropy (Basharin 1959), exponentiated, cut at 1 below and at the"
                  + " number of agencies above.")
          .cites("Hill (1973), Ecology 54:427", "Chao & Shen (2003)", "Basharin (1959)")
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(RequestTally requests, Parameters parameters, long seed) {
    return Requests.judge(
        requests,
        group -> group.agency() != null,
        "which agency answered",
        () -> number(counts(requests), parameters.uncertainty().level()));
  }

  private static long[] counts(RequestTally requests) {
    Map<String, Long> counts = new TreeMap<>();
    for (RequestGroup group : requests.groups()) {
      if (group.agency() != null) {
        counts.merge(group.agency(), group.count(), Long::sum);
      }
    }
    return counts.values().stream().mapToLong(Long::longValue).toArray();
  }

  private static Result number(long[] counts, double level) {
    double[] shares = Arrays.stream(counts).asDoubleStream().toArray();
    double n = Arrays.stream(shares).sum();
    double entropy = HillNumbers.entropy(shares);
    double squares = 0;
    for (double count : shares) {
      squares += count / n * Math.pow(Math.log(count / n), 2);
    }
    Result result =
        Result.ok(Math.exp(entropy))
            .with("agencies", counts.length)
            .with("order_2", HillNumbers.number(shares, 2))
            .with("chao_shen", Math.exp(HillNumbers.entropyOfWhole(counts)));
    double variance = (squares - entropy * entropy) / n;
    if (variance <= ROUNDING) {
      return result;
    }
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double reach = z * Math.sqrt(variance);
    return result.withInterval(
        new Interval(
            Math.max(1, Math.exp(entropy - reach)),
            Math.min(counts.length, Math.exp(entropy + reach)),
            level,
            METHOD));
  }
}
