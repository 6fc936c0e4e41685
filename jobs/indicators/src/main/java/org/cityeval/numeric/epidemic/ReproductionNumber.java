package org.cityeval.numeric.epidemic;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * How many people one infected person goes on to infect, as seen from the days of a window alone.
 *
 * <p>Source: Cori, Ferguson, Fraser and Cauchemez (2013). The instantaneous number is used, not the
 * case reproduction number of Wallinga and Teunis (2004), which needs later cases and so sinks at
 * the end of every series.
 */
public final class ReproductionNumber {
  private static final double QUANTILE_ACCURACY = 1e-13;

  private ReproductionNumber() {}

  /**
   * Posterior of R by the last day of its window; every array has one value per day and all are
   * {@code NaN} on the same days.
   *
   * @param low 2.5 % quantile
   * @param high 97.5 % quantile
   * @param casesInWindow cases on the usable days of the window; below 11 the prior weighs heavily
   */
  public record Estimates(
      double[] mean,
      double[] sd,
      double[] low,
      double[] median,
      double[] high,
      double[] casesInWindow) {
    static Estimates undefined(int days) {
      double[][] nothing = new double[6][days];
      for (double[] values : nothing) {
        Arrays.fill(values, Double.NaN);
      }
      return new Estimates(nothing[0], nothing[1], nothing[2], nothing[3], nothing[4], nothing[5]);
    }

    private void put(int day, double shape, double scale, double cases) {
      GammaDistribution unit = new GammaDistribution(shape, 1, QUANTILE_ACCURACY);
      mean[day] = shape * scale;
      sd[day] = Math.sqrt(shape) * scale;
      low[day] = unit.inverseCumulativeProbability(0.025) * scale;
      median[day] = unit.inverseCumulativeProbability(0.5) * scale;
      high[day] = unit.inverseCumulativeProbability(0.975) * scale;
      casesInWindow[day] = cases;
    }
  }

  /**
   * R over trailing windows. The first window starts on the second day, since the first has nobody
   * to be infected by. Undefined while the window ends within one mean serial interval.
   *
   * <p>A day that is {@code NaN} or negative (a cumulative count that fell) is not usable: neither
   * its cases nor its infectiousness enter the window, and it infects nobody later. A window with
   * fewer than 70 % usable days (5 of 7) is undefined.
   *
   * @param newCases daily counts, not smoothed
   * @param serialInterval probability of 0, 1, 2, ... days; the entry for day 0 is 0
   * @param windowDays at least 1
   */
  public static Estimates cori(
      double[] newCases, double[] serialInterval, int windowDays, Prior prior) {
    if (windowDays < 1) {
      throw new IllegalArgumentException("A window has at least one day, not " + windowDays);
    }
    double[] infectiousness = infectiousness(newCases, serialInterval);
    double meanInterval = SerialInterval.mean(serialInterval);
    int usableNeeded = (7 * windowDays + 9) / 10;
    Estimates estimates = Estimates.undefined(newCases.length);
    for (int end = windowDays; end < newCases.length; end++) {
      double cases = 0;
      double pressure = 0;
      int usable = 0;
      for (int day = end - windowDays + 1; day <= end; day++) {
        if (newCases[day] >= 0) {
          cases += newCases[day];
          pressure += infectiousness[day];
          usable++;
        }
      }
      if (usable >= usableNeeded && end + 1 > meanInterval) {
        estimates.put(end, prior.shape() + cases, 1 / (1 / prior.scale() + pressure), cases);
      }
    }
    return estimates;
  }

  /** Expected new cases per day were R one: earlier cases weighted by the serial interval. */
  public static double[] infectiousness(double[] newCases, double[] serialInterval) {
    double[] infectiousness = new double[newCases.length];
    for (int day = 0; day < newCases.length; day++) {
      for (int k = 1; k <= Math.min(day, serialInterval.length - 1); k++) {
        infectiousness[day] += Math.max(0, zeroIfNaN(newCases[day - k])) * serialInterval[k];
      }
    }
    return infectiousness;
  }

  private static double zeroIfNaN(double cases) {
    return Double.isNaN(cases) ? 0 : cases;
  }
}
