package org.cityeval.numeric.statistics;

import java.util.Arrays;

/**
 * Keeps down the share of false finds among the finds of many tests made at once.
 *
 * <p>Source: Benjamini and Hochberg (1995); for local statistics of neighbouring districts, which
 * depend on each other, Caldas de Castro and Singer (2006).
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * For each test the smallest rate of false discoveries at which it is a find, in 0..1 and never
   * below its p-value. A {@code NaN} test stays {@code NaN} and does not count as one of many.
   *
   * @param pValues in 0..1
   * @throws IllegalArgumentException for any other number
   */
  public static double[] adjusted(double[] pValues) {
    for (double p : pValues) {
      if (p < 0 || p > 1) {
        throw new IllegalArgumentException("pValues lie within 0..1, unlike " + p);
      }
    }
    // NaN stands last.
    int[] order = Ranks.ascending(pValues);
    int tests = Moments.observed(pValues);
    double[] adjusted = new double[pValues.length];
    Arrays.fill(adjusted, Double.NaN);
    double smallest = 1;
    for (int rank = tests; rank > 0; rank--) {
      int test = order[rank - 1];
      smallest = Math.min(smallest, pValues[test] * tests / rank);
      adjusted[test] = smallest;
    }
    return adjusted;
  }

  /** True for the finds of which, on average, no more than {@code rate}, 0..1, are false. */
  public static boolean[] finds(double[] pValues, double rate) {
    Domain.within("rate", rate, 0, 1);
    double[] adjusted = adjusted(pValues);
    boolean[] finds = new boolean[pValues.length];
    for (int i = 0; i < finds.length; i++) {
      finds[i] = adjusted[i] <= rate;
    }
    return finds;
  }
}
