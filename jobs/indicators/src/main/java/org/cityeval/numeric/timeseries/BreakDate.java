package org.cityeval.numeric.timeseries;

import java.util.Arrays;
import java.util.Optional;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Domain;

/**
 * The one day that best divides a series into two levels, and how surely it is dated.
 *
 * <p>Source: Bai (1997); the interval lets the scatter differ before and after, and holds for
 * deviations that are independent from day to day. Days that are {@code NaN} are passed over as in
 * {@link ChangePoints}: {@code day} is the 0-based first observed day of the new level.
 *
 * @param interval of {@code day}, both ends observed days of the series, cut at its ends
 * @param before mean of the days before {@code day}, in the unit of the series
 * @param after mean of {@code day} and the days after
 * @param squaresWithout sum of squares about one mean for all days; infinite only where too large
 * @param squaresWith sum of squares about the two means
 * @param observed days that are not {@code NaN}
 */
public record BreakDate(
    int day,
    Bounds interval,
    double before,
    double after,
    double squaresWithout,
    double squaresWith,
    int observed) {
  /** A sum whose terms fall faster than this stops here. */
  private static final double NEGLIGIBLE = 1e-17;

  /** Part of a day that is not worth another whole one. */
  private static final double ROUNDING = 1e-9;

  /** Variance up to this share of the squared step is rounding. */
  private static final double UNSCATTERED = 1e-24;

  /** Below this the p-value is 1 to 12 digits, and its series slow to settle. */
  private static final double SURELY_CHANCE = 0.2;

  /**
   * Greatest excursion of the running sum of deviations from the mean, in standard deviations of
   * all of it.
   *
   * <p>Source: Ploberger and Krämer (1992), the OLS-based CUSUM test.
   *
   * @param statistic 0 or more; {@code NaN} for a series that is constant, has one day, or an
   *     infinite one
   * @param pValue chance of at least that in a series of one level and independent deviations
   */
  public record Cusum(double statistic, double pValue) {}

  /**
   * The break of least squares; of equally good days the first.
   *
   * @param daily without an infinite day
   * @param shortest observed days on either side of it, at least 1
   * @param level nominal coverage of the interval in 0..1
   * @return empty where fewer than twice {@code shortest} days are observed, or the series is
   *     constant
   */
  public static Optional<BreakDate> of(double[] daily, int shortest, double level) {
    if (shortest < 1 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "No break with shortest side of " + shortest + " days and level " + level);
    }
    ObservedDays observed = ObservedDays.ofFinite(daily);
    int days = observed.count();
    if (days < 2L * shortest || observed.isConstant()) {
      return Optional.empty();
    }
    BinaryScale scale = BinaryScale.of(observed.value());
    double[] values = scale.reduced(observed.value());
    SegmentCost.RunningSums sums = SegmentCost.RunningSums.of(values);
    int at = shortest;
    double least = Double.POSITIVE_INFINITY;
    for (int k = shortest; k <= days - shortest; k++) {
      double squares = sums.squares(0, k) + sums.squares(k, days);
      if (squares < least) {
        least = squares;
        at = k;
      }
    }
    double before = mean(values, 0, at);
    double after = mean(values, at, days);
    double squaresBefore = squares(values, 0, at, before);
    double squaresAfter = squares(values, at, days, after);
    double shift = (after - before) * (after - before);
    double varianceBefore = squaresBefore / at;
    double varianceAfter = squaresAfter / (days - at);
    double tail = (1 - level) / 2;
    // An estimate too late by m means a true break m days earlier: the sides change places.
    double early = reach(tail, varianceAfter, varianceBefore, shift);
    double late = reach(tail, varianceBefore, varianceAfter, shift);
    Bounds interval =
        new Bounds(
            observed.day()[(int) Math.max(1, at - early)],
            observed.day()[(int) Math.min(days - 1.0, at + late)]);
    return Optional.of(
        new BreakDate(
            observed.day()[at],
            interval,
            scale.restored(before),
            scale.restored(after),
            squared(scale, squares(values, 0, days, mean(values, 0, days))),
            squared(scale, squaresBefore + squaresAfter),
            days));
  }

  /** F statistic of the break against none: at its day it is the greatest, the supF of Andrews. */
  public double supF() {
    return (squaresWithout - squaresWith) / (squaresWith / (observed - 2));
  }

  /** The test for any change of the level, without a day for it; {@code NaN} days passed over. */
  public static Cusum cusum(double[] daily) {
    ObservedDays observed = ObservedDays.of(daily);
    int days = observed.count();
    if (days < 2 || observed.isConstant() || Domain.holdsInfinity(daily)) {
      return new Cusum(Double.NaN, Double.NaN);
    }
    double[] values = BinaryScale.of(observed.value()).reduced(observed.value());
    double mean = mean(values, 0, days);
    double unit = Math.sqrt(squares(values, 0, days, mean) / (days - 1) * days);
    double sum = 0;
    double farthest = 0;
    for (double value : values) {
      sum += value - mean;
      farthest = Math.max(farthest, Math.abs(sum));
    }
    return new Cusum(farthest / unit, bridgeBeyond(farthest / unit));
  }

  /** Whole days, rounded up; 0 only where the days on that side do not scatter at all. */
  private static double reach(
      double tail, double variance, double varianceOfOtherSide, double shift) {
    if (variance <= UNSCATTERED * shift) {
      return 0;
    }
    if (shift == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double offset = BreakOffset.exceededWith(tail, variance / varianceOfOtherSide);
    return Math.max(1, Math.ceil(offset * variance / shift - ROUNDING));
  }

  /** Chance that a Brownian bridge goes farther than {@code distance} from 0 (Kolmogorov 1933). */
  private static double bridgeBeyond(double distance) {
    if (distance < SURELY_CHANCE) {
      return 1;
    }
    double sum = 0;
    double term = 1;
    for (int k = 1; term > NEGLIGIBLE; k++) {
      term = Math.exp(-2.0 * k * k * distance * distance);
      sum += k % 2 == 1 ? term : -term;
    }
    return Math.min(1, 2 * sum);
  }

  private static double squared(BinaryScale scale, double squares) {
    return scale.restored(scale.restored(squares));
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }

  private static double squares(double[] values, int from, int to, double mean) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return squares;
  }
}
