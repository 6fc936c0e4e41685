package org.cityeval.indicator.precision;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.LeadIn;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.restriction.CityRestriction;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Were the restricted days days at risk? Days are counted, not residents, so that small districts
 * are judged by the same rule as large ones; {@link UnneededRestriction} counts residents.
 */
public final class TargetingPrecision implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("P1", "targeting_precision")
          .title("Targeting precision", "精准率")
          .plainly(
              "Of the days on which people were held back, how many were days at risk.",
              "出行受限的日子中，有多少确实是有风险的日子。")
          .dimension(Dimension.PRECISION)
          .unit(Unit.RATIO)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Share of the days of observed restriction on which the district was at risk. Not applicable without a restricted day."
                  + Targeting.RULE,
              Parameters.DEFAULTS.restriction().mobilityAtMost(),
              Parameters.DEFAULTS.restriction().lagDays(),
              Parameters.DEFAULTS.restriction().riskLevelAtLeast(),
              Parameters.DEFAULTS.restriction().scope().id(),
              Minimum.DAYS)
          .formula("TP / (TP + FP)")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites(
              "van Rijsbergen (1979), Information Retrieval",
              "Cornia & Stewart (1993), two errors of targeting",
              DayStatistic.SOURCE)
          .methodVersion(3)
          .build();

  private static final TargetingMeasure MEASURE =
      new ConfusionShare(
          "no restricted day",
          days -> ConfusionDays.share(days.truePositives(), days.falsePositives()));

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    return CityRestriction.observe(series, parameters);
  }

  @Override
  public String traceId() {
    return CityRestriction.TRACE_ID;
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    return Targeting.pool(city.members(), parameters, MEASURE);
  }
}
