package org.cityeval.indicator.efficiency;

import java.util.List;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.survival.KaplanMeier;

/**
 * How long something took in the districts of a city, those where it had not happened yet included:
 * a mean could only be taken of the others.
 */
final class DistrictTimes {
  static final String METHOD = "kaplan_meier";

  private final KaplanMeier curve;
  private final int districts;
  private final int reached;
  private final double longest;

  /** One district: days, and whether it happened then or had not until then. */
  record Time(double days, boolean reached) {}

  DistrictTimes(List<Time> times) {
    double[] days = times.stream().mapToDouble(Time::days).toArray();
    boolean[] event = new boolean[days.length];
    int happened = 0;
    double last = 0;
    for (int i = 0; i < event.length; i++) {
      event[i] = times.get(i).reached();
      happened += event[i] ? 1 : 0;
      last = Math.max(last, days[i]);
    }
    this.curve = KaplanMeier.of(days, event);
    this.districts = days.length;
    this.reached = happened;
    this.longest = last;
  }

  /** The median with its interval at {@code level}; censored where half had not got there. */
  Result median(double level, String notReached) {
    KaplanMeier.Median median = curve.median(level);
    return Double.isNaN(median.time())
        ? Result.censored(longest, notReached)
        : withInterval(Result.ok(median.time()), median.interval(), level);
  }

  /** Adds how many districts there are, how many got there, and their restricted mean. */
  Result explain(Result result, String verb) {
    return result
        .with("districts", districts)
        .with("districts_" + verb, reached)
        .with("restricted_mean_days", curve.restrictedMean(longest).mean())
        .with("restricted_to_days", longest);
  }

  /** Adds to a city's own result the median of its districts; where there are any. */
  static Result beside(Result whole, List<Time> times, String verb, Parameters parameters) {
    if (times.isEmpty()) {
      return whole;
    }
    DistrictTimes all = new DistrictTimes(times);
    KaplanMeier.Median median = all.curve.median(parameters.uncertainty().level());
    Result result = all.explain(whole, verb);
    return Double.isNaN(median.time())
        ? result
        : result
            .with("districts_median", median.time())
            .with("districts_median_low", median.interval().low())
            .with("districts_median_high", median.interval().high());
  }

  private static Result withInterval(Result result, Bounds ends, double level) {
    return Double.isNaN(ends.low()) && Double.isNaN(ends.high())
        ? result
        : result.withInterval(new Interval(ends.low(), ends.high(), level, METHOD));
  }
}
