package org.cityeval.numeric.ranking;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.numeric.statistics.DrawnEstimate;

/**
 * How far the estimates of units may be off. For each unit there are draws of its error, in the
 * unit of the estimates, independent of the other units' draws. Draws may have any shape, normal or
 * not, and a unit without error has standard deviation 0. Where the standard error of an estimate
 * is itself estimated, each draw has one of its own, as another sample would.
 */
public final class RankErrors {
  /**
   * As many draws of all units are looked at together where the units of a draw are compared. A
   * unit's draws lie side by side: one alone costs as much as the eight that a processor fetches.
   */
  static final int DRAWS_AT_ONCE = 8;

  private static final int FEWEST_DRAWS = 2;

  /** By unit; the errors are the draws less the unit's mean. */
  private final DrawnEstimate[] drawn;

  private final double[] means;
  private final double[] variances;
  private final boolean hasKnownVariances;

  private RankErrors(DrawnEstimate[] drawn, double[] means, double[] variances) {
    this.drawn = drawn;
    this.means = means;
    this.variances = variances;
    this.hasKnownVariances =
        Arrays.stream(drawn).allMatch(unit -> Double.isInfinite(unit.degreesOfFreedom()));
  }

  /**
   * Errors as drawn, such as by a bootstrap. They are deviations of a unit's draws from their mean,
   * so draws of the estimate serve as well as draws of its error.
   *
   * @param drawn by unit, with finite draws
   * @throws IllegalArgumentException for units with fewer than two draws, with draws of unequal
   *     number, or with a draw that is not finite
   */
  public static RankErrors of(DrawnEstimate[] drawn) {
    double[] means = new double[drawn.length];
    double[] variances = new double[drawn.length];
    for (int unit = 0; unit < drawn.length; unit++) {
      requireDraws(drawn[unit].draws().length, drawn[0].draws().length);
      means[unit] = drawn[unit].mean();
      variances[unit] = drawn[unit].variance();
      if (Double.isNaN(variances[unit])) {
        throw new IllegalArgumentException("A draw of unit " + unit + " is not finite");
      }
    }
    return new RankErrors(drawn.clone(), means, variances);
  }

  /** Errors as drawn, with standard errors that are known: {@code [unit][draw]}, not copied. */
  public static RankErrors drawn(double[][] draws) {
    return of(Arrays.stream(draws).map(DrawnEstimate::known).toArray(DrawnEstimate[]::new));
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
    DrawnEstimate[] drawn = new DrawnEstimate[standardErrors.length];
    double[] variances = new double[standardErrors.length];
    for (int unit = 0; unit < standardErrors.length; unit++) {
      double standardError = standardErrors[unit];
      if (!(standardError >= 0 && Double.isFinite(standardError))) {
        throw new IllegalArgumentException(standardError + " is no standard error");
      }
      variances[unit] = standardError * standardError;
      double[] errors = new double[draws];
      Arrays.setAll(errors, draw -> standardError * random.nextGaussian());
      drawn[unit] = DrawnEstimate.known(errors);
    }
    return new RankErrors(drawn, new double[standardErrors.length], variances);
  }

  int units() {
    return drawn.length;
  }

  /** Draws of each unit; 0 without a unit. */
  int count() {
    return drawn.length == 0 ? 0 : drawn[0].draws().length;
  }

  /** What is to be taken from {@link #drawsOf} to have errors. */
  double meanOf(int unit) {
    return means[unit];
  }

  double[] drawsOf(int unit) {
    return drawn[unit].draws();
  }

  /**
   * Copies draws of all units.
   *
   * @param into takes them by draw, from {@code first} on, and unit; rows after the last draw stay
   */
  void copyDraws(int first, double[][] into) {
    int draws = Math.min(into.length, count() - first);
    for (int unit = 0; unit < drawn.length; unit++) {
      double[] of = drawn[unit].draws();
      for (int draw = 0; draw < draws; draw++) {
        into[draw][unit] = of[first + draw];
      }
    }
  }

  /** Copies {@link #varianceIn} of all units as {@link #copyDraws} does their draws. */
  void copyVariances(int first, double[][] into) {
    int draws = Math.min(into.length, count() - first);
    for (int unit = 0; unit < drawn.length; unit++) {
      double its = variances[unit];
      if (isKnown(unit)) {
        for (int draw = 0; draw < draws; draw++) {
          into[draw][unit] = its;
        }
      } else {
        double[] ratios = drawn[unit].varianceRatios();
        for (int draw = 0; draw < draws; draw++) {
          into[draw][unit] = its * ratios[first + draw];
        }
      }
    }
  }

  /** {@link #varianceIn} each draw. */
  double[] variancesOf(int unit) {
    double[] variancesOf = new double[count()];
    double its = variances[unit];
    if (isKnown(unit)) {
      Arrays.fill(variancesOf, its);
    } else {
      double[] ratios = drawn[unit].varianceRatios();
      for (int draw = 0; draw < variancesOf.length; draw++) {
        variancesOf[draw] = its * ratios[draw];
      }
    }
    return variancesOf;
  }

  private boolean isKnown(int unit) {
    return Double.isInfinite(drawn[unit].degreesOfFreedom());
  }

  /** As estimated. */
  double varianceOf(int unit) {
    return variances[unit];
  }

  /** Variance of the difference of two units' errors, as estimated. */
  double varianceOf(int one, int other) {
    return variances[one] + variances[other];
  }

  /** What the variance of a unit would be estimated at in a draw. */
  double varianceIn(int draw, int unit) {
    return hasKnownVariances ? variances[unit] : variances[unit] * drawn[unit].varianceRatio(draw);
  }

  /** Whether variances are the same in every draw. */
  boolean hasKnownVariances() {
    return hasKnownVariances;
  }

  double degreesOfFreedom(int unit) {
    return drawn[unit].degreesOfFreedom();
  }

  private static void requireDraws(int draws, int ofTheFirst) {
    if (draws < FEWEST_DRAWS || draws != ofTheFirst) {
      throw new IllegalArgumentException(
          draws + " draws of a unit where the first has " + ofTheFirst);
    }
  }
}
