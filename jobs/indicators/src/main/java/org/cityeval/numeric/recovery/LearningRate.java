package org.cityeval.numeric.recovery;

import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.WeightedLine;

/**
 * How much less each doubling of experience leaves: a cost that falls as a power of the number of
 * waves gone through.
 *
 * <p>Source: Wright (1936).
 */
public final class LearningRate {
  /** Two waves always lie on a line. */
  public static final int LEAST_WAVES = 3;

  private LearningRate() {}

  /**
   * Share by which the cost falls with each doubling of the number of waves. It is 1 - 2^b, where b
   * is the slope of a least squares line through the logarithms of cost and wave. Below 1; 0 is no
   * learning, negative a cost that grows.
   *
   * @param cost of wave 1, 2 and so on, above zero, such as a duration; a {@code NaN} wave is
   *     passed over and keeps its number
   * @return {@code NaN} for fewer than three waves observed, or with a cost of zero or less, such
   *     as a negative lag, which has no logarithm, or an infinite one
   */
  public static double of(double[] cost) {
    if (Moments.observed(cost) < LEAST_WAVES) {
      return Double.NaN;
    }
    WeightedLine line = new WeightedLine();
    for (int wave = 1; wave <= cost.length; wave++) {
      double value = cost[wave - 1];
      if (value <= 0 || Double.isInfinite(value)) {
        return Double.NaN;
      }
      if (!Double.isNaN(value)) {
        line.add(1, Math.log(wave), Math.log(value));
      }
    }
    double rate = 1 - Math.pow(2, line.slope());
    return Double.isInfinite(rate) ? Double.NaN : rate;
  }
}
