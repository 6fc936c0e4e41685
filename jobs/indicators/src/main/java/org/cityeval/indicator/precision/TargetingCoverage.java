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
 * Were the days at risk restricted days? Read beside {@link TargetingPrecision}: restricting every
 * day covers every risk.
 */
public final class TargetingCoverage implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("P2", "targeting_coverage")
          .title("Targeting coverage", "覆盖率")
          .plainly(
              "Of the days at risk, on how many people were held back.", "有风险的日子中，有多少天出行确实受到限制。")
          .dimension(Dimension.PRECISION)
          .unit(Unit.RATIO)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Share of the days at risk on which restriction was observed. Not applicable without a day at risk."
                  + Targeting.RULE,
              Parameters.DEFAULTS.restriction().mobilityAtMost(),
              Parameters.DEFAULTS.restriction().lagDays(),
              Parameters.DEFAULTS.restriction().riskLevelAtLeast(),
              Parameters.DEFAULTS.restriction().scope().id(),
              Minimum.DAYS)
          .formula("TP / (TP + FN)")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites(
              "van Rijsbergen (1979), Information Retrieval",
              "Cornia & Stewart (1993), two errors of targeting",
              DayStatistic.SOURCE)
          .methodVersion(3)
          .build();

  private static final TargetingMeasure MEASURE =
      new ConfusionShare(
          "no day at risk",
          days -> ConfusionDays.share(days.truePositives(), days.falseNegatives()));

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
