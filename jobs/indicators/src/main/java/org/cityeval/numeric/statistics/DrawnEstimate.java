package org.cityeval.numeric.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What an estimate could be: draws with its standard error taken as known, and beside them how well
 * that standard error is known. The two are kept apart since a few degrees of freedom, drawn into
 * the estimate, have tails in which every comparison of many is lost. For one thread.
 */
public final class DrawnEstimate {
  private final double[] draws;
  private final double degreesOfFreedom;
  private final double mean;
  private final double variance;

  /** For draws of the standard error; null where it is known. */
  private final SplittableRandom random;

  /** Null until one is asked for. */
  private double[] varianceRatios;

  private DrawnEstimate(double[] draws, double degreesOfFreedom, SplittableRandom random) {
    this.draws = draws;
    this.degreesOfFreedom = degreesOfFreedom;
    this.random = random;
    double ofFirst = 0;
    double squares = 0;
    // Welford (1962): exactly 0 where all draws are equal.
    for (int draw = 0; draw < draws.length; draw++) {
      double fromMean = draws[draw] - ofFirst;
      ofFirst += fromMean / (draw + 1);
      squares += fromMean * (draws[draw] - ofFirst);
    }
    this.mean = draws.length == 0 ? Double.NaN : ofFirst;
    this.variance = draws.length < 2 ? Double.NaN : squares / (draws.length - 1);
  }

  /** An estimate whose standard error is known. */
  public static DrawnEstimate known(double[] draws) {
    return new DrawnEstimate(draws, Double.POSITIVE_INFINITY, null);
  }

  /**
   * An estimate whose standard error is estimated, too.
   *
   * @param draws not copied, and so not to be changed
   * @param degreesOfFreedom of the standard error, above 0; {@code POSITIVE_INFINITY} for a known
   *     one
   * @param random for draws of the standard error, which are made when one is asked for; used by
   *     nobody else
   */
  public static DrawnEstimate of(double[] draws, double degreesOfFreedom, SplittableRandom random) {
    if (Double.isInfinite(degreesOfFreedom)) {
      return known(draws);
    }
    return new DrawnEstimate(draws, new StudentT(degreesOfFreedom).degreesOfFreedom(), random);
  }

  /** Not to be changed. */
  public double[] draws() {
    return draws;
  }

  /** The mean of the draws; {@code NaN} without any, and where one is not finite. */
  public double mean() {
    return Double.isFinite(mean) ? mean : Double.NaN;
  }

  /**
   * Their variance with divisor n - 1; {@code NaN} of fewer than two, and where it is not finite.
   */
  public double variance() {
    return Double.isFinite(variance) ? variance : Double.NaN;
  }

  public double degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /** What the variance would be estimated at in a draw, over what it is. */
  public double varianceRatio(int draw) {
    Domain.within("draw", draw, 0, draws.length - 1.0);
    return random == null ? 1 : varianceRatios()[draw];
  }

  /** {@link #varianceRatio} of each draw, not to be changed. */
  public double[] varianceRatios() {
    if (varianceRatios == null && random == null) {
      varianceRatios = new double[draws.length];
      Arrays.fill(varianceRatios, 1);
    } else if (varianceRatios == null) {
      StudentT error = new StudentT(degreesOfFreedom);
      varianceRatios = new double[draws.length];
      for (int i = 0; i < varianceRatios.length; i++) {
        varianceRatios[i] = error.varianceRatio(random);
      }
    }
    return varianceRatios;
  }

  /** The interval of the estimate, as wide as the degrees of freedom make it. */
  public Bounds interval(double level) {
    return BootstrapInterval.expanded(draws, level, degreesOfFreedom);
  }
}
