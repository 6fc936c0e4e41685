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
    double[] medians = medians(estimates, errors);
    double median = median(estimates.clone());
    double[] pValues = new double[units];
    double ofGroup = degreesOfFreedom(errors);
    for (int unit = 0; unit < units; unit++) {
      double apart = estimates[unit] - median;
      double deviation = deviation(unit, errors, medians);
      pValues[unit] =
          apart == 0
              ? 1
              : deviation == 0 ? 0 : 2 * tail(unit, errors, ofGroup, Math.abs(apart) / deviation);
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

  /** The median of the group in each draw. */
  private static double[] medians(double[] estimates, RankErrors errors) {
    double[] medians = new double[errors.count()];
    double[] drawn = new double[estimates.length];
    double[][] some = new double[RankErrors.DRAWS_AT_ONCE][estimates.length];
    for (int draw = 0; draw < medians.length; draw++) {
      if (draw % some.length == 0) {
        errors.copyDraws(draw, some);
      }
      double[] draws = some[draw % some.length];
      for (int unit = 0; unit < drawn.length; unit++) {
        drawn[unit] = estimates[unit] + draws[unit] - errors.meanOf(unit);
      }
      medians[draw] = median(drawn);
    }
    return medians;
  }

  /** Standard deviation of a unit's distance from the median. */
  private static double deviation(int unit, RankErrors errors, double[] medians) {
    double[] draws = errors.drawsOf(unit);
    double ofDraws = errors.meanOf(unit);
    double mean = 0;
    double squares = 0;
    for (int draw = 0; draw < draws.length; draw++) {
      double apart = draws[draw] - ofDraws - medians[draw];
      double fromMean = apart - mean;
      mean += fromMean / (draw + 1);
      squares += fromMean * (apart - mean);
    }
    return Math.sqrt(squares / (draws.length - 1));
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
