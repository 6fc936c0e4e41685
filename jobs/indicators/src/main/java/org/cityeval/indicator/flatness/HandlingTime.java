package org.cityeval.indicator.flatness;

import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.RequestIndicator;
import org.cityeval.indicator.Requests;
import org.cityeval.indicator.Result;
import org.cityeval.numeric.survival.KaplanMeier;
import org.cityeval.request.RequestGroup;
import org.cityeval.request.RequestTally;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/** How long a citizen waits. Requests that are still open have waited too. */
public final class HandlingTime implements RequestIndicator {
  private static final String METHOD = "kaplan_meier";
  private static final double NINE_IN_TEN = 0.9;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("F2", "handling_time")
          .title("Handling time", "办理时长")
          .plainly(
              "How many hours went by until half of the citizens' requests were closed.",
              "半数市民诉求办结所用的小时数。")
          .dimension(Dimension.FLATNESS)
          .unit(Unit.HOURS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .readsRequests()
          .definition(
              "Hours from opening to closing by which half of the service requests were closed"
                  + " (Kaplan-Meier). A request that is still open counts with the hours it had"
                  + " been open when its register was last heard of. That is the last opening or"
                  + " closing it tells of, or the end of the day of publication where that is"
                  + " earlier. Times are to the minute. Censored where half were not closed. The"
                  + " time by which nine in ten were closed, and how many were closed the moment"
                  + " they were opened, are parts."
                  + Requests.RULE,
              Requests.MINIMUM)
          .formula("min{t : S(t) < 0.5}, S by Kaplan-Meier (mid-step where S = 0.5)")
          .uncertainty(
              "Interval of the median by inverting that of the survival (Brookmeyer & Crowley"
                  + " 1982), Greenwood's variance; an end that is not reached stays open.")
          .cites(
              "Kaplan & Meier (1958), JASA 53:457", "Brookmeyer & Crowley (1982), Biometrics 38:29")
          // 2: open requests no longer count as open until UTC midnight after the publication.
          .methodVersion(2)
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(RequestTally requests, Parameters parameters, long seed) {
    return Requests.judge(
        requests,
        HandlingTime::tells,
        "when requests were closed",
        () -> median(requests, parameters.uncertainty().level()));
  }

  private static boolean tells(RequestGroup group) {
    return group.hours() >= 0;
  }

  private static Result median(RequestTally requests, double level) {
    var groups = requests.groups().stream().filter(HandlingTime::tells).toList();
    boolean[] closed = new boolean[groups.size()];
    long[] count = new long[closed.length];
    for (int i = 0; i < closed.length; i++) {
      closed[i] = groups.get(i).closed();
      count[i] = groups.get(i).count();
    }
    double[] hours = groups.stream().mapToDouble(RequestGroup::hours).toArray();
    KaplanMeier curve = KaplanMeier.of(hours, closed, count);
    KaplanMeier.Median median = curve.median(level);
    Result result =
        Double.isNaN(median.time())
            ? Result.censored(curve.lastObserved(), "half of the requests were not closed")
            : Result.ok(median.time());
    if (!Double.isNaN(median.time()) && !Double.isNaN(median.interval().low())) {
      result =
          result.withInterval(
              new Interval(median.interval().low(), median.interval().high(), level, METHOD));
    }
    double ninety = curve.timeBelow(1 - NINE_IN_TEN);
    result = Double.isNaN(ninety) ? result : result.with("hours_nine_in_ten", ninety);
    return result
        .with("open", requests.count(group -> !group.closed()))
        .with("closed_at_once", requests.count(group -> group.closed() && group.hours() == 0));
  }
}
