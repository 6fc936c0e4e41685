package org.cityeval.indicator;

import java.util.SplittableRandom;

/** Days that resemble the day before: first-order autoregressions of variance 1, for tests. */
public final class DependentDays {
  private DependentDays() {}

  /**
   * One series.
   *
   * @param persistence correlation of a day with the day before, 0 to below 1
   */
  public static double[] of(int days, double persistence, SplittableRandom random) {
    double[] daily = new double[days];
    double innovation = Math.sqrt(1 - persistence * persistence);
    for (int day = 0; day < days; day++) {
      daily[day] =
          day == 0
              ? random.nextGaussian()
              : persistence * daily[day - 1] + innovation * random.nextGaussian();
    }
    return daily;
  }
}
