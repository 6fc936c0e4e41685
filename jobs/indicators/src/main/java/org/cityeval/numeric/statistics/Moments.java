package org.cityeval.numeric.statistics;

import java.util.Arrays;

/** Sums, means and higher moments over the observed values; {@code NaN} values are passed over. */
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

  /** Sum of the observed values, infinite only where it is too large; {@code NaN} without any. */
  public static double sum(double[] values) {
    double sum = plainSum(values);
    if (!Double.isInfinite(sum) && !Double.isNaN(sum)) {
      return sum;
    }
    // Parts of the sum may be too large where the whole is not.
    BinaryScale scale = new BinaryScale(Integer.SIZE);
    return scale.restored(plainSum(scale.reduced(values)));
  }

  /** Mean of the observed values; {@code NaN} where none is. */
  public static double mean(double[] values) {
    double mean = plainSum(values) / observed(values);
    if (Double.isFinite(mean)) {
      return mean;
    }
    BinaryScale scale = new BinaryScale(Integer.SIZE);
    return scale.restored(plainSum(scale.reduced(values)) / observed(values));
  }

  /**
   * Variance with divisor n - 1 of the observed values; {@code NaN} for fewer than two and with an
   * infinite one, infinite only where it is too large.
   */
  public static double variance(double[] values) {
    BinaryScale scale = BinaryScale.of(values);
    return scale.restored(scale.restored(reducedVariance(scale.reduced(values))));
  }

  /** Root of the {@link #variance}, which is no larger than the values. */
  public static double standardDeviation(double[] values) {
    BinaryScale scale = BinaryScale.of(values);
    return scale.restored(Math.sqrt(reducedVariance(scale.reduced(values))));
  }

  private static double plainSum(double[] values) {
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

  private static double reducedVariance(double[] values) {
    int observed = 0;
    double sum = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        observed++;
      }
    }
    // Reduced values have a finite sum, unless one of them is infinite.
    if (observed < 2 || !Double.isFinite(sum)) {
      return Double.NaN;
    }
    double mean = sum / observed;
    double squares = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        squares += (value - mean) * (value - mean);
      }
    }
    return squares / (observed - 1);
  }

  /**
   * Sample skewness G1 of the observed values, above 0 where the upper tail is the longer; {@code
   * NaN} for fewer than three, where all are equal and with an infinite one. Independent of scale,
   * however small the values.
   *
   * <p>Source: Joanes and Gill (1998).
   */
  public static double skewness(double[] values) {
    int n = observed(values);
    if (n < 3) {
      return Double.NaN;
    }
    double g1 = standardMoment(values, 3);
    return g1 * Math.sqrt((double) n * (n - 1)) / (n - 2);
  }

  /**
   * Sample excess kurtosis G2 of the observed values, 0 for a normal distribution; {@code NaN} for
   * fewer than four, where all are equal and with an infinite one.
   *
   * <p>Source: Joanes and Gill (1998).
   */
  public static double excessKurtosis(double[] values) {
    int n = observed(values);
    if (n < 4) {
      return Double.NaN;
    }
    double g2 = standardMoment(values, 4) - 3;
    return ((n + 1) * g2 + 6) * (n - 1) / ((double) (n - 2) * (n - 3));
  }

  /** Mean power of the deviations, each divided by their root mean square. */
  private static double standardMoment(double[] values, int power) {
    double[] seen =
        BinaryScale.of(values)
            .reduced(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
    if (Arrays.stream(seen).allMatch(value -> value == seen[0]) || Domain.holdsInfinity(seen)) {
      return Double.NaN;
    }
    double mean = mean(seen);
    double largest = Arrays.stream(seen).map(value -> Math.abs(value - mean)).max().orElseThrow();
    // Deviations relative to the largest, so that their powers neither vanish nor overflow.
    double[] deviations = Arrays.stream(seen).map(value -> (value - mean) / largest).toArray();
    double variance = mean(Arrays.stream(deviations).map(d -> d * d).toArray());
    double moment = mean(Arrays.stream(deviations).map(d -> Math.pow(d, power)).toArray());
    return moment / Math.pow(variance, power / 2.0);
  }
}
