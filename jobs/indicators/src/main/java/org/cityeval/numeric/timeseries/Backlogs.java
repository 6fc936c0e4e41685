package org.cityeval.numeric.timeseries;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.cityeval.numeric.statistics.Quantiles;

/**
 * Finds days of a daily count that hold the cases of other days: a Hampel identifier on the square
 * root scale.
 *
 * <p>The scale is 2·sqrt(n + 3/8), on which a Poisson count has a standard deviation of 1 (Anscombe
 * 1948). A day stands out if it lies more than five deviations above the median of the seven days
 * before and after it (Hampel 1974; Davies and Gather 1993). The deviation is the largest of 1, of
 * 1.4826 median absolute deviations, and of what the upper decile says. So a district which reports
 * once a week has wide deviations. Growth and peaks have neighbours of their size; so a day must
 * also be more than twice its highest neighbour.
 *
 * <p>The last days of a series have no days after them, and growth looks alike. They are held
 * against the 14 days before, and must be 10 deviations above and more than five times the highest.
 */
public final class Backlogs {
  /** Days on either side. */
  static final int BESIDE = 7;

  static final int DEVIATIONS = 5;
  private static final double TIMES_HIGHEST = 2;

  private static final int BEFORE_THE_LAST = 14;
  private static final double DEVIATIONS_OF_THE_LAST = 10;
  private static final double TIMES_HIGHEST_OF_THE_LAST = 5;

  /** Observed days a side needs. */
  private static final int FEWEST_BESIDE = 3;

  private static final int FEWEST_BEFORE_THE_LAST = 7;

  /** Makes the median absolute deviation of a normal sample estimate its standard deviation. */
  private static final double MAD_TO_SD = 1.4826;

  private static final double DECILE = 0.9;

  /** The upper decile of the standard normal distribution. */
  private static final double DECILE_TO_SD = 1.2816;

  private Backlogs() {}

  /**
   * Which days stand out.
   *
   * @param counts daily counts, not smoothed; {@code NaN} and negative days are not observed
   * @return one value a day; false where too few days beside it are observed, and for infinite days
   */
  public static boolean[] find(double[] counts) {
    double[] scaled = Arrays.stream(counts).map(Backlogs::scaled).toArray();
    boolean[] found = new boolean[counts.length];
    for (int day = 0; day < counts.length; day++) {
      if (!(counts[day] > 0) || Double.isInfinite(counts[day])) {
        continue;
      }
      double[] before = observed(scaled, day - BESIDE, day - 1);
      double[] after = observed(scaled, day + 1, day + BESIDE);
      if (after.length >= FEWEST_BESIDE && before.length >= FEWEST_BESIDE) {
        double[] beside =
            DoubleStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray();
        found[day] = standsOut(counts[day], beside, DEVIATIONS, TIMES_HIGHEST);
      } else if (after.length < FEWEST_BESIDE) {
        double[] beside =
            DoubleStream.concat(
                    Arrays.stream(observed(scaled, day - BEFORE_THE_LAST, day - 1)),
                    Arrays.stream(after))
                .toArray();
        found[day] =
            beside.length >= FEWEST_BEFORE_THE_LAST
                && standsOut(
                    counts[day], beside, DEVIATIONS_OF_THE_LAST, TIMES_HIGHEST_OF_THE_LAST);
      }
    }
    return found;
  }

  /** Whether a count lies further above the usual one than chance alone would put it. */
  static boolean standsOut(double count, double usual) {
    return scaled(count) - scaled(usual) > DEVIATIONS;
  }

  private static boolean standsOut(
      double count, double[] beside, double deviations, double timesHighest) {
    double usual = Quantiles.median(beside);
    double absolute =
        Quantiles.median(Arrays.stream(beside).map(b -> Math.abs(b - usual)).toArray());
    double upper = (Quantiles.of(beside, DECILE) - usual) / DECILE_TO_SD;
    double deviation = Math.max(1, Math.max(MAD_TO_SD * absolute, upper));
    double highest = counted(Arrays.stream(beside).max().orElse(Double.NaN));
    return scaled(count) - usual > deviations * deviation && count > timesHighest * highest;
  }

  private static double[] observed(double[] scaled, int from, int to) {
    return Arrays.stream(scaled, Math.max(0, from), Math.min(scaled.length, Math.max(0, to + 1)))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static double scaled(double count) {
    return count >= 0 ? 2 * Math.sqrt(count + 0.375) : Double.NaN;
  }

  private static double counted(double scaled) {
    return Math.max(0, scaled * scaled / 4 - 0.375);
  }
}
