package org.cityeval.numeric.diversity;

import java.util.Arrays;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.PowerMean;

/**
 * The effective number of kinds: how many kinds of equal size would be as diverse. Counts may be
 * shares as well. A {@code NaN} count is passed over. With a negative or infinite one, or where all
 * are zero, every number is {@code NaN}.
 *
 * <p>Source: Hill (1973).
 */
public final class HillNumbers {
  private HillNumbers() {}

  /**
   * Hill number, from 1 to the number of kinds, falling with the order.
   *
   * @param order weight of the large kinds, not negative: 0 counts kinds, 1 is the exponential of
   *     the entropy, 2 the inverse of the sum of squared shares (Herfindahl)
   */
  public static double number(double[] counts, double order) {
    if (!(order >= 0 && Double.isFinite(order))) {
      throw new IllegalArgumentException("The order is not negative, and not " + order);
    }
    if (order == 1) {
      return Math.exp(entropy(counts));
    }
    double[] shares = shares(counts);
    if (order == 0 || shares.length == 0) {
      return shares.length == 0 ? Double.NaN : shares.length;
    }
    return 1 / PowerMean.of(shares, shares, order - 1);
  }

  /** Shannon's entropy in nats, from 0 to the logarithm of the number of kinds. */
  public static double entropy(double[] counts) {
    double[] shares = shares(counts);
    double entropy = shares.length == 0 ? Double.NaN : 0;
    for (double share : shares) {
      entropy -= share == 0 ? 0 : share * Math.log(share);
    }
    return Math.max(0, entropy);
  }

  /**
   * Entropy in nats of the whole of which a sample was drawn. The entropy of a sample is too low,
   * since rare kinds are missed. Kinds seen once tell how much. Each kind is weighted by the
   * inverse of its chance to be seen at all.
   *
   * <p>Source: Chao and Shen (2003).
   *
   * @param counts how often each kind was drawn, not negative
   * @return {@code NaN} where every draw was of another kind, since the sample then covers nothing,
   *     or nothing was drawn
   */
  public static double entropyOfWhole(long[] counts) {
    if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
      return Double.NaN;
    }
    double draws = Arrays.stream(counts).asDoubleStream().sum();
    double seenOnce = Arrays.stream(counts).filter(count -> count == 1).count();
    double coverage = 1 - seenOnce / draws;
    if (!(coverage > 0)) {
      return Double.NaN;
    }
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        double share = coverage * count / draws;
        double seen = -Math.expm1(draws * Math.log1p(-share));
        entropy -= share * Math.log(share) / seen;
      }
    }
    return Math.max(0, entropy);
  }

  /** The shares of counts that are not zero; empty where there are none. */
  private static double[] shares(double[] counts) {
    BinaryScale scale = BinaryScale.of(counts);
    double[] observed = Arrays.stream(counts).filter(count -> !Double.isNaN(count)).toArray();
    double total = Arrays.stream(scale.reduced(observed)).sum();
    boolean valid =
        total > 0
            && Arrays.stream(observed).allMatch(count -> count >= 0 && Double.isFinite(count));
    return valid
        ? Arrays.stream(observed)
            .filter(count -> count > 0)
            .map(count -> scale.reduced(count) / total)
            .toArray()
        : new double[0];
  }
}
