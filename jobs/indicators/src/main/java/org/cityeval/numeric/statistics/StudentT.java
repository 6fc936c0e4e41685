package org.cityeval.numeric.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The distribution of an estimate's error over its standard error, where that is estimated, too
 * (Student 1908).
 *
 * @param degreesOfFreedom 0.01 or more; {@code POSITIVE_INFINITY} is the standard normal
 */
public record StudentT(double degreesOfFreedom) {
  /** With fewer its quantiles are beyond what a number holds. */
  private static final double FEWEST = 0.01;

  /** With more it is the standard normal to every digit that its solver finds. */
  private static final double NORMAL_FROM = 1e9;

  public StudentT {
    if (!(degreesOfFreedom >= FEWEST)) {
      throw new IllegalArgumentException(
          "There are at least " + FEWEST + " degreesOfFreedom, unlike " + degreesOfFreedom);
    }
  }

  /**
   * What is exceeded with probability {@code 1 - p}.
   *
   * @param p between 0 and 1
   */
  public double quantile(double p) {
    Domain.between0And1("p", p);
    return degreesOfFreedom >= NORMAL_FROM
        ? new NormalDistribution().inverseCumulativeProbability(p)
        : new TDistribution(degreesOfFreedom).inverseCumulativeProbability(p);
  }

  /** The probability of no more than {@code x}. */
  public double cumulativeProbability(double x) {
    return degreesOfFreedom >= NORMAL_FROM
        ? new NormalDistribution().cumulativeProbability(x)
        : new TDistribution(degreesOfFreedom).cumulativeProbability(x);
  }

  /**
   * Degrees of freedom of a sum of independent errors whose variances are estimated; {@code
   * POSITIVE_INFINITY} where all variances are known, or 0.
   *
   * <p>Source: Welch (1938), Satterthwaite (1946).
   *
   * @param variances estimated, 0 or more
   * @param degreesOfFreedom of each; {@code POSITIVE_INFINITY} for a known variance
   */
  public static double ofSum(double[] variances, double[] degreesOfFreedom) {
    Domain.sameLength("variances", variances.length, "degreesOfFreedom", degreesOfFreedom.length);
    double largest = Arrays.stream(variances).max().orElse(0);
    if (!(largest > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    double spread = 0;
    for (int i = 0; i < variances.length; i++) {
      double share = variances[i] / largest;
      sum += share;
      spread += share * share / degreesOfFreedom[i];
    }
    return sum * sum / spread;
  }

  /**
   * A draw of the estimated variance over the true one: a chi-square over its degrees of freedom,
   * by Marsaglia and Tsang (2000).
   */
  public double varianceRatio(SplittableRandom random) {
    if (degreesOfFreedom >= NORMAL_FROM) {
      return 1;
    }
    double shape = degreesOfFreedom / 2;
    return gamma(shape < 1 ? shape + 1 : shape, random)
        * (shape < 1 ? Math.pow(1 - random.nextDouble(), 1 / shape) : 1)
        / shape;
  }

  /** Of scale 1 and a shape of 1 or more. */
  private static double gamma(double shape, SplittableRandom random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double root = 1 + c * normal;
      double v = root * root * root;
      if (v > 0
          && Math.log(1 - random.nextDouble())
              < normal * normal / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /** A number of this distribution: the polar method of Bailey (1994). */
  public double draw(SplittableRandom random) {
    if (degreesOfFreedom >= NORMAL_FROM) {
      return random.nextGaussian();
    }
    double u;
    double w;
    do {
      u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      w = u * u + v * v;
    } while (w >= 1 || w == 0);
    return u * Math.sqrt(degreesOfFreedom * Math.expm1(-2 / degreesOfFreedom * Math.log(w)) / w);
  }
}
