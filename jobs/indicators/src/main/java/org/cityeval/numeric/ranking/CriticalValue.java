package org.cityeval.numeric.ranking;

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
    double low = Math.sqrt(select(squares, below));
    if (share == 0) {
      return low;
    }
    double next = Double.POSITIVE_INFINITY;
    for (int i = below + 1; i < squares.length; i++) {
      next = Math.min(next, squares[i]);
    }
    return low + share * (Math.sqrt(next) - low);
  }

  /**
   * The value that would stand at {@code position} were they sorted; no value after it is smaller
   * then, and none before it larger (Hoare 1961).
   */
  private static double select(double[] values, int position) {
    int first = 0;
    int last = values.length - 1;
    while (first < last) {
      double pivot = values[position];
      int up = first;
      int down = last;
      while (up <= down) {
        while (values[up] < pivot) {
          up++;
        }
        while (values[down] > pivot) {
          down--;
        }
        if (up <= down) {
          double moved = values[up];
          values[up++] = values[down];
          values[down--] = moved;
        }
      }
      if (down < position) {
        first = up;
      }
      if (up > position) {
        last = down;
      }
    }
    return values[position];
  }
}
