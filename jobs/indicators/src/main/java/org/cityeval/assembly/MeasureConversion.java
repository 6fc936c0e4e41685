package org.cityeval.assembly;

import java.time.LocalDate;
import java.util.Arrays;
import org.cityeval.numeric.Moments;
import org.cityeval.numeric.Quantiles;
import org.cityeval.series.Unit;

/** Converts what a source published into daily counts, or into changes from a baseline. */
public final class MeasureConversion {
  private MeasureConversion() {}

  /** Daily values in the quantity's unit, {@code NaN} where unobserved, and a flag per day. */
  public record Converted(double[] daily, CountFlag[] flags) {}

  /**
   * Converts one measure.
   *
   * @param published value per day as published, {@code NaN} where there is none
   * @param firstDay the date of the first element
   */
  public static Converted convert(double[] published, MeasureRule rule, LocalDate firstDay) {
    CountFlag[] flags = new CountFlag[published.length];
    Arrays.fill(flags, CountFlag.NONE);
    double[] daily =
        switch (rule.kind()) {
          case DAILY_COUNT -> published.clone();
          case CUMULATIVE_COUNT -> differences(published, rule.beforeFirst(), flags);
          case INDEX -> map(published, value -> value / rule.scale() - 1);
          case PERCENT_CHANGE -> map(published, value -> value / rule.scale());
          case LEVEL -> level(published, rule, firstDay);
        };
    return new Converted(daily, flags);
  }

  /**
   * Differences of a cumulative count. The first report alone gives no difference; after a gap the
   * whole rise falls on the first day that reports again, and the day is flagged.
   */
  private static double[] differences(
      double[] cumulative, MeasureRule.BeforeFirst beforeFirst, CountFlag[] flags) {
    double[] daily = new double[cumulative.length];
    Arrays.fill(daily, Double.NaN);
    int previous = -1;
    for (int day = 0; day < cumulative.length; day++) {
      if (Double.isNaN(cumulative[day])) {
        continue;
      }
      if (previous < 0) {
        if (beforeFirst == MeasureRule.BeforeFirst.ZERO) {
          Arrays.fill(daily, 0, day, 0);
          daily[day] = cumulative[day];
        }
      } else {
        daily[day] = cumulative[day] - cumulative[previous];
        flags[day] =
            daily[day] < 0
                ? CountFlag.FALL
                : previous < day - 1 ? CountFlag.AFTER_GAP : CountFlag.NONE;
      }
      previous = day;
    }
    return daily;
  }

  private static double[] level(double[] published, MeasureRule rule, LocalDate firstDay) {
    if (rule.quantity().unit() == Unit.ENTERPRISES) {
      return published.clone();
    }
    Baseline baseline =
        rule.findBaseline()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(rule.quantity() + " is a level without baseline"));
    double[] normal = normals(published, baseline, firstDay);
    double[] daily = new double[published.length];
    for (int day = 0; day < daily.length; day++) {
      double of = normal[firstDay.plusDays(day).getDayOfWeek().getValue()];
      daily[day] = of > 0 ? published[day] / of - 1 : Double.NaN;
    }
    return daily;
  }

  /** The normal of each ISO weekday, 1 to 7; {@code NaN} where the window holds no such day. */
  private static double[] normals(double[] published, Baseline baseline, LocalDate firstDay) {
    double[] window = published.clone();
    for (int day = 0; day < window.length; day++) {
      LocalDate date = firstDay.plusDays(day);
      if (date.isBefore(baseline.firstDay()) || date.isAfter(baseline.lastDay())) {
        window[day] = Double.NaN;
      }
    }
    double[] normals = new double[8];
    for (int weekday = 1; weekday <= 7; weekday++) {
      int wanted = weekday;
      normals[weekday] =
          switch (baseline.method()) {
            case MEAN -> Moments.mean(window);
            case WEEKDAY_MEDIAN -> Quantiles.median(ofWeekday(window, firstDay, wanted));
          };
    }
    return normals;
  }

  private static double[] ofWeekday(double[] daily, LocalDate firstDay, int weekday) {
    double[] same = daily.clone();
    for (int day = 0; day < same.length; day++) {
      if (firstDay.plusDays(day).getDayOfWeek().getValue() != weekday) {
        same[day] = Double.NaN;
      }
    }
    return same;
  }

  private static double[] map(double[] values, java.util.function.DoubleUnaryOperator by) {
    return Arrays.stream(values).map(by).toArray();
  }
}
