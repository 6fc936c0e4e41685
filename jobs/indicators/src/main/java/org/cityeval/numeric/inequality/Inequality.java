package org.cityeval.numeric.inequality;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
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
      double entropy = entropy(x[i] / mean);
      shares[i] = counts(x[i], weights[i]) ? weights[i] / total * entropy : Double.NaN;
    }
    return shares;
  }

  /**
   * Theil's T between groups and within them.
   *
   * @param between T, did every district have the mean of its group; 0 to the whole
   * @param within mean T of the groups, each counted by its share of the total
   */
  public record TheilParts(double between, double within) {}

  /**
   * Theil's T split by groups of districts, such as urban and rural ones; the parts add up to
   * {@link #theilT} exactly, which those of the Gini coefficient do not.
   *
   * <p>Source: Theil (1967); Shorrocks (1980).
   *
   * @param group any number that the districts of a group share
   */
  public static TheilParts theilParts(double[] x, double[] weights, int[] group) {
    double mean = mean(x, weights);
    double total = totalWeight(x, weights);
    Map<Integer, WeightedMean> groups = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      if (counts(x[i], weights[i])) {
        groups.computeIfAbsent(group[i], key -> new WeightedMean()).add(weights[i], x[i]);
      }
    }
    double between = Double.isNaN(mean) ? Double.NaN : 0;
    for (WeightedMean ofGroup : groups.values()) {
      between += ofGroup.weight / total * entropy(ofGroup.mean() / mean);
    }
    double within = Double.isNaN(mean) ? Double.NaN : 0;
    for (int i = 0; i < x.length; i++) {
      if (counts(x[i], weights[i]) && x[i] > 0) {
        double share = weights[i] / total * (x[i] / mean);
        within += share * Math.log(x[i] / groups.get(group[i]).mean());
      }
    }
    return new TheilParts(between, within);
  }

  /**
   * Palma ratio: what the highest tenth has over what the lowest four tenths have; 1/4 where all
   * are equal. A district on a border counts by the part that belongs. {@code NaN} where the lowest
   * four tenths have nothing.
   *
   * <p>Source: Cobham and Sumner (2013).
   */
  public static double palma(double[] x, double[] weights) {
    double low = Concentration.curve(x, x, weights, 0.4);
    return low > 0 ? (1 - Concentration.curve(x, x, weights, 0.9)) / low : Double.NaN;
  }

  /**
   * Mean value of the worst-off: of the lowest {@code share} of the weight, such as a fifth, a
   * district on the border counting by the part that belongs. At most the mean of all.
   *
   * @param share above 0 and at most 1
   */
  public static double lowestMean(double[] x, double[] weights, double share) {
    if (!(share > 0)) {
      throw new IllegalArgumentException("The worst-off are a share above 0, not " + share);
    }
    return mean(x, weights) * Concentration.curve(x, x, weights, share) / share;
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

  private static double entropy(double relative) {
    return relative == 0 ? 0 : relative * Math.log(relative);
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

  private static final class WeightedMean {
    private double weight;
    private double sum;

    void add(double added, double value) {
      weight += added;
      sum += added * value;
    }

    double mean() {
      return sum / weight;
    }
  }
}
