package org.cityeval.numeric.timeseries;

import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How far the estimated day of a break lies from the true one. On either side of the true day, what
 * a break explains is a random walk that falls away from it. The estimate is where that walk is
 * highest.
 *
 * <p>Source: the limit of Bai (1997), two Brownian motions with drift -1/2 per unit of variance.
 * Written for one side at a time, since each follows from the other by exchanging the variances.
 */
final class BreakOffset {
  private static final NormalDistribution NORMAL = new NormalDistribution();
  private static final double ACCURACY = 1e-10;

  /** Beyond this no probability is left that a double can tell from 0. */
  private static final double FARTHEST = 2000;

  /** Above this the limit of an exact other side is reached; infinity would give NaN. */
  private static final double LARGEST_RATIO = 1e12;

  /** Here the normal tail and its expansion agree to 11 digits, and the tail is not yet 0. */
  private static final double FAR_TAIL = 30;

  private BreakOffset() {}

  /**
   * Probability that the estimate lies on this side of the break and more than {@code offset} away.
   *
   * @param offset 0 or more, in days times the squared shift of the mean over the variance of this
   *     side
   * @param ratio variance of this side over that of the other, above 0, infinite where that is 0
   */
  static double beyond(double offset, double ratio) {
    double held = Math.min(ratio, LARGEST_RATIO);
    double root = Math.sqrt(offset);
    double tail = NORMAL.cumulativeProbability(-root / 2);
    double sum = 2 * held + 1;
    double product = held * (held + 1);
    double thisSide = (2 + offset / 2) * tail - root * NORMAL.density(root / 2);
    double otherSide = tail - sum * Math.exp(-offset / 8) * scaledTail((held + 0.5) * root);
    return thisSide + otherSide / product;
  }

  /**
   * Offset that is exceeded on this side with the given probability. It is 0 if the estimate lies
   * on this side less often than that, because the other side is so much noisier.
   */
  static double exceededWith(double probability, double ratio) {
    if (beyond(0, ratio) <= probability) {
      return 0;
    }
    return new BrentSolver(ACCURACY)
        .solve(200, offset -> beyond(offset, ratio) - probability, 0, FARTHEST);
  }

  /** Normal probability beyond {@code z}, times exp(z²/2). */
  private static double scaledTail(double z) {
    if (z < FAR_TAIL) {
      return NORMAL.cumulativeProbability(-z) * Math.exp(z * z / 2);
    }
    double inverse = 1 / (z * z);
    double series = 1 - inverse * (1 - 3 * inverse * (1 - 5 * inverse * (1 - 7 * inverse)));
    return series / (z * Math.sqrt(2 * Math.PI));
  }
}
