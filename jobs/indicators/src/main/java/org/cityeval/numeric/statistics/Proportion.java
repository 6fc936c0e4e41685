package org.cityeval.numeric.statistics;

import org.cityeval.numeric.timeseries.DayBlocks;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Intervals for a share of independent trials. Days of one district are not independent trials:
 * resample blocks of days instead ({@link DayBlocks}).
 */
public final class Proportion {
  private static final double QUANTILE_ACCURACY = 1e-13;

  private Proportion() {}

  /** Wilson's score interval (Wilson 1927), within 0..1; undefined without a trial. */
  public static Bounds wilson(long successes, long trials, double level) {
    requireShare(successes, trials);
    if (trials == 0) {
      return Bounds.UNDEFINED;
    }
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double share = (double) successes / trials;
    double squared = z * z / trials;
    double centre = (share + squared / 2) / (1 + squared);
    double reach = Math.sqrt(squared * (share * (1 - share) + squared / 4)) / (1 + squared);
    return new Bounds(
        successes == 0 ? 0 : centre - reach, successes == trials ? 1 : centre + reach);
  }

  /**
   * Clopper and Pearson's interval (1934), which never covers less than {@code level}, and mostly
   * more; undefined without a trial.
   */
  public static Bounds clopperPearson(long successes, long trials, double level) {
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
