package org.cityeval.numeric.ranking;

import java.util.SplittableRandom;

/**
 * How far the estimates of units may be off: for each unit draws of its error, in the unit of the
 * estimates, independent of the other units' draws. Draws may have any shape, normal or not, and a
 * unit without error has standard deviation 0.
 */
public final class RankErrors {
  private static final int FEWEST_DRAWS = 2;

  /** By unit and draw; the errors are these less the unit's mean. */
  private final double[][] draws;

  private final double[] means;
  private final double[] variances;

  private RankErrors(double[][] draws, double[] means, double[] variances) {
    this.draws = draws;
    this.means = means;
    this.variances = variances;
  }

  /**
   * Errors as drawn, such as by a bootstrap: deviations of a unit's draws from their mean, so that
   * draws of the estimate serve as well as draws of its error.
   *
   * @param draws [unit][draw], finite; not copied, since there may be tens of millions, and so not
   *     to be changed while these errors are in use
   * @throws IllegalArgumentException for units with fewer than two draws, with draws of unequal
   *     number, or with a draw that is not finite
   */
  public static RankErrors drawn(double[][] draws) {
    double[] means = new double[draws.length];
    double[] variances = new double[draws.length];
    for (int unit = 0; unit < draws.length; unit++) {
      requireDraws(draws[unit].length, draws[0].length);
      double mean = 0;
      double squares = 0;
      // Welford (1962): exactly 0 where all draws are equal.
      for (int draw = 0; draw < draws[unit].length; draw++) {
        double fromMean = draws[unit][draw] - mean;
        mean += fromMean / (draw + 1);
        squares += fromMean * (draws[unit][draw] - mean);
      }
      if (!Double.isFinite(squares)) {
        throw new IllegalArgumentException("A draw of unit " + unit + " is not finite");
      }
      means[unit] = mean;
      variances[unit] = squares / (draws[unit].length - 1);
    }
    return new RankErrors(draws.clone(), means, variances);
  }

  /**
   * Normal errors of known standard deviation; the draws depend on the order of the units.
   *
   * @param standardErrors one per unit, 0 or more
   * @param draws 2 or more
   */
  public static RankErrors normal(double[] standardErrors, int draws, long seed) {
    requireDraws(draws, draws);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] drawn = new double[standardErrors.length][draws];
    double[] variances = new double[standardErrors.length];
    for (int unit = 0; unit < standardErrors.length; unit++) {
      double standardError = standardErrors[unit];
      if (!(standardError >= 0 && Double.isFinite(standardError))) {
        throw new IllegalArgumentException(standardError + " is no standard error");
      }
      variances[unit] = standardError * standardError;
      for (int draw = 0; draw < draws; draw++) {
        drawn[unit][draw] = standardError * random.nextGaussian();
      }
    }
    return new RankErrors(drawn, new double[standardErrors.length], variances);
  }

  int units() {
    return draws.length;
  }

  /** Draws of each unit; 0 without a unit. */
  int count() {
    return draws.length == 0 ? 0 : draws[0].length;
  }

  /** What is to be taken from {@link #drawsOf} to have errors. */
  double meanOf(int unit) {
    return means[unit];
  }

  double[] drawsOf(int unit) {
    return draws[unit];
  }

  double varianceOf(int unit) {
    return variances[unit];
  }

  /** Variance of the difference of two units' errors. */
  double varianceOf(int one, int other) {
    return variances[one] + variances[other];
  }

  private static void requireDraws(int draws, int ofTheFirst) {
    if (draws < FEWEST_DRAWS || draws != ofTheFirst) {
      throw new IllegalArgumentException(
          draws + " draws of a unit where the first has " + ofTheFirst);
    }
  }
}
