package org.cityeval.indicator;

import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.StudentT;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.numeric.timeseries.LongRunError;

/**
 * A value that is made of days which depend on the days before them, and its interval. Where
 * several districts are pooled, a day counts more or less in all of them at once, which keeps the
 * dependence between districts.
 *
 * @param days of the period, observed or not
 * @param daysBehind of those that the value rests on, such as the days at risk
 * @param scale on which its error is even
 * @param weighted the value by how much each day counts, above 0; {@code NaN} where it is undefined
 */
public record DayStatistic(int days, int daysBehind, ErrorScale scale, DayWeighted weighted) {
  /** How an interval found this way names its method. */
  public static final String METHOD = "long_run_t";

  /** What a spec says of an interval found this way. */
  public static final String DESCRIPTION =
      "Student's t over the long-run error of dependent days. It averages slow cosines:"
          + " 0.4·days^(2/3), at least 2. Their number is the degrees of freedom. The second-order"
          + " error of a value that is not linear in the days is included. A share of 0 or 1 is"
          + " bounded as if one day in nine were independent, the fewest it can rest on. None where"
          + " no day makes a difference.";

  /** The same where districts are pooled. */
  public static final String JOINT_DESCRIPTION =
      DESCRIPTION + " A day counts in all districts of a city at once.";

  /** What a spec cites for it. */
  public static final String SOURCE =
      "Lazarus, Lewis, Stock & Watson (2018), J. Bus. Econ. Stat. 36:541";

  private static final double ROUNDING = 1e-12;

  /** The sum over the days of what each adds, 0 or more. */
  public static DayStatistic total(double[] daily) {
    return new DayStatistic(
        daily.length,
        daily.length,
        ErrorScale.POSITIVE,
        DayWeighted.of(
            weights -> {
              double sum = 0;
              for (int day = 0; day < weights.length; day++) {
                sum += weights[day] * daily[day];
              }
              return sum;
            },
            weight -> sums(daily, weight)));
  }

  /** The mean over the observed days; a day without a value is {@code NaN}. */
  public static DayStatistic meanOf(double[] daily) {
    return new DayStatistic(
        daily.length,
        Moments.observed(daily),
        ErrorScale.LINEAR,
        DayWeighted.of(weights -> mean(daily, weights), weight -> means(daily, weight)));
  }

  /** The mean over the observed days; {@code NaN} where none is. */
  public static double mean(double[] daily, double[] weights) {
    double sum = 0;
    double days = 0;
    for (int day = 0; day < daily.length; day++) {
      if (!Double.isNaN(daily[day])) {
        sum += weights[day] * daily[day];
        days += weights[day];
      }
    }
    return days == 0 ? Double.NaN : sum / days;
  }

  /** By the one day that counts {@code weight}, the sum over the days; the others count once. */
  public static double[] sums(double[] daily, double weight) {
    double[] sums = new double[daily.length];
    double once = 0;
    for (int day = 0; day < daily.length; day++) {
      double value = daily[day];
      // What adds nothing leaves every sum as it is.
      if (value != 0) {
        for (int other = 0; other < day; other++) {
          sums[other] += value;
        }
      }
      sums[day] = once + weight * value;
      once += value;
    }
    return sums;
  }

  /** By the one day that counts {@code weight}, the {@link #mean}; the others count once. */
  public static double[] means(double[] daily, double weight) {
    double[] sums = new double[daily.length];
    double[] days = new double[daily.length];
    double sum = 0;
    double count = 0;
    for (int day = 0; day < daily.length; day++) {
      double value = daily[day];
      boolean observed = !Double.isNaN(value);
      sums[day] = sum + (observed ? weight * value : 0);
      days[day] = count + (observed ? weight : 0);
      if (observed) {
        for (int other = 0; other < day; other++) {
          sums[other] += value;
          days[other]++;
        }
        sum += value;
        count++;
      }
    }
    for (int day = 0; day < daily.length; day++) {
      sums[day] = days[day] == 0 ? Double.NaN : sums[day] / days[day];
    }
    return sums;
  }

  /** The value of the days as they were. */
  public double value() {
    return weighted.applyAsDouble(LongRunError.once(days));
  }

  /** The result with the interval of its value; one that is not ok as it is. */
  public Result bound(Result result, double level) {
    if (result.status() != Status.OK) {
      return result;
    }
    return bound(result, LongRunError.of(days, weighted), scale, daysBehind, level);
  }

  /** The result with the interval that the error of its value gives, if it gives one. */
  public static Result bound(
      Result result, LongRunError error, ErrorScale scale, int daysBehind, double level) {
    if (result.status() != Status.OK || Double.isNaN(error.standardError())) {
      return result;
    }
    double value = result.value();
    // An error of rounding alone is none: an interval of no width would claim to be sure.
    boolean varies = error.standardError() > ROUNDING * Math.max(1, Math.abs(value));
    Bounds bounds =
        scale.interval(
            value - (varies ? error.bias() : 0),
            varies ? error.standardError() : 0,
            daysBehind * LongRunError.FEWEST_INDEPENDENT,
            new StudentT(error.degreesOfFreedom()).quantile((1 + level) / 2));
    return bounds.isFinite()
        ? result.withInterval(
            new Interval(
                Math.min(bounds.low(), value),
                Math.max(bounds.high(), value),
                level,
                error.degreesOfFreedom(),
                METHOD))
        : result;
  }
}
