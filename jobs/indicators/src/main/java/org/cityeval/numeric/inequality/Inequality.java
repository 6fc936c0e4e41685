package org.cityeval.numeric.inequality;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.PowerMean;

/**
 * How unequally a quantity that cannot be negative is spread over districts, each counted by its
 * weight (its residents, or one). All are 0 where all values are equal.
 *
 * <p>A value or weight that is {@code NaN} leaves its district out. With a negative value, an
 * infinity, or a mean of zero, every measure is {@code NaN}.
 */
public final class Inequality {
  private Inequality() {}

  /** Weights of one for each of {@code n} districts. */
  public static double[] equalWeights(int n) {
    Domain.atLeast("n", n, 0);
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * Gini coefficient of the population given, in 0..1 - 1/n for equal weights: twice the covariance
   * of value and fractional rank, over the mean. Not enlarged by n/(n - 1).
   */
  public static double gini(double[] x, double[] weights) {
    return Double.isNaN(Spread.of(x, weights).mean)
        ? Double.NaN
        : Concentration.index(x, x, weights);
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
    Spread spread = Spread.of(x, weights);
    double[] shares = new double[x.length];
    Arrays.setAll(
        shares, i -> spread.counts(i) ? spread.share(i) * entropy(spread.relative(i)) : Double.NaN);
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
   * Theil's T split by groups of districts, such as urban and rural ones. The parts add up to
   * {@link #theilT} exactly, which those of the Gini coefficient do not.
   *
   * <p>Source: Theil (1967); Shorrocks (1980).
   *
   * @param group any number that the districts of a group share
   */
  public static TheilParts theilParts(double[] x, double[] weights, int[] group) {
    Domain.sameLength("x", x.length, "group", group.length);
    Spread spread = Spread.of(x, weights);
    Map<Integer, WeightedMean> groups = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      if (spread.counts(i)) {
        groups
            .computeIfAbsent(group[i], key -> new WeightedMean())
            .add(spread.weights[i], spread.x[i]);
      }
    }
    double between = Double.isNaN(spread.mean) ? Double.NaN : 0;
    for (WeightedMean ofGroup : groups.values()) {
      between += ofGroup.weight / spread.total * entropy(ofGroup.mean() / spread.mean);
    }
    double within = Double.isNaN(spread.mean) ? Double.NaN : 0;
    for (int i = 0; i < x.length; i++) {
      if (spread.counts(i) && spread.x[i] > 0) {
        double share = spread.share(i) * spread.relative(i);
        within += share * Math.log(spread.x[i] / groups.get(group[i]).mean());
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
    double ratio = (1 - Concentration.curve(x, x, weights, 0.9)) / low;
    return low > 0 && Double.isFinite(ratio) ? ratio : Double.NaN;
  }

  /**
   * Mean value of the worst-off: of the lowest {@code share} of the weight, such as a fifth, a
   * district on the border counting by the part that belongs. At most the mean of all.
   *
   * @param share above 0 and at most 1
   */
  public static double lowestMean(double[] x, double[] weights, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("The worst-off are a share above 0, not " + share);
    }
    Spread spread = Spread.of(x, weights);
    double relative = Concentration.curve(x, x, weights, share) / share;
    return spread.scale.restored(spread.mean * relative);
  }

  /** Theil's L, the mean logarithmic deviation; {@code NaN} where a value is zero. */
  public static double theilL(double[] x, double[] weights) {
    Spread spread = Spread.of(x, weights);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += spread.counts(i) ? spread.share(i) * Math.log(spread.relative(i)) : 0;
    }
    return Double.isFinite(spread.mean) && Double.isFinite(sum) ? -sum : Double.NaN;
  }

  /**
   * Atkinson's index in 0..1: the share of the total that could be given up, were the rest spread
   * equally, at no loss of welfare. {@code NaN} where a value is zero and the aversion 1 or more.
   *
   * @param aversion to inequality, above 0, finite; the larger, the more the low end counts
   */
  public static double atkinson(double[] x, double[] weights, double aversion) {
    if (!(aversion > 0 && Double.isFinite(aversion))) {
      throw new IllegalArgumentException("Aversion to inequality is positive, not " + aversion);
    }
    Spread spread = Spread.of(x, weights);
    int[] kept = IntStream.range(0, x.length).filter(spread::counts).toArray();
    boolean tooPoor = aversion >= 1 && Arrays.stream(kept).anyMatch(i -> x[i] == 0);
    return Double.isNaN(spread.mean) || tooPoor
        ? Double.NaN
        : 1
            - PowerMean.of(
                Arrays.stream(kept).mapToDouble(spread::relative).toArray(),
                Arrays.stream(kept).mapToDouble(spread::share).toArray(),
                1 - aversion);
  }

  private static double entropy(double relative) {
    return relative == 0 ? 0 : relative * Math.log(relative);
  }

  /**
   * The districts of a quantity.
   *
   * @param x in {@code scale}
   * @param weights in a scale of their own
   * @param mean of x; {@code NaN} where there is no measure
   * @param total weight of the districts that count
   */
  private record Spread(
      double[] x, double[] weights, double mean, double total, BinaryScale scale) {
    static Spread of(double[] values, double[] weights) {
      Domain.sameLength("x", values.length, "weights", weights.length);
      BinaryScale scale = BinaryScale.of(values);
      double[] x = scale.reduced(values);
      double[] reduced = BinaryScale.of(weights).reduced(weights);
      double sum = 0;
      double total = 0;
      for (int i = 0; i < x.length; i++) {
        if (!Double.isNaN(x[i]) && reduced[i] > 0) {
          sum += x[i] < 0 ? Double.NaN : reduced[i] * x[i];
          total += reduced[i];
        }
      }
      boolean known = sum > 0 && Double.isFinite(sum) && Double.isFinite(total);
      return new Spread(x, reduced, known ? sum / total : Double.NaN, total, scale);
    }

    boolean counts(int i) {
      return !Double.isNaN(x[i]) && weights[i] > 0;
    }

    /** Part of the weight. */
    double share(int i) {
      return weights[i] / total;
    }

    /** Value over the mean. */
    double relative(int i) {
      return x[i] / mean;
    }
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
