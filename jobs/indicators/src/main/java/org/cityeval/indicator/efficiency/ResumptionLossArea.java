package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.ENTERPRISE_BRIDGED;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.SeriesIndicator;
import org.cityeval.indicator.Status;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How much enterprise activity was lost, depth and length together. The resilience triangle, not
 * the deepest day: a short deep closure may cost less than a long shallow one.
 */
public final class ResumptionLossArea implements SeriesIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E4", "resumption_loss_area")
          .title("Resumption loss area", "复工损失面积")
          .plainly(
              "How much enterprise activity was lost, in depth and length together: 100 is one"
                  + " whole day of activity.",
              "企业活动共损失了多少，程度与时长合并计算：100相当于损失一整天的活动。")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.PERCENT_DAYS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(ENTERPRISE_SMOOTHED, ENTERPRISE_BRIDGED)
          .definition(
              "Area between the baseline (100 %%) and smoothed enterprise activity while activity"
                  + " is below it. It is taken by the trapezoid rule over daily shortfalls."
                  + " Activity above the baseline earns nothing back and is given as overshoot."
                  + " Gaps of up to the evaluation's days (panel.gap_days, default %d) are bridged"
                  + " by a straight line. Longer ones add nothing. Insufficient below %.0f %% of"
                  + " the days observed. 100 %%·d is one whole day of activity. Where the baseline"
                  + " is a late window of the emergency itself, the area is relative to that window"
                  + " and says so. Areas grow with the length of the period: compare within a"
                  + " period only. n is the days observed.",
              Minimum.BRIDGED_DAYS, 100 * Minimum.COVERAGE)
          .formula("∫ max(0, 100 − Q(t)) dt, Q = 100·(1 + enterprise_smoothed)")
          .uncertainty(DayStatistic.DESCRIPTION + " A day counts with what it adds to the area.")
          .cites("Bruneau et al. (2003), Earthquake Spectra 19:733", DayStatistic.SOURCE)
          .methodVersion(2)
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(DistrictSeries series, Parameters parameters, long seed) {
    double coverage = EnterpriseActivity.coverage(series);
    int observed = series.observedDays(ENTERPRISE_SMOOTHED);
    if (observed == 0) {
      return Result.none(Status.MISSING_INPUT, "no enterprise activity observed").withCoverage(0);
    }
    if (coverage < Minimum.COVERAGE || observed < 2) {
      return Result.none(Status.INSUFFICIENT, "too few days of enterprise activity observed")
          .withN(observed)
          .withCoverage(coverage);
    }
    double[] percent = EnterpriseActivity.percent(series);
    double[] contribution = contributions(percent, 1);
    DayStatistic area = DayStatistic.total(contribution);
    int trough = EnterpriseActivity.trough(percent);
    Result result = area.bound(Result.ok(area.value()), parameters.uncertainty().level());
    return EnterpriseActivity.withBaseline(result, parameters.recovery())
        .with("trough_date", series.date(trough).toString())
        .with("trough_percent", percent[trough])
        .with("overshoot_area", DayStatistic.total(contributions(percent, -1)).value())
        .with("unobserved_days_in_long_gaps", unobserved(percent))
        .withN(observed)
        .withCoverage(coverage);
  }

  /**
   * What each day adds to the trapezoid area: its shortfall, half of it for each side on which the
   * next day is observed too.
   *
   * @param side 1 for shortfalls below the baseline, -1 for overshoot above it
   */
  private static double[] contributions(double[] percent, int side) {
    double[] contribution = new double[percent.length];
    for (int day = 0; day + 1 < percent.length; day++) {
      if (!Double.isNaN(percent[day]) && !Double.isNaN(percent[day + 1])) {
        contribution[day] += Math.max(0, side * (100 - percent[day])) / 2;
        contribution[day + 1] += Math.max(0, side * (100 - percent[day + 1])) / 2;
      }
    }
    return contribution;
  }

  private static int unobserved(double[] percent) {
    int days = 0;
    for (double value : percent) {
      days += Double.isNaN(value) ? 1 : 0;
    }
    return days;
  }
}
