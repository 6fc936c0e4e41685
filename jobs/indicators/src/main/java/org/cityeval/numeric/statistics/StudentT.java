package org.cityeval.numeric.statistics;

import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The distribution of an estimate's error over its standard error, where that is estimated, too
 * (Student 1908).
 *
 * @param degreesOfFreedom above 0; {@code POSITIVE_INFINITY} is the standard normal
 */
public record StudentT(double degreesOfFreedom) {

  public StudentT {
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "There are more than 0 degrees of freedom, unlike " + degreesOfFreedom);
    }
  }

  /**
   * What is exceeded with probability {@code 1 - p}.
   *
   * @param p between 0 and 1
   */
  public double quantile(double p) {
    Domain.between0And1("p", p);
    return Double.isInfinite(degreesOfFreedom)
        ? new NormalDistribution().inverseCumulativeProbability(p)
        : new TDistribution(degreesOfFreedom).inverseCumulativeProbability(p);
  }

  /** A number of this distribution: the polar method of Bailey (1994). */
  public double draw(SplittableRandom random) {
    if (Double.isInfinite(degreesOfFreedom)) {
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
