package org.cityeval.numeric.recovery;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.Quantiles;

/** What a normal day looked like, over a named stretch of days before the emergency. */
public final class WeekdayBaseline {
  private WeekdayBaseline() {}

  /**
   * Median of the observed values for each day of the week.
   *
   * @param isoWeekday 1 Monday to 7 Sunday, one per day
   * @param from first day, included
   * @param to end of the stretch, not included
   * @return 8 values, index 1 Monday to 7 Sunday, index 0 {@code NaN}; {@code NaN} for a weekday
   *     not observed in the stretch
   */
  public static double[] medians(double[] daily, int[] isoWeekday, int from, int to) {
    Domain.sameLength("daily", daily.length, "isoWeekday", isoWeekday.length);
    requireStretch(daily, from, to);
    double[] medians = new double[8];
    medians[0] = Double.NaN;
    for (int weekday = 1; weekday <= 7; weekday++) {
      int wanted = weekday;
      medians[weekday] =
          Quantiles.median(
              IntStream.range(from, to)
                  .filter(day -> isoWeekday[day] == wanted)
                  .mapToDouble(day -> daily[day])
                  .toArray());
    }
    return medians;
  }

  /**
   * Mean of the observed values from day {@code from} to before {@code to}, every weekday alike.
   */
  public static double mean(double[] daily, int from, int to) {
    requireStretch(daily, from, to);
    return Moments.mean(Arrays.copyOfRange(daily, from, to));
  }

  private static void requireStretch(double[] daily, int from, int to) {
    if (from < 0 || to < from || to > daily.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "No stretch from %d to %d in %d days", from, to, daily.length));
    }
  }
}
