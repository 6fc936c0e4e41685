package org.cityeval.numeric.ranking;

import org.cityeval.numeric.statistics.OrderStatistic;

/** The quantile of the largest distance over the draws, without sorting them all. */
final class CriticalValue {
  private CriticalValue() {}

  /**
   * Type 7 of Hyndman and Fan (1996), as {@link org.cityeval.numeric.statistics.Quantiles}, of the
   * square roots.
   *
   * @param squares not {@code NaN}; put into another order
   * @param level in 0..1
   */
  static double of(double[] squares, double level) {
    double position = (squares.length - 1) * level;
    int below = (int) position;
    double share = position - below;
    double low = Math.sqrt(OrderStatistic.select(squares, below));
    if (share == 0) {
      return low;
    }
    double next = Double.POSITIVE_INFINITY;
    for (int i = below + 1; i < squares.length; i++) {
      next = Math.min(next, squares[i]);
    }
    return low + share * (Math.sqrt(next) - low);
  }
}
