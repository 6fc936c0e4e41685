package org.cityeval.numeric.timeseries;

/** Fills short gaps of a daily series. */
public final class Gaps {
  private Gaps() {}

  /**
   * The series with its interior gaps of at most {@code longest} days filled by a straight line
   * between the observed days on either side. Longer gaps, and days before the first or after the
   * last observed day, stay {@code NaN}: nothing is extrapolated, and nothing lies half-way to an
   * infinity.
   */
  public static double[] interpolate(double[] daily, int longest) {
    double[] filled = daily.clone();
    int before = -1;
    for (int day = 0; day < daily.length; day++) {
      if (Double.isNaN(daily[day])) {
        continue;
      }
      int gap = day - before - 1;
      if (before >= 0 && gap >= 1 && gap <= longest) {
        double apart = daily[day] - daily[before];
        int days = day - before;
        double step =
            Double.isInfinite(apart) ? daily[day] / days - daily[before] / days : apart / days;
        for (int missing = before + 1; missing < day && Double.isFinite(step); missing++) {
          filled[missing] = daily[before] + step * (missing - before);
        }
      }
      before = day;
    }
    return filled;
  }
}
