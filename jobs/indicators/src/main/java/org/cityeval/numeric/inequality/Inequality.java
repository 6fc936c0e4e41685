package org.cityeval.numeric.inequality;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.cityeval.numeric.statistics.Moments;

/**
 * How unequally a quantity that cannot be negative is spread over districts, each counted by its
 * weight (its residents, or one). All are 0 where all values are equal.
 *
 * <p>A value or weight that is {@code NaN} leaves its district out. With a negative value, or a
 * mean of zero, every measure is {@code NaN}.
 */
public final class Inequality {
  private Inequality() {}

  /** Weights of one for each of {@code n} districts. */
  public static double[] equalWeights(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * Gini coefficient of the population given, in 0..1 - 1/n for equal weights: twice the covariance
   * of value and fractional rank, over the mean. Not enlarged by n/(n - 1).
   */
  public static double gini(double[] x, double[] weights) {
    return Double.isNaN(mean(x, weights)) ? Double.NaN : Concentration.index(x, x, weights);
  }

  /** Theil's T, from 0 to the logarithm of n; a value of zero contributes nothing (0 ln 0 = 0). */
  public static double theilT(double[] x, double[] weights) {
    return Moments.sum(theilShares(x, weights));
  }

  /**
   * What each district contributes to Theil's T: positive above the mean, negative below it. They
   * add up to {@link #theilT}; {@code NaN} for a district left out.
   */
  public static double[] theilShares(double[] x, double[] weights) {
    double mean = mean(x, weights);
    double total = totalWeight(x, weights);
    double[] shares = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double relative = x[i] / mean;
      double entropy = relative == 0 ? 0 : relative * Math.log(relative);
      shares[i] = counts(x[i], weights[i]) ? weights[i] / total * entropy : Double.NaN;
    }
    return shares;
  }

  /** Theil's L, the mean logarithmic deviation; {@code NaN} where a value is zero. */
  public static double theilL(double[] x, double[] weights) {
    return -meanOf(x, weights, Math::log);
  }

  /**
   * Atkinson's index in 0..1: the share of the total that could be given up, were the rest spread
   * equally, at no loss of welfare. {@code NaN} where a value is zero and the aversion 1 or more.
   *
   * @param aversion to inequality, above 0; the larger, the more the low end counts
   */
  public static double atkinson(double[] x, double[] weights, double aversion) {
    if (!(aversion > 0)) {
      throw new IllegalArgumentException("Aversion to inequality is positive, not " + aversion);
    }
    if (aversion == 1) {
      return 1 - Math.exp(meanOf(x, weights, Math::log));
    }
    double power = 1 - aversion;
    double welfare = meanOf(x, weights, relative -> Math.pow(relative, power));
    return 1 - Math.pow(welfare, 1 / power);
  }

  private static double meanOf(double[] x, double[] weights, DoubleUnaryOperator utility) {
    double mean = mean(x, weights);
    double total = totalWeight(x, weights);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (counts(x[i], weights[i])) {
        sum += weights[i] / total * utility.applyAsDouble(x[i] / mean);
      }
    }
    return Double.isFinite(mean) && Double.isFinite(sum) ? sum : Double.NaN;
  }

  private static double mean(double[] x, double[] weights) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (counts(x[i], weights[i])) {
        if (x[i] < 0) {
          return Double.NaN;
        }
        sum += weights[i] * x[i];
      }
    }
    return sum > 0 ? sum / totalWeight(x, weights) : Double.NaN;
  }

  private static double totalWeight(double[] x, double[] weights) {
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      total += counts(x[i], weights[i]) ? weights[i] : 0;
    }
    return total;
  }

  private static boolean counts(double value, double weight) {
    return !Double.isNaN(value) && weight > 0;
  }
}
