package org.cityeval.assembly;

import java.time.LocalDate;
import java.util.Arrays;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.statistics.Quantiles;

/** The level of a fixed window of days, the same for every day or for every day of a weekday. */
public record WindowNormal(LocalDate firstDay, LocalDate lastDay, Method method) implements Normal {

  /** How the window is summed up. */
  public enum Method {
    /** Median of the days of the same weekday. */
    WEEKDAY_MEDIAN,
    /** Mean of all days. */
    MEAN
  }

  @Override
  public double[] of(double[] daily, LocalDate from) {
    double[] window = daily.clone();
    for (int day = 0; day < window.length; day++) {
      LocalDate date = from.plusDays(day);
      if (date.isBefore(firstDay) || date.isAfter(lastDay)) {
        window[day] = Double.NaN;
      }
    }
    double[] byWeekday = new double[8];
    switch (method) {
      case MEAN -> Arrays.fill(byWeekday, Decimals.mean(window));
      case WEEKDAY_MEDIAN -> {
        for (int weekday = 1; weekday <= 7; weekday++) {
          byWeekday[weekday] = Quantiles.median(ofWeekday(window, from, weekday));
        }
      }
    }
    double[] normals = new double[daily.length];
    Arrays.setAll(normals, day -> byWeekday[from.plusDays(day).getDayOfWeek().getValue()]);
    return normals;
  }

  private static double[] ofWeekday(double[] daily, LocalDate from, int weekday) {
    double[] same = daily.clone();
    for (int day = 0; day < same.length; day++) {
      if (from.plusDays(day).getDayOfWeek().getValue() != weekday) {
        same[day] = Double.NaN;
      }
    }
    return same;
  }
}
