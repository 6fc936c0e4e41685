package org.cityeval.indicator.precision;

import java.util.function.Function;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.restriction.Sample;

/**
 * A share of days, by which of them were at risk and which restricted.
 *
 * @param notApplicable why the share does not arise where it is undefined
 * @param share what is made of the counts
 */
record ConfusionShare(String notApplicable, Function<ConfusionDays, DayStatistic> share)
    implements TargetingMeasure {
  @Override
  public Measured of(Sample sample) {
    return new Measured() {
      @Override
      public DayStatistic statistic(RiskRule rule) {
        return share.apply(ConfusionDays.of(sample, rule));
      }

      @Override
      public Result explain(Result result, RiskRule rule) {
        return ConfusionDays.of(sample, rule).explain(result);
      }
    };
  }
}
