package org.cityeval.indicator.precision;

import java.util.Optional;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.PooledIndicator.Member;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.restriction.Sample;

/** What one indicator of this package makes of restricted days and days at risk. */
interface TargetingMeasure {
  /** What is made of a sample. What is the same by every rule is found once. */
  interface Measured {
    /** The value by how much each day counts; {@code NaN} where it does not arise. */
    DayStatistic statistic(RiskRule rule);

    /** Adds the numbers that the value was made from. */
    Result explain(Result result, RiskRule rule);
  }

  /** Measures a sample. */
  Measured of(Sample sample);

  /** Why the question does not arise where the statistic is undefined. */
  String notApplicable();

  /** Why a district with enough days still cannot be judged; empty where it can. */
  default Optional<Result> refusal(Member district) {
    return Optional.empty();
  }

  /** Share of the district-days of a city that must be observed. */
  default double cityCoverageAtLeast() {
    return 0;
  }
}
