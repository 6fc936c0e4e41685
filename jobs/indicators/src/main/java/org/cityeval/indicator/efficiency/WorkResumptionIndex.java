package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.ENTERPRISES_RESUMED;
import static org.cityeval.series.Quantity.ENTERPRISES_TOTAL;
import static org.cityeval.series.Quantity.WORK_RESUMPTION_INDEX;

import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.SeriesIndicator;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.statistics.Proportion;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How far enterprises were back at work, on average over the period. The mean and not the last day,
 * so that a district that came back early is told from one that came back late.
 */
public final class WorkResumptionIndex implements SeriesIndicator {
  /** A week, so that the mean of its last days holds every weekday once. */
  private static final int LAST_DAYS = 7;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E6", "work_resumption_index")
          .title("Work-resumption index", "企业复工指数")
          .plainly(
              "How far enterprises were back at work, on average: 100 is all of them at their usual"
                  + " output.",
              "企业平均复工到什么程度：100表示全部复工且产出如常。")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.INDEX)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(WORK_RESUMPTION_INDEX, ENTERPRISES_TOTAL, ENTERPRISES_RESUMED)
          .definition(
              "Mean over the observed days of the daily index, in percent. Half of the index is the"
                  + " share of enterprises that resumed work. The other half is their output"
                  + " relative to the baseline. Insufficient below %d observed days. The mean of"
                  + " the last %d observed days is given beside it. Where enterprises are counted,"
                  + " so is the share that had resumed on the last day counted, with its Wilson"
                  + " interval. It may pass 100 where output passes its baseline. n is the days"
                  + " observed.",
              Minimum.DAYS, LAST_DAYS)
          .formula("mean over t of (0.5·resumed(t)/total(t) + 0.5·output(t)/baseline)·100")
          .uncertainty(DayStatistic.DESCRIPTION + " Wilson (1927) for the last day's share.")
          .cites(
              "State Grid Zhejiang (2020), work-resumption electricity index (企业复工电力指数)",
              "Wilson (1927)")
          .methodVersion(3)
          .build();

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(DistrictSeries series, Parameters parameters, long seed) {
    int observed = series.observedDays(WORK_RESUMPTION_INDEX);
    if (observed == 0) {
      return Result.none(Status.MISSING_INPUT, "no work-resumption index").withCoverage(0);
    }
    double coverage = (double) observed / series.days();
    if (observed < Minimum.DAYS) {
      return Result.none(Status.INSUFFICIENT, "fewer than " + Minimum.DAYS + " days observed")
          .withN(observed)
          .withCoverage(coverage);
    }
    double[] index = series.daily(WORK_RESUMPTION_INDEX);
    DayStatistic mean = DayStatistic.meanOf(index);
    Result result =
        mean.bound(Result.ok(mean.value()), parameters.uncertainty().level())
            .with("mean_of_last_7_days", DayStatistic.mean(index, last(index)))
            .withN(observed)
            .withCoverage(coverage);
    return withResumptionRate(result, series, parameters.uncertainty().level());
  }

  private static Result withResumptionRate(Result result, DistrictSeries series, double level) {
    double[] total = series.daily(ENTERPRISES_TOTAL);
    double[] resumed = series.daily(ENTERPRISES_RESUMED);
    for (int day = series.days() - 1; day >= 0; day--) {
      if (total[day] > 0 && resumed[day] >= 0 && resumed[day] <= total[day]) {
        var wilson = Proportion.wilson(Math.round(resumed[day]), Math.round(total[day]), level);
        return result
            .with("enterprises_counted_on", series.date(day).toString())
            .with("enterprises_resumed", resumed[day])
            .with("enterprises_total", total[day])
            .with("resumption_rate", resumed[day] / total[day])
            .with("resumption_rate_low", wilson.low())
            .with("resumption_rate_high", wilson.high());
      }
    }
    return result;
  }

  /** Marks the last observed days. */
  private static double[] last(double[] index) {
    double[] weights = new double[index.length];
    int marked = 0;
    for (int day = index.length - 1; day >= 0 && marked < LAST_DAYS; day--) {
      if (!Double.isNaN(index[day])) {
        weights[day] = 1;
        marked++;
      }
    }
    return weights;
  }
}
