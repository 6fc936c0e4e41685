package org.cityeval.numeric.timeseries;

import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Selection;

/**
 * The observed days of a series, moved together.
 *
 * @param day index of each in the series, ascending
 * @param value of each, none {@code NaN}
 */
record ObservedDays(int[] day, double[] value) {
  /** The days of a series in which an infinity leaves nothing to be told. */
  static ObservedDays ofFinite(double[] daily) {
    if (Domain.holdsInfinity(daily)) {
      throw new IllegalArgumentException("A day of the daily series is infinite");
    }
    return of(daily);
  }

  static ObservedDays of(double[] daily) {
    int[] day = IntStream.range(0, daily.length).filter(i -> !Double.isNaN(daily[i])).toArray();
    return new ObservedDays(day, Selection.of(daily, day));
  }

  int count() {
    return value.length;
  }

  /** True where no value differs from the first; asked of the values, for means are rounded. */
  boolean isConstant() {
    for (double v : value) {
      if (v != value[0]) {
        return false;
      }
    }
    return true;
  }
}
