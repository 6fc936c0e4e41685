package org.cityeval.numeric.epidemic;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.GammaQuantile;

/**
 * How many people one infected person goes on to infect, as seen from the days of a window alone.
 *
 * <p>Source: Cori, Ferguson, Fraser and Cauchemez (2013). The instantaneous number is used. The
 * case reproduction number of Wallinga and Teunis (2004) needs later cases and so sinks at the end
 * of every series.
 */
public final class ReproductionNumber {
  private ReproductionNumber() {}

  /**
   * Posterior of R by the last day of its window, a gamma distribution. Every array has one value
   * per day, and all are {@code NaN} on the same days.
   *
   * @param casesInWindow cases on the usable days of the window; below 11 the prior weighs heavily
   */
  public record Estimates(double[] shape, double[] scale, double[] casesInWindow) {
    static Estimates undefined(int days) {
      double[][] nothing = new double[3][days];
      for (double[] values : nothing) {
        Arrays.fill(values, Double.NaN);
      }
      return new Estimates(nothing[0], nothing[1], nothing[2]);
    }

    public double[] mean() {
      return daily(day -> shape[day] * scale[day]);
    }

    public double[] sd() {
      return daily(day -> Math.sqrt(shape[day]) * scale[day]);
    }

    /** The {@code p}-quantile of each day. */
    public double[] quantile(double p) {
      return daily(day -> quantile(day, p));
    }

    /**
     * The {@code p}-quantile of one day, which takes longer than all else here.
     *
     * @param p 0.0001 to 0.9999
     */
    public double quantile(int day, double p) {
      Domain.within("day", day, 0, shape.length - 1);
      return Double.isNaN(shape[day]) ? Double.NaN : GammaQuantile.of(shape[day], p) * scale[day];
    }

    private double[] daily(IntToDoubleFunction value) {
      double[] daily = new double[shape.length];
      Arrays.setAll(daily, value);
      return daily;
    }

    private void put(int day, double shape, double scale, double cases) {
      this.shape[day] = shape;
      this.scale[day] = scale;
      casesInWindow[day] = cases;
    }
  }

  /**
   * R over trailing windows. The first window starts on the second day, since the first has nobody
   * to be infected by. Undefined while the window ends within one mean serial interval.
   *
   * <p>A day that is {@code NaN} or negative (a cumulative count that fell) is not usable. Neither
   * its cases nor its infectiousness enter the window, and it infects nobody later. A window with
   * fewer than 70 % usable days (5 of 7) is undefined, as is one that an infinite count reaches.
   *
   * @param newCases daily counts, not smoothed
   * @param serialInterval probability of 0, 1, 2, ... days; the entry for day 0 is 0, the sum 1
   *     within 0.01
   * @param windowDays at least 1
   * @throws IllegalArgumentException for another window, or what is no distribution of intervals
   */
  public static Estimates cori(
      double[] newCases, double[] serialInterval, int windowDays, Prior prior) {
    Domain.atLeast("windowDays", windowDays, 1);
    double[] infectiousness = infectiousness(newCases, serialInterval);
    double meanInterval = SerialInterval.mean(serialInterval);
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
      double shape = prior.shape() + cases;
      double scale = 1 / (1 / prior.scale() + pressure);
      boolean known = Double.isFinite(shape) && scale > 0;
      if (10L * usable >= 7L * windowDays && end + 1 > meanInterval && known) {
        estimates.put(end, shape, scale, cases);
      }
    }
    return estimates;
  }

  /**
   * Expected new cases per day were R one: earlier cases weighted by the serial interval. {@code
   * NaN} where an infinite count is among them.
   *
   * @param serialInterval as {@link #cori}
   */
  public static double[] infectiousness(double[] newCases, double[] serialInterval) {
    SerialInterval.require("serialInterval", serialInterval);
    double[] infectiousness = new double[newCases.length];
    for (int day = 0; day < newCases.length; day++) {
      for (int k = 1; k <= Math.min(day, serialInterval.length - 1); k++) {
        infectiousness[day] += infecting(newCases[day - k]) * serialInterval[k];
      }
    }
    return infectiousness;
  }

  /** An unknown day infects nobody; an infinite one leaves unknown whom it infects. */
  private static double infecting(double cases) {
    return cases == Double.POSITIVE_INFINITY ? Double.NaN : cases > 0 ? cases : 0;
  }
}
