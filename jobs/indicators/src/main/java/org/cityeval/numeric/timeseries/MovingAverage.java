package org.cityeval.numeric.timeseries;

import org.cityeval.numeric.statistics.Decimals;

/** Smooths a daily series over whole weeks, so that weekends do not look like change. */
public final class MovingAverage {
  private MovingAverage() {}

  /**
   * Mean of the observed values among the last {@code days} days, the day itself included; {@code
   * NaN} where fewer than half of those days (rounded up) are observed. Days before the series
   * count as not observed, so the average never looks ahead. The mean is of decimals, rounded once.
   *
   * @param daily one value a day, {@code NaN} where not observed
   * @param days length of the window, at least 1
   */
  public static double[] trailing(double[] daily, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("A moving average needs a window of days, not " + days);
    }
    int needed = days / 2 + days % 2;
    return Decimals.trailingMeans(daily, days, needed);
  }
}
