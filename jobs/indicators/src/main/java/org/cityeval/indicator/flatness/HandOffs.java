package org.cityeval.indicator.flatness;

import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.RequestIndicator;
import org.cityeval.indicator.Requests;
import org.cityeval.indicator.Result;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;
import org.hipparchus.distribution.continuous.TDistribution;

/** Through how many hands a request went: the shorter the path, the flatter the government. */
public final class HandOffs implements RequestIndicator {
  private static final String METHOD = "student_t";

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("F1", "hand_offs")
          .title("Hand-offs", "转办次数")
          .plainly(
              "How often a citizen's request was passed from one agency to another.",
              "一件市民诉求平均在部门之间转办多少次。")
          .dimension(Dimension.FLATNESS)
          .unit(Unit.HAND_OFFS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .readsRequests()
          .definition(
              "Mean number of times a service request was handed from one agency to another, open ones"
                  + " with the hand-offs they have had so far."
                  + Requests.RULE,
              Requests.MINIMUM)
          .formula("Σ h / n")
          .uncertainty(
              "Student's t over requests, which are taken as independent; cut at 0. None where all were"
                  + " handed on equally often.")
          .cites("Student (1908), Biometrika 6:1", "Open311 GeoReport v2 (agency_responsible)")
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(RequestTally requests, Parameters parameters, long seed) {
    return Requests.judge(
        requests,
        HandOffs::tells,
        "how often requests were handed on",
        () -> mean(requests, parameters.uncertainty().level()));
  }

  private static boolean tells(RequestGroup group) {
    return group.handOffs() >= 0;
  }

  private static Result mean(RequestTally requests, double level) {
    double n = requests.count(HandOffs::tells);
    double sum = 0;
    double squares = 0;
    for (RequestGroup group : requests.groups()) {
      double count = tells(group) ? group.count() : 0;
      sum += count * group.handOffs();
      squares += count * group.handOffs() * group.handOffs();
    }
    double mean = sum / n;
    double variance = (squares - n * mean * mean) / (n - 1);
    Result result = Result.ok(mean).with("hand_offs", (long) sum);
    if (variance <= 0) {
      return result;
    }
    double t = new TDistribution(n - 1).inverseCumulativeProbability((1 + level) / 2);
    double reach = t * Math.sqrt(variance / n);
    return result.withInterval(
        new Interval(Math.max(0, mean - reach), mean + reach, level, n - 1, METHOD));
  }
}
