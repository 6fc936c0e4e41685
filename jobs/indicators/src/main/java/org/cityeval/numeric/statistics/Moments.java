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
}
