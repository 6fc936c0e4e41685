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
   * @param flags of counts, one per day
   * @param withoutNormal days on which a level was published but its baseline knows no normal
   */
  public record Converted(double[] daily, CountFlag[] flags, boolean[] withoutNormal) {}

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
    double[] daily =
        switch (rule.kind()) {
          case DAILY_COUNT -> counts(periods, days);
          case CUMULATIVE_COUNT -> differences(periods, rule.beforeFirst(), flags);
          case INDEX -> map(periods, days, value -> Decimals.change(value, rule.scale()));
          case PERCENT_CHANGE ->
              map(periods, days, value -> Decimals.quotient(value, rule.scale()));
          case GRADE -> untilTheNext(PublishedPeriod.held(periods, days));
          case LEVEL -> level(PublishedPeriod.held(periods, days), rule, firstDay, withoutNormal);
        };
    return new Converted(daily, flags, withoutNormal);
  }

  private static double[] counts(List<PublishedPeriod> periods, int days) {
    double[] daily = PublishedPeriod.unobserved(days);
    periods.forEach(period -> period.spread(daily));
    return daily;
  }

  /**
   * Differences of a cumulative count between reports, each spread over the period of the later
   * one. The first report alone gives no difference; after a gap the whole rise falls on the first
   * period that is reported again, and its days are flagged.
   */
  private static double[] differences(
      List<PublishedPeriod> reports, MeasureRule.BeforeFirst beforeFirst, CountFlag[] flags) {
    double[] daily = PublishedPeriod.unobserved(flags.length);
    PublishedPeriod previous = null;
    for (PublishedPeriod report : reports) {
      if (previous == null) {
        if (beforeFirst == MeasureRule.BeforeFirst.ZERO) {
          Arrays.fill(daily, 0, report.firstWithin(), 0);
          report.spread(daily);
        }
      } else {
        PublishedPeriod rise = report.since(previous);
        rise.spread(daily);
        CountFlag flag =
            rise.value() < 0
                ? CountFlag.FALL
                : previous.lastDay() < report.firstDay() - 1 ? CountFlag.AFTER_GAP : CountFlag.NONE;
        for (int day = rise.firstWithin(); day <= rise.lastWithin(flags.length); day++) {
          flags[day] = flag;
        }
      }
      previous = report;
    }
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
