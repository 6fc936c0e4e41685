package org.cityeval.numeric.ranking;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.FalseDiscovery;
import org.cityeval.numeric.statistics.OrderStatistic;
import org.cityeval.numeric.statistics.StudentT;

/**
 * Who is apart from the median of a group beyond chance. That is one question for each unit and not
 * one for each pair, so it has an answer where ranks are hardly known. Since it is asked of all
 * units, the expected share of false answers among those given is controlled (Benjamini & Hochberg
 * 1995).
 */
public final class MedianStandings {
  /** Below by more than any rounding. */
  private static final double CLEARLY = 0.999;

  private static final double SMALLEST_TOLD = 1e-9;

  private MedianStandings() {}

  /**
   * The standing of every unit.
   *
   * @param estimates one finite score per unit, higher is better
   * @param errors of the estimates; how the median of the group varies with them is taken in
   * @param rate the false discovery rate, such as 0.05
   */
  public static Standing[] of(double[] estimates, RankErrors errors, double rate) {
    Domain.sameLength("estimates", estimates.length, "errors", errors.units());
    Domain.finite("estimates", estimates);
    int units = estimates.length;
    if (units == 0) {
      return new Standing[0];
    }
    double[] deviations = deviations(estimates, errors);
    double median = median(estimates.clone());
    double[] pValues = new double[units];
    double ofGroup = degreesOfFreedom(errors);
    double leastFound = leastFound(rate);
    for (int unit = 0; unit < units; unit++) {
      double apart = Math.abs(estimates[unit] - median);
      pValues[unit] =
          apart == 0 || apart < leastFound * deviations[unit]
              ? 1
              : deviations[unit] == 0
                  ? 0
                  : 2 * tail(unit, errors, ofGroup, apart / deviations[unit]);
    }
    boolean[] finds = FalseDiscovery.finds(pValues, rate);
    Standing[] standings = new Standing[units];
    for (int unit = 0; unit < units; unit++) {
      standings[unit] =
          !finds[unit]
              ? Standing.NOT_DISTINGUISHABLE
              : estimates[unit] > median ? Standing.CLEARLY_BETTER : Standing.CLEARLY_WORSE;
    }
    return standings;
  }

  /**
   * Fewer deviations are no find, whatever the other units do. A find's p-value is at most the
   * rate, and no Student t has thinner tails than the normal distribution. So their p-value need
   * not be known. At rates smaller than any in use, 1 - rate / 2 is too coarse to tell.
   */
  private static double leastFound(double rate) {
    if (rate < SMALLEST_TOLD) {
      return 0;
    }
    double p = 1 - rate / 2;
    return p >= 0.5 && p < 1 ? CLEARLY * new StudentT(Double.POSITIVE_INFINITY).quantile(p) : 0;
  }

  /**
   * Probability of a distance of so many deviations, on one side. Takes the fewer degrees of
   * freedom of the unit and of the median. If a unit's own error happens to be estimated as small,
   * those of the sum of both would hide that. There were more finds then, and false ones in up to
   * 14 % of groups of ten.
   */
  private static double tail(int unit, RankErrors errors, double ofGroup, double deviations) {
    double own =
        errors.varianceOf(unit) > 0 ? errors.degreesOfFreedom(unit) : Double.POSITIVE_INFINITY;
    return new StudentT(Math.min(own, ofGroup)).cumulativeProbability(-deviations);
  }

  /** Of the sum of all errors, which stands for that of the median. */
  private static double degreesOfFreedom(RankErrors errors) {
    double[] variances = new double[errors.units()];
    double[] degreesOfFreedom = new double[errors.units()];
    Arrays.setAll(variances, errors::varianceOf);
    Arrays.setAll(degreesOfFreedom, errors::degreesOfFreedom);
    return StudentT.ofSum(variances, degreesOfFreedom);
  }

  /** By unit the standard deviation of its distance from the median of the group in each draw. */
  private static double[] deviations(double[] estimates, RankErrors errors) {
    int units = estimates.length;
    double[] ofDraws = new double[units];
    Arrays.setAll(ofDraws, errors::meanOf);
    double[] drawn = new double[units];
    double[] means = new double[units];
    double[] squares = new double[units];
    double[][] some = new double[RankErrors.DRAWS_AT_ONCE][units];
    for (int draw = 0; draw < errors.count(); draw++) {
      if (draw % some.length == 0) {
        errors.copyDraws(draw, some);
      }
      double[] draws = some[draw % some.length];
      for (int unit = 0; unit < units; unit++) {
        drawn[unit] = estimates[unit] + draws[unit] - ofDraws[unit];
      }
      double median = median(drawn);
      for (int unit = 0; unit < units; unit++) {
        double apart = draws[unit] - ofDraws[unit] - median;
        double fromMean = apart - means[unit];
        means[unit] += fromMean / (draw + 1);
        squares[unit] += fromMean * (apart - means[unit]);
      }
    }
    double[] deviations = new double[units];
    Arrays.setAll(deviations, unit -> Math.sqrt(squares[unit] / (errors.count() - 1)));
    return deviations;
  }

  /** The median; changes the order of what it is given. */
  private static double median(double[] values) {
    int half = values.length / 2;
    double upper = OrderStatistic.select(values, half);
    if (values.length % 2 == 1) {
      return upper;
    }
    // All that stand before the one selected are no larger.
    double lower = values[0];
    for (int i = 1; i < half; i++) {
      lower = Math.max(lower, values[i]);
    }
    return (lower + upper) / 2;
  }
}
