package org.cityeval.numeric.statistics;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Quantiles of the gamma distribution of scale 1, for any shape in like time. Up to a shape of
 * 100,000 it inverts the distribution. Above it that takes ever longer. There the expansion of
 * Cornish and Fisher (1938) is exact to all digits of a double for central quantiles.
 */
public final class GammaQuantile {
  private static final double ACCURACY = 1e-13;

  /** From here on the next term of the expansion is below 1e-16, relative to the quantile. */
  private static final double LARGE_SHAPE = 1e5;

  /** Beyond, in the normal scale, the terms left out count. */
  private static final double FARTHEST_PROBABILITY = 1e-4;

  private static final int PLACE_BITS = 14;

  /** Spreads hashes that differ in their upper bits alone, as those of whole numbers (Knuth). */
  private static final int GOLDEN_RATIO = 0x9E3779B9;

  /**
   * What was found last, each in the one place it may have. Shapes are sums of counts, of which
   * many districts and days have the same.
   */
  private static final AtomicReferenceArray<Known> KNOWN =
      new AtomicReferenceArray<>(1 << PLACE_BITS);

  private record Known(double shape, double p, double quantile) {}

  private GammaQuantile() {}

  /**
   * The {@code p}-quantile.
   *
   * @param shape above 0, finite
   * @param p 0.0001 to 0.9999
   */
  public static double of(double shape, double p) {
    if (!(shape > 0 && shape < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The shape is above 0 and finite, unlike " + shape);
    }
    Domain.within("p", p, FARTHEST_PROBABILITY, 1 - FARTHEST_PROBABILITY);
    int hash = 31 * Double.hashCode(shape) + Double.hashCode(p);
    int place = (hash * GOLDEN_RATIO) >>> (Integer.SIZE - PLACE_BITS);
    Known known = KNOWN.get(place);
    if (known == null || known.shape() != shape || known.p() != p) {
      known = new Known(shape, p, found(shape, p));
      KNOWN.set(place, known);
    }
    return known.quantile();
  }

  private static double found(double shape, double p) {
    return shape < LARGE_SHAPE
        ? new GammaDistribution(shape, 1, ACCURACY).inverseCumulativeProbability(p)
        : expansion(shape, new NormalDistribution().inverseCumulativeProbability(p));
  }

  /** In falling powers of the root of the shape. */
  private static double expansion(double shape, double z) {
    double root = Math.sqrt(shape);
    double square = z * z;
    double skewness = (square - 1) / 3;
    double third = z * (square - 7) / 36;
    double fourth = -((3 * square + 7) * square - 16) / 810;
    double fifth = z * ((9 * square + 256) * square - 433) / 38880;
    return shape + root * z + skewness + (third + (fourth + fifth / root) / root) / root;
  }
}
