package org.cityeval.numeric.statistics;

import java.util.Locale;

/**
 * Weighted power mean: arithmetic of power 1, geometric of 0, harmonic of -1. The larger the power,
 * the more the large values count.
 *
 * <p>Source: Hardy, Littlewood and Pólya (1934). Near the power 0 it is found from the differences
 * to it, which a sum of powers would lose in rounding. Far from 0 it is found relative to the value
 * that counts most, so that no power overflows.
 */
public final class PowerMean {
  /** Nearer to 0 than this a power counts by differences. */
  private static final double NEAR_ZERO = 0.5;

  private PowerMean() {}

  /**
   * The mean, between the smallest and the largest value.
   *
   * @param values not negative, finite
   * @param weights one per value, not negative, with sum 1
   * @param power finite
   * @return 0 with a value of 0 and a power of 0 or below
   */
  public static double of(double[] values, double[] weights, double power) {
    Domain.sameLength("values", values.length, "weights", weights.length);
    if (!Double.isFinite(power)) {
      throw new IllegalArgumentException("The power is finite, unlike " + power);
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY && weights[i] >= 0)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "values and weights are finite and not negative, unlike %s of weight %s",
                values[i],
                weights[i]));
      }
      if (weights[i] > 0) {
        least = Math.min(least, values[i]);
        most = Math.max(most, values[i]);
      }
    }
    if (!(least <= most)) {
      return Double.NaN;
    }
    if (least == 0 && power <= 0) {
      return 0;
    }
    double mean =
        Math.abs(power) < NEAR_ZERO
            ? nearGeometric(values, weights, power)
            : relative(values, weights, power, power > 0 ? most : least);
    return Math.max(least, Math.min(most, mean));
  }

  private static double nearGeometric(double[] values, double[] weights, double power) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        double logarithm = Math.log(values[i]);
        sum += weights[i] * (power == 0 ? logarithm : Math.expm1(power * logarithm));
      }
    }
    return Math.exp(power == 0 ? sum : Math.log1p(sum) / power);
  }

  private static double relative(double[] values, double[] weights, double power, double to) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] == 0 ? 0 : weights[i] * Math.pow(values[i] / to, power);
    }
    return to == 0 ? 0 : to * Math.pow(sum, 1 / power);
  }
}
