package org.cityeval.numeric.statistics;

import java.util.Arrays;

/**
 * Sample quantiles by linear interpolation of the order statistics at 1 + (n - 1)p.
 *
 * <p>Source: Hyndman and Fan (1996), type 7, the default of R and NumPy.
 */
public final class Quantiles {
  /** From more on it is quicker to sort. */
  private static final int MOST_SELECTED = 3;

  private Quantiles() {}

  /**
   * The {@code p}-quantile of the observed values; {@code NaN} where none is observed.
   *
   * @param p in 0..1
   */
  public static double of(double[] values, double p) {
    return of(values, new double[] {p})[0];
  }

  /** Several quantiles of the same values: by selection if they are few, sorted once otherwise. */
  public static double[] of(double[] values, double[] p) {
    double[] ordered = new double[values.length];
    int observed = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        ordered[observed++] = value;
      }
    }
    boolean selects = p.length <= MOST_SELECTED;
    if (!selects) {
      Arrays.sort(ordered, 0, observed);
    }
    double[] quantiles = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      quantiles[i] = of(ordered, observed, p[i], selects);
    }
    return quantiles;
  }

  /**
   * A quantile of the first so many values.
   *
   * @param selects whether they are to be brought into order as far as needed
   */
  private static double of(double[] sorted, int observed, double p, boolean selects) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A quantile is asked for at p of 0 to 1, not at " + p);
    }
    if (observed == 0) {
      return Double.NaN;
    }
    double position = (observed - 1) * p;
    int below = (int) position;
    double share = position - below;
    if (selects) {
      place(sorted, observed, below, share == 0 ? below : below + 1);
    }
    double low = sorted[below];
    // An infinite neighbour times a share of zero would be NaN.
    if (share == 0) {
      return low;
    }
    double apart = sorted[below + 1] - low;
    return Double.isInfinite(apart)
        ? (1 - share) * low + share * sorted[below + 1]
        : low + share * apart;
  }

  /** Brings the values from {@code below} to {@code last}, one or two, to where sorting would. */
  private static void place(double[] values, int observed, int below, int last) {
    OrderStatistic.select(values, observed, below);
    if (last > below) {
      int least = last;
      for (int i = last + 1; i < observed; i++) {
        least = values[i] < values[least] ? i : least;
      }
      double next = values[least];
      values[least] = values[last];
      values[last] = next;
    }
    // A zero has two signs, which selection does not tell apart.
    if (values[below] == 0 || values[last] == 0) {
      Arrays.sort(values, 0, observed);
    }
  }

  /** The median of the observed values; {@code NaN} where none is observed. */
  public static double median(double[] values) {
    return of(values, 0.5);
  }
}
