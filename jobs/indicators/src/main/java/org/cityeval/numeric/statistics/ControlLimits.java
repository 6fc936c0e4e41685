package org.cityeval.numeric.statistics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.special.Gamma;

/**
 * Control limits of a funnel plot: where a count or a share lies by chance alone, if its mean is
 * that of all. Exact, after Spiegelhalter (2005), Statistics in Medicine 24:1185, appendix A.1:
 * between the whole numbers around a quantile the limit is interpolated.
 */
public final class ControlLimits {
  private static final double MOST_EXPECTED = 1e8;
  private static final int MOST_TRIALS = 1_000_000;
  private static final double WINSORISED = 0.1;

  private ControlLimits() {}

  /**
   * Limits of a Poisson count.
   *
   * @param expected the mean, 0 to 100,000,000
   * @param level the share of counts between them, such as 0.95 or 0.998
   */
  public static Bounds poisson(double expected, double level) {
    Domain.within("expected", expected, 0, MOST_EXPECTED);
    Domain.between0And1("level", level);
    if (expected == 0) {
      return new Bounds(0, 0);
    }
    DoubleUnaryOperator atMost =
        count -> count < 0 ? 0 : Gamma.regularizedGammaQ(count + 1, expected);
    double reach = Math.ceil(expected + 40 * Math.sqrt(expected) + 40);
    return limits(atMost, reach, level);
  }

  /**
   * Limits of a share of independent trials.
   *
   * @param trials 1 to 1,000,000
   * @param share the mean, 0 to 1
   * @param level the share of shares between them, such as 0.95 or 0.998
   */
  public static Bounds binomial(int trials, double share, double level) {
    Domain.within("trials", (double) trials, 1, MOST_TRIALS);
    Domain.within("share", share, 0, 1);
    Domain.between0And1("level", level);
    if (share == 0 || share == 1) {
      return new Bounds(share, share);
    }
    BinomialDistribution of = new BinomialDistribution(trials, share);
    Bounds counts =
        limits(count -> count < 0 ? 0 : of.cumulativeProbability((int) count), trials, level);
    return new Bounds(counts.low() / trials, counts.high() / trials);
  }

  private static Bounds limits(DoubleUnaryOperator atMost, double most, double level) {
    return new Bounds(limit(atMost, most, (1 - level) / 2), limit(atMost, most, (1 + level) / 2));
  }

  private static double limit(DoubleUnaryOperator atMost, double most, double p) {
    double below = -1;
    double reached = most;
    while (reached - below > 1) {
      double middle = Math.floor((below + reached) / 2);
      if (atMost.applyAsDouble(middle) >= p) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    double high = atMost.applyAsDouble(reached);
    double step = high - atMost.applyAsDouble(reached - 1);
    return step > 0 ? Math.max(0, reached - Math.max(0, high - p) / step) : reached;
  }

  /**
   * How much more the members of a funnel differ than by chance. It is the mean of the squared
   * z-scores, of which the outer tenth at either end is drawn in (Spiegelhalter 2005, Qual. Saf.
   * Health Care 14:347). 1 is chance alone; NaN of nothing, or of a score that is none.
   *
   * @param z distances from the mean of all in standard errors of chance
   */
  public static double dispersion(double[] z) {
    if (z.length == 0 || Arrays.stream(z).anyMatch(score -> !Double.isFinite(score))) {
      return Double.NaN;
    }
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    int drawn = (int) Math.floor(WINSORISED * sorted.length);
    double least = sorted[drawn];
    double most = sorted[sorted.length - 1 - drawn];
    double mean = 0;
    for (double score : sorted) {
      double kept = Math.max(least, Math.min(most, score));
      mean += kept * (kept / z.length);
    }
    return Double.isFinite(mean) ? mean : Double.NaN;
  }
}
