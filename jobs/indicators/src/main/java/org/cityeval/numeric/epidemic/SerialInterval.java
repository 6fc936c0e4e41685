package org.cityeval.numeric.epidemic;

import java.util.Arrays;
import java.util.Locale;
import org.hipparchus.special.Gamma;

/**
 * Distribution over whole days of the time from one case to the cases it infects.
 *
 * <p>Source: Cori, Ferguson, Fraser and Cauchemez (2013), web appendix: a gamma distribution
 * shifted by one day, so that nobody infects on the day of their own onset.
 */
public final class SerialInterval {
  /** Greatest mean and deviation in days: longer ones are no daily matter. */
  public static final double GREATEST = 100;

  /** Least deviation in days; what is narrower is one day or two. */
  public static final double LEAST_SD = 0.1;

  /** Days after which an interval has to have ended. */
  private static final int LONGEST_DAYS = 3_650;

  /** Part of the mean that may lie beyond the last day. */
  private static final double NEGLIGIBLE = 1e-13;

  /** How far from one the sum of a distribution may be; EpiEstim allows as much. */
  private static final double UNSUMMED = 0.01;

  private SerialInterval() {}

  /**
   * Probability of an interval of 0, 1, 2, ... days, with sum 1. It ends where what is left adds
   * nothing to sum and mean, so that the length follows from mean and deviation.
   *
   * @param mean days, above 1 to 100
   * @param sd days, 0.1 to 100
   * @throws IllegalArgumentException for others, and for a deviation so much larger than the mean
   *     that the interval lasts ten years
   */
  public static double[] shiftedGamma(double mean, double sd) {
    if (!ends(mean, sd)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A serial interval of mean %s and sd %s days lasts more than ten years",
              mean,
              sd));
    }
    Shifted shifted = Shifted.of(mean, sd);
    int longest = 1;
    while (shifted.meanBeyond(longest) > NEGLIGIBLE * mean) {
      longest++;
    }
    // An interval lies between two whole days and counts for both: the nearer, the more.
    double[] probability = new double[longest + 2];
    for (int k = 1; k < probability.length; k++) {
      probability[k] = shifted.near(k);
    }
    double sum = Arrays.stream(probability).sum();
    return Arrays.stream(probability).map(p -> p / sum).toArray();
  }

  /**
   * Whether an interval of a mean and deviation, each of which is possible, ends within ten years.
   */
  public static boolean ends(double mean, double sd) {
    requirePossible(mean, sd);
    return Shifted.of(mean, sd).meanBeyond(LONGEST_DAYS) <= NEGLIGIBLE * mean;
  }

  /** Mean of a distribution over 0, 1, 2, ... days. */
  public static double mean(double[] probability) {
    double mean = 0;
    for (int k = 0; k < probability.length; k++) {
      mean += k * probability[k];
    }
    return mean;
  }

  private static void requirePossible(double mean, double sd) {
    if (!(mean > 1 && mean <= GREATEST && sd >= LEAST_SD && sd <= GREATEST)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A serial interval has a mean above 1 day to %s and a sd of %s to %s, not %s and %s",
              GREATEST,
              LEAST_SD,
              GREATEST,
              mean,
              sd));
    }
  }

  /**
   * Refuses what is no distribution of intervals. That is a probability that is negative or not a
   * number, one above 0 for day 0, or a sum that is not 1 within 0.01.
   *
   * @param name of the argument
   */
  static void require(String name, double[] probability) {
    boolean sound = probability.length > 1 && probability[0] == 0;
    double sum = 0;
    for (double p : probability) {
      sound &= p >= 0;
      sum += p;
    }
    if (!sound || !(Math.abs(sum - 1) <= UNSUMMED)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is a distribution over days: 0 on day 0, nowhere negative, with sum 1, not %s",
              name,
              sum));
    }
  }

  /** A gamma distribution moved by one day. */
  private record Shifted(double shape, double scale) {
    static Shifted of(double mean, double sd) {
      return new Shifted(Math.pow((mean - 1) / sd, 2), sd * sd / (mean - 1));
    }

    /** Mean of the intervals longer than {@code days}, the others counting 0. */
    double meanBeyond(int days) {
      double x = (days - 1) / scale;
      return Gamma.regularizedGammaQ(shape, x)
          + shape * scale * Gamma.regularizedGammaQ(shape + 1, x);
    }

    /** Mean of 1 - |interval - k|, where that is above 0. */
    double near(int k) {
      double rising = shape * scale * mass(shape + 1, k - 2) - (k - 2) * mass(shape, k - 2);
      double falling = k * mass(shape, k - 1) - shape * scale * mass(shape + 1, k - 1);
      return Math.max(0, rising) + Math.max(0, falling);
    }

    /** Mass from a day to the next, as a difference of whichever tails are the smaller. */
    private double mass(double ofShape, int day) {
      if (day < 0) {
        return 0;
      }
      double from = day / scale;
      double to = (day + 1) / scale;
      double below = Gamma.regularizedGammaP(ofShape, from);
      return below < 0.5
          ? Gamma.regularizedGammaP(ofShape, to) - below
          : Gamma.regularizedGammaQ(ofShape, from) - Gamma.regularizedGammaQ(ofShape, to);
    }
  }
}
