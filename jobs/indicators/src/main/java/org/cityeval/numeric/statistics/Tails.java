package org.cityeval.numeric.statistics;

import java.util.Locale;

/**
 * How often chance alone does as much, upward and downward: one-sided p-values in 0..1 of a
 * statistic among its values under rearrangement. {@code NaN} where there is no statistic.
 *
 * @param upper share at or above the statistic
 * @param lower share at or below it
 */
public record Tails(double upper, double lower) {
  /** Fewer rearrangements give too coarse a p-value. */
  public static final int LEAST_DRAWS = 999;

  /** The tails of a statistic that does not exist. */
  public static final Tails UNDEFINED = new Tails(Double.NaN, Double.NaN);

  /**
   * The tails from random rearrangements. The arrangement observed counts as one of them, so that
   * no p-value is zero (Davison and Hinkley 1997).
   *
   * @param above rearrangements at or above the statistic
   * @param below rearrangements at or below it
   */
  public static Tails ofDraws(int above, int below, int draws) {
    if (above < 0 || below < 0 || above > draws || below > draws) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d draws above and %d below are none of %d draws",
              above,
              below,
              draws));
    }
    return new Tails((above + 1.0) / (draws + 1.0), (below + 1.0) / (draws + 1.0));
  }

  /**
   * Refuses too few rearrangements.
   *
   * @throws IllegalArgumentException for fewer than {@link #LEAST_DRAWS}
   */
  public static void requireEnough(int draws) {
    if (draws < LEAST_DRAWS) {
      throw new IllegalArgumentException(
          "At least " + LEAST_DRAWS + " draws, or permutations, are enough, not " + draws);
    }
  }

  /** Twice the smaller tail, at most 1. */
  public double twoSided() {
    return Math.min(1, 2 * Math.min(upper, lower));
  }
}
