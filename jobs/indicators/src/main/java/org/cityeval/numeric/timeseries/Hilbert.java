package org.cityeval.numeric.timeseries;

/**
 * The discrete Hilbert transform: the series with every oscillation turned by a quarter of its
 * period. With the series itself it gives a phase for each day.
 *
 * <p>Source: Gabor (1946), the analytic signal. The series is taken as one period of an endless
 * one, so days near either end are disturbed where the ends do not meet.
 */
final class Hilbert {
  private final double[] kernel;

  /** The transform of series of {@code days} days; n² steps for each. */
  Hilbert(int days) {
    kernel = new double[days];
    for (int shift = 1; shift < days; shift++) {
      double angle = Math.PI * shift / days;
      double sign = shift % 2 == 0 ? 1 : -1;
      // The sum of the sines of all frequencies but 0 and the highest, in closed form.
      double whole = days % 2 == 0 ? sign * Math.cos(angle) : sign;
      kernel[shift] = (Math.cos(angle) - whole) / (days * Math.sin(angle));
    }
  }

  double[] transform(double[] daily) {
    double[] turned = new double[daily.length];
    for (int day = 0; day < daily.length; day++) {
      for (int from = 0; from < daily.length; from++) {
        turned[day] += kernel[day >= from ? day - from : day - from + daily.length] * daily[from];
      }
    }
    return turned;
  }
}
