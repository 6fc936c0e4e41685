package org.cityeval.assembly;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.series.Unit;

/** Converts what a source published into daily counts, or into changes from a baseline. */
public final class MeasureConversion {
  private MeasureConversion() {}

  /**
   * Daily values in the quantity's unit, {@code NaN} where unobserved.
   *
   * @param adjusted the same, but where one wrong report of a cumulative count made two opposite
   *     steps, these share what they come to together
   * @param flags of counts, one per day
   * @param withoutNormal days on which a level was published but its baseline knows no normal
   */
  public record Converted(
      double[] daily, double[] adjusted, CountFlag[] flags, boolean[] withoutNormal) {}

  /**
   * Converts one measure. A count of a week or month is spread evenly over its days; any other
   * value holds on each of them.
   *
   * @param published value per date it is published under, {@code NaN} where there is none
   * @param firstDay the date of the first element
   */
  public static Converted convert(double[] published, MeasureRule rule, LocalDate firstDay) {
    int days = published.length;
    CountFlag[] flags = new CountFlag[days];
    Arrays.fill(flags, CountFlag.NONE);
    boolean[] withoutNormal = new boolean[days];
    List<PublishedPeriod> periods = PublishedPeriod.list(published, rule.placement(), firstDay);
    if (rule.kind() == MeasureKind.CUMULATIVE_COUNT) {
      Rises rises = Rises.between(periods);
      double[] daily = rises.spread(days, rule.beforeFirst());
      rises.flag(flags);
      return new Converted(
          daily, rises.withoutFaults().spread(days, rule.beforeFirst()), flags, withoutNormal);
    }
    double[] daily =
        switch (rule.kind()) {
          case DAILY_COUNT, CUMULATIVE_COUNT -> counts(periods, days);
          case INDEX -> map(periods, days, value -> Decimals.change(value, rule.scale()));
          case PERCENT_CHANGE ->
              map(periods, days, value -> Decimals.quotient(value, rule.scale()));
          case GRADE -> untilTheNext(PublishedPeriod.held(periods, days));
          case LEVEL -> level(PublishedPeriod.held(periods, days), rule, firstDay, withoutNormal);
        };
    return new Converted(daily, daily, flags, withoutNormal);
  }

  private static double[] counts(List<PublishedPeriod> periods, int days) {
    double[] daily = PublishedPeriod.unobserved(days);
    periods.forEach(period -> period.spread(daily));
    return daily;
  }

  private static double[] level(
      double[] held, MeasureRule rule, LocalDate firstDay, boolean[] withoutNormal) {
    if (rule.quantity().unit() == Unit.ENTERPRISES) {
      return held;
    }
    Baseline baseline =
        rule.findBaseline()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(rule.quantity() + " is a level without baseline"));
    double[] normals = baseline.normal().of(held, firstDay);
    double[] daily = new double[held.length];
    for (int day = 0; day < daily.length; day++) {
      daily[day] = normals[day] > 0 ? Decimals.change(held[day], normals[day]) : Double.NaN;
      withoutNormal[day] = !Double.isNaN(held[day]) && Double.isNaN(daily[day]);
    }
    return daily;
  }

  /** Unknown before the first order. */
  private static double[] untilTheNext(double[] ordered) {
    for (int day = 1; day < ordered.length; day++) {
      ordered[day] = Double.isNaN(ordered[day]) ? ordered[day - 1] : ordered[day];
    }
    return ordered;
  }

  private static double[] map(List<PublishedPeriod> periods, int days, DoubleUnaryOperator by) {
    return Arrays.stream(PublishedPeriod.held(periods, days)).map(by).toArray();
  }
}
