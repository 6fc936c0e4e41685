package org.cityeval.numeric.timeseries;

import org.cityeval.numeric.statistics.Domain;

/**
 * The error of the slope of a weighted straight line over days whose residuals resemble those of
 * the day before: a first-order autoregression (Cochrane and Orcutt 1949).
 *
 * <p>Its coefficient is that of the residuals, freed of the bias that a fitted line gives it
 * (Kendall 1954). Its standard error is added, for a coefficient too small does more harm than one
 * too large. The variance of the residuals is freed of what such a line takes away. The degrees of
 * freedom are those of that variance (Satterthwaite 1946). Where no day depends on another they are
 * the points less two.
 *
 * @param standardError per position; {@code NaN} with fewer than three points, with an infinite
 *     one, and where the points have no two positions with weight
 * @param degreesOfFreedom of the Student t that slope over error follows
 * @param persistence the coefficient taken, 0 or more
 */
public record SlopeError(double standardError, double degreesOfFreedom, double persistence) {
  private static final int FEWEST_POINTS = 3;
  private static final SlopeError UNDEFINED = new SlopeError(Double.NaN, Double.NaN, Double.NaN);

  /**
   * The error of a slope.
   *
   * @param residuals from the line, divided by what their standard deviation is in proportion to;
   *     by position, {@code NaN} where there is no point
   * @param weights of the points in the fit, above 0; of the same positions
   * @param greatestPersistence what the coefficient is held below, 0 to below 1
   */
  public static SlopeError of(double[] residuals, double[] weights, double greatestPersistence) {
    Domain.sameLength("residuals", residuals.length, "weights", weights.length);
    Domain.within("greatestPersistence", greatestPersistence, 0, Math.nextDown(1.0));
    Points points = Points.of(residuals, weights);
    if (points.count < FEWEST_POINTS || !Double.isFinite(points.squares)) {
      return UNDEFINED;
    }
    double persistence = points.persistence(greatestPersistence);
    return points.error(persistence);
  }

  /**
   * The points and the two directions that the fit takes from the residuals.
   *
   * @param at their positions, ascending
   * @param level of length 1: what all points have in common
   * @param trend of length 1: what grows along the line
   * @param information on the slope: weighted squares of the positions about their mean
   * @param squares of the residuals
   * @param products of residuals at positions that follow each other
   * @param followers how many of these there are
   */
  private record Points(
      int count,
      int[] at,
      double[] level,
      double[] trend,
      double information,
      double squares,
      double products,
      int followers) {
    static Points of(double[] residuals, double[] weights) {
      int count = 0;
      int[] at = new int[residuals.length];
      double weight = 0;
      double mean = 0;
      double squares = 0;
      double products = 0;
      int followers = 0;
      for (int i = 0; i < residuals.length; i++) {
        if (Double.isNaN(residuals[i])) {
          continue;
        }
        Domain.within("weights", weights[i], Double.MIN_VALUE, Double.MAX_VALUE);
        weight += weights[i];
        mean += weights[i] / weight * (i - mean);
        squares += residuals[i] * residuals[i];
        if (count > 0 && at[count - 1] == i - 1) {
          products += residuals[i] * residuals[i - 1];
          followers++;
        }
        at[count++] = i;
      }
      double[] level = new double[count];
      double[] trend = new double[count];
      double information = 0;
      for (int i = 0; i < count; i++) {
        double fromMean = at[i] - mean;
        level[i] = Math.sqrt(weights[at[i]] / weight);
        trend[i] = Math.sqrt(weights[at[i]]) * fromMean;
        information += weights[at[i]] * fromMean * fromMean;
      }
      for (int i = 0; i < count; i++) {
        trend[i] /= Math.sqrt(information);
      }
      return new Points(count, at, level, trend, information, squares, products, followers);
    }

    double persistence(double greatest) {
      if (!(squares > 0)) {
        return 0;
      }
      if (followers == 0 || count <= 4) {
        return greatest;
      }
      double found = products / squares * (count - 1) / followers;
      double unbiased = (found + 2.0 / count) / (1 - 4.0 / count);
      double error = Math.sqrt(Math.max(0, 1 - unbiased * unbiased) / count);
      return Math.max(0, Math.min(greatest, unbiased + error));
    }

    SlopeError error(double persistence) {
      double[] powers = new double[at[count - 1] + 1];
      powers[0] = 1;
      for (int lag = 1; lag < powers.length; lag++) {
        powers[lag] = persistence * powers[lag - 1];
      }
      double[] levelled = new double[count];
      double[] trended = new double[count];
      double correlations = 0;
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          double correlation = powers[Math.abs(at[i] - at[j])];
          levelled[i] += correlation * level[j];
          trended[i] += correlation * trend[j];
          correlations += correlation * correlation;
        }
      }
      double ofLevel = product(level, levelled);
      double ofTrend = product(trend, trended);
      double ofBoth = product(level, trended);
      double left = count - ofLevel - ofTrend;
      double spread =
          correlations
              - 2 * (product(levelled, levelled) + product(trended, trended))
              + ofLevel * ofLevel
              + 2 * ofBoth * ofBoth
              + ofTrend * ofTrend;
      double variance = squares / left * ofTrend / information;
      return Double.isFinite(variance)
          ? new SlopeError(Math.sqrt(variance), left * left / spread, persistence)
          : UNDEFINED;
    }

    private static double product(double[] one, double[] other) {
      double sum = 0;
      for (int i = 0; i < one.length; i++) {
        sum += one[i] * other[i];
      }
      return sum;
    }
  }
}
