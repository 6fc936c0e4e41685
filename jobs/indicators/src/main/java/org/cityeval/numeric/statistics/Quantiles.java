package org.cityeval.numeric.statistics;

import java.util.Arrays;

/**
 * Sample quantiles by linear interpolation of the order statistics at 1 + (n - 1)p.
 *
 * <p>Source: Hyndman and Fan (1996), type 7, the default of R and NumPy.
 */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The {@code p}-quantile of the observed values; {@code NaN} where none is observed.
   *
   * @param p in 0..1
   */
  public static double of(double[] values, double p) {
    return of(values, new double[] {p})[0];
  }

  /** Several quantiles of the same values, which are sorted once. */
  public static double[] of(double[] values, double[] p) {
    double[] sorted = new double[values.length];
    int observed = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sorted[observed++] = value;
      }
    }
    Arrays.sort(sorted, 0, observed);
    double[] quantiles = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      quantiles[i] = ofSorted(sorted, observed, p[i]);
    }
    return quantiles;
  }

  private static double ofSorted(double[] sorted, int observed, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A quantile is asked for at p of 0 to 1, not at " + p);
    }
    if (observed == 0) {
      return Double.NaN;
    }
    double position = (observed - 1) * p;
    int below = (int) position;
    double low = sorted[below];
    double share = position - below;
    // An infinite neighbour times a share of zero would be NaN.
    if (share == 0) {
      return low;
    }
    double apart = sorted[below + 1] - low;
    return Double.isInfinite(apart)
        ? (1 - share) * low + share * sorted[below + 1]
        : low + share * apart;
  }

  /** The median of the observed values; {@code NaN} where none is observed. */
  public static double median(double[] values) {
    return of(values, 0.5);
  }
}
