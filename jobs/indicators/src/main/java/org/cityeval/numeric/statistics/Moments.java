package org.cityeval.numeric.statistics;

import java.util.Arrays;

/** Sums and means over the observed values; {@code NaN} values are passed over. */
public final class Moments {
  private Moments() {}

  /** How many values are observed. */
  public static int observed(double[] values) {
    int observed = 0;
    for (double value : values) {
      observed += Double.isNaN(value) ? 0 : 1;
    }
    return observed;
  }

  /** Sum of the observed values; {@code NaN} where none is. */
  public static double sum(double[] values) {
    double sum = 0;
    int observed = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        observed++;
      }
    }
    return observed == 0 ? Double.NaN : sum;
  }

  /** Mean of the observed values; {@code NaN} where none is. */
  public static double mean(double[] values) {
    return sum(values) / observed(values);
  }

  /** Variance with divisor n - 1 of the observed values; {@code NaN} for fewer than two. */
  public static double variance(double[] values) {
    int observed = observed(values);
    if (observed < 2) {
      return Double.NaN;
    }
    double mean = mean(values);
    double squares =
        sum(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).toArray());
    return squares / (observed - 1);
  }

  /**
   * Skewness of the observed values, adjusted for the sample size (G1 of Joanes & Gill 1998);
   * {@code NaN} for fewer than three, or without spread.
   */
  public static double skewness(double[] values) {
    int n = observed(values);
    double spread = central(values, 2);
    return n < 3 || spread == 0
        ? Double.NaN
        : central(values, 3) / Math.pow(spread, 1.5) * Math.sqrt(n * (n - 1.0)) / (n - 2);
  }

  /**
   * Excess kurtosis of the observed values, adjusted for the sample size (G2 of Joanes & Gill
   * 1998); {@code NaN} for fewer than four, or without spread.
   */
  public static double kurtosis(double[] values) {
    int n = observed(values);
    double spread = central(values, 2);
    if (n < 4 || spread == 0) {
      return Double.NaN;
    }
    double excess = central(values, 4) / (spread * spread) - 3;
    return ((n + 1) * excess + 6) * (n - 1) / ((n - 2.0) * (n - 3));
  }

  /** Mean power of the deviations from the mean. */
  private static double central(double[] values, int power) {
    double mean = mean(values);
    return mean(Arrays.stream(values).map(value -> Math.pow(value - mean, power)).toArray());
  }
}
