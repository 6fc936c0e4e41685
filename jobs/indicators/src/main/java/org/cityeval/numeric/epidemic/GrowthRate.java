package org.cityeval.numeric.epidemic;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.WeightedLine;
import org.cityeval.numeric.timeseries.SlopeError;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Exponential rate at which a daily count grows or, below zero, declines.
 *
 * <p>The quasi-Poisson fit is the one to use: it takes days without a case as they are, and widens
 * its error where counts scatter more than chance. The straight line through the logarithms cannot
 * hold a zero. Counts that lie above the curve for days on end say less than as many that do not:
 * the error of {@link #ofDependentDays} allows for it.
 */
public final class GrowthRate {
  private static final int MOST_ITERATIONS = 100;
  private static final double CONVERGED = 1e-12;

  private GrowthRate() {}

  /**
   * A fitted rate.
   *
   * @param rate per day, natural logarithm; {@code NaN} where there is no fit
   * @param standardError of the rate, dispersion included
   * @param dispersion Pearson statistic per degree of freedom, or the residual variance of the
   *     logarithms
   * @param days days that entered the fit
   * @param degreesOfFreedom of the interval of the rate: two less than days, or fewer where days
   *     depend on each other
   */
  public record Fit(
      double rate,
      double standardError,
      double dispersion,
      int days,
      double degreesOfFreedom,
      boolean converged) {
    static Fit none(int days) {
      return new Fit(Double.NaN, Double.NaN, Double.NaN, days, days - 2.0, false);
    }

    /** Days in which the count doubles; negative is the time in which it halves. */
    public double doublingDays() {
      return Math.log(2) / rate;
    }

    /** Interval of the rate by Student's t. */
    public Bounds interval(double level) {
      Domain.between0And1("level", level);
      if (!converged || days < 3) {
        return Bounds.UNDEFINED;
      }
      double t = new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + level) / 2);
      return new Bounds(rate - t * standardError, rate + t * standardError);
    }
  }

  /**
   * Log-linear regression of the counts on the day by quasi-likelihood, variance proportional to
   * the mean (Wedderburn 1974; McCullagh and Nelder 1989), by iteratively reweighted least squares.
   *
   * @param counts daily counts; {@code NaN} and negative days are passed over, the day index being
   *     the regressor. Fewer than three days, or two days with a case, give no fit, nor does an
   *     infinite count.
   */
  public static Fit quasiPoisson(double[] counts) {
    int days = 0;
    int positive = 0;
    for (double count : counts) {
      days += count >= 0 ? 1 : 0;
      positive += count > 0 ? 1 : 0;
    }
    if (days < 3 || positive < 2 || Domain.holdsInfinity(counts)) {
      return Fit.none(days);
    }
    double[] mean = new double[counts.length];
    for (int day = 0; day < counts.length; day++) {
      mean[day] = counts[day] + 0.1;
    }
    double rate = Double.NaN;
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      WeightedLine line = workingLine(counts, mean);
      boolean settled = Math.abs(line.slope() - rate) <= CONVERGED * (1 + Math.abs(rate));
      rate = line.slope();
      double pearson = 0;
      for (int day = 0; day < counts.length; day++) {
        mean[day] = Math.exp(line.at(day));
        pearson += counts[day] >= 0 ? Math.pow(counts[day] - mean[day], 2) / mean[day] : 0;
      }
      if (!Double.isFinite(pearson)) {
        return Fit.none(days);
      }
      if (settled) {
        double dispersion = pearson / (days - 2);
        return new Fit(
            rate, Math.sqrt(dispersion / line.squares()), dispersion, days, days - 2.0, true);
      }
    }
    return Fit.none(days);
  }

  /**
   * {@link #quasiPoisson} of counts that stay off the curve for days on end. The rate is the same.
   * Error and degrees of freedom are those of residuals that are a first-order autoregression
   * ({@link SlopeError}).
   *
   * @param greatestPersistence what the coefficient of the autoregression is held below, 0 to below
   *     1
   */
  public static Fit ofDependentDays(double[] counts, double greatestPersistence) {
    Domain.within("greatestPersistence", greatestPersistence, 0, Math.nextDown(1.0));
    Fit fit = quasiPoisson(counts);
    if (!fit.converged()) {
      return fit;
    }
    double[] mean = fitted(counts, fit.rate());
    double[] residuals = new double[counts.length];
    Arrays.setAll(
        residuals,
        day ->
            counts[day] >= 0 && mean[day] > 0
                ? (counts[day] - mean[day]) / Math.sqrt(mean[day])
                : Double.NaN);
    SlopeError error = SlopeError.of(residuals, mean, greatestPersistence);
    return Double.isNaN(error.standardError())
        ? Fit.none(fit.days())
        : new Fit(
            fit.rate(),
            error.standardError(),
            fit.dispersion(),
            fit.days(),
            error.degreesOfFreedom(),
            true);
  }

  /** The exponential of a rate whose sum over the observed days is that of the counts. */
  private static double[] fitted(double[] counts, double rate) {
    double[] mean = new double[counts.length];
    double cases = 0;
    double sum = 0;
    int top = rate < 0 ? 0 : counts.length - 1;
    for (int day = 0; day < counts.length; day++) {
      mean[day] = Math.exp(rate * (day - top));
      if (counts[day] >= 0) {
        cases += counts[day];
        sum += mean[day];
      }
    }
    for (int day = 0; day < counts.length; day++) {
      mean[day] *= cases / sum;
    }
    return mean;
  }

  /**
   * Least squares line through the logarithms of the counts.
   *
   * @param counts daily counts, {@code NaN} days passed over; a count of zero or less has no
   *     logarithm, an infinite one no size, and they give no fit
   */
  public static Fit logLinear(double[] counts) {
    WeightedLine line = new WeightedLine();
    int days = 0;
    for (int day = 0; day < counts.length; day++) {
      if (counts[day] <= 0 || Double.isInfinite(counts[day])) {
        return Fit.none(Moments.observed(counts));
      }
      if (!Double.isNaN(counts[day])) {
        line.add(1, day, Math.log(counts[day]));
        days++;
      }
    }
    if (days < 3) {
      return Fit.none(days);
    }
    double residual = 0;
    for (int day = 0; day < counts.length; day++) {
      residual += counts[day] > 0 ? Math.pow(Math.log(counts[day]) - line.at(day), 2) : 0;
    }
    double variance = residual / (days - 2);
    return new Fit(
        line.slope(), Math.sqrt(variance / line.squares()), variance, days, days - 2.0, true);
  }

  private static WeightedLine workingLine(double[] counts, double[] mean) {
    WeightedLine line = new WeightedLine();
    for (int day = 0; day < counts.length; day++) {
      if (counts[day] >= 0) {
        double working = Math.log(mean[day]) + (counts[day] - mean[day]) / mean[day];
        line.add(mean[day], day, working);
      }
    }
    return line;
  }
}
