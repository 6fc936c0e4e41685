package org.cityeval.numeric.epidemic;

import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Distribution over whole days of the time from one case to the cases it infects.
 *
 * <p>Source: Cori, Ferguson, Fraser and Cauchemez (2013), web appendix: a gamma distribution
 * shifted by one day, so that nobody infects on the day of their own onset.
 */
public final class SerialInterval {
  private SerialInterval() {}

  /**
   * Probability of an interval of 0, 1, ..., {@code longestDay} days. Not rescaled to one: what
   * lies beyond the longest day is left out.
   *
   * @param mean days, above 1
   * @param sd days, above 0
   */
  public static double[] shiftedGamma(double mean, double sd, int longestDay) {
    if (!(mean > 1 && sd > 0)) {
      throw new IllegalArgumentException(
          "A serial interval needs a mean above 1 day and a deviation above 0, not "
              + mean
              + " and "
              + sd);
    }
    double shape = Math.pow((mean - 1) / sd, 2);
    double scale = sd * sd / (mean - 1);
    GammaDistribution gamma = new GammaDistribution(shape, scale);
    GammaDistribution weighted = new GammaDistribution(shape + 1, scale);
    double[] probability = new double[longestDay + 1];
    for (int k = 1; k <= longestDay; k++) {
      double masses = k * below(gamma, k) + (k - 2) * below(gamma, k - 2);
      double means = 2 * below(weighted, k - 1) - below(weighted, k - 2) - below(weighted, k);
      probability[k] =
          Math.max(0, masses - 2 * (k - 1) * below(gamma, k - 1) + shape * scale * means);
    }
    return probability;
  }

  /** Mean of a distribution over 0, 1, 2, ... days. */
  public static double mean(double[] probability) {
    double mean = 0;
    for (int k = 0; k < probability.length; k++) {
      mean += k * probability[k];
    }
    return mean;
  }

  private static double below(GammaDistribution gamma, int days) {
    return days <= 0 ? 0 : gamma.cumulativeProbability(days);
  }
}
