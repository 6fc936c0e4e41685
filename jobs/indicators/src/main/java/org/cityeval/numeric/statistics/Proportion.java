package org.cityeval.numeric.statistics;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Intervals for a share of independent trials. Days of one district are not independent trials:
 * they are worth as many as their long-run error says.
 */
public final class Proportion {
  private static final double QUANTILE_ACCURACY = 1e-13;
  private static final double MOST_TRIALS = 1e10;

  private Proportion() {}

  /** Wilson's score interval (Wilson 1927), within 0..1; undefined without a trial. */
  public static Bounds wilson(long successes, long trials, double level) {
    Domain.between0And1("level", level);
    requireShare(successes, trials);
    if (trials == 0) {
      return Bounds.UNDEFINED;
    }
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    return score((double) successes / trials, (double) trials, z);
  }

  /**
   * The score interval (Wilson 1927) of a share, within 0..1.
   *
   * @param share 0 to 1
   * @param trials that the share is worth, above 0, not necessarily whole
   * @param quantile that the ends are at, such as 1.96
   */
  static Bounds score(double share, double trials, double quantile) {
    double squared = quantile * quantile / trials;
    double centre = (share + squared / 2) / (1 + squared);
    double reach = Math.sqrt(squared * (share * (1 - share) + squared / 4)) / (1 + squared);
    return new Bounds(share <= 0 ? 0 : centre - reach, share >= 1 ? 1 : centre + reach);
  }

  /**
   * Clopper and Pearson's interval (1934), which never covers less than {@code level}, and mostly
   * more; undefined without a trial.
   *
   * @param trials at most 10,000,000,000, for with more it differs from Wilson's by nothing
   */
  public static Bounds clopperPearson(long successes, long trials, double level) {
    Domain.between0And1("level", level);
    Domain.within("trials", (double) trials, 0, MOST_TRIALS);
    requireShare(successes, trials);
    if (trials == 0) {
      return Bounds.UNDEFINED;
    }
    long failures = trials - successes;
    double tail = (1 - level) / 2;
    double low = successes == 0 ? 0 : quantile((double) successes, failures + 1.0, tail);
    double high = failures == 0 ? 1 : quantile(successes + 1.0, (double) failures, 1 - tail);
    return new Bounds(low, high);
  }

  private static double quantile(double alpha, double beta, double p) {
    return new BetaDistribution(alpha, beta, QUANTILE_ACCURACY).inverseCumulativeProbability(p);
  }

  private static void requireShare(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
    }
  }
}
