package org.cityeval.indicator.decentralisation;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.LeadIn;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.restriction.CityRestriction;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.statistics.VarianceDecomposition;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How much the restriction of one district differed from another's. Difference alone is neither
 * good nor bad: {@link RiskExplainedDifferentiation} asks whether it followed the risk.
 */
public final class Differentiation implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("D1", "differentiation")
          .title("Differentiation", "分区差异度")
          .plainly(
              "How much districts differed in their restriction: 0 where all did the same.",
              "各区的限制程度相差多大：0表示各区相同。")
          .dimension(Dimension.DECENTRALISATION)
          .unit(Unit.RATIO)
          .better(Direction.CONTEXT)
          .levels(Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Share of the variance of the daily fall of mobility that lies between the districts,"
                  + " over all district-days of the city. It is eta squared of a one-way analysis"
                  + " of variance. It is 0 where all districts were restricted alike on average,"
                  + " and 1 where each kept a level of its own throughout. Both sums of squares and"
                  + " the intraclass correlation are parts. Not applicable where the fall was the"
                  + " same in all districts on all days."
                  + CityRestriction.RULE,
              CityRestriction.ruleNumbers())
          .formula("η² = SSB / (SSB + SSW), groups are districts")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites("Shrout & Fleiss (1979), Psychol. Bull. 86:420", DayStatistic.SOURCE)
          .methodVersion(4)
          .build();

  private static final CityRestriction.Measure MEASURE =
      new CityRestriction.Measure() {
        @Override
        public DayWeighted of(CityRestriction city) {
          return DayWeighted.of(
              weights -> VarianceDecomposition.of(city.fall(), weights).etaSquared(),
              weight -> VarianceDecomposition.etaSquared(city.fall(), weight));
        }

        @Override
        public ErrorScale scale() {
          return ErrorScale.SHARE;
        }

        @Override
        public String notApplicable() {
          return "the fall of mobility was the same in all districts on all days";
        }

        @Override
        public Result explain(Result result, CityRestriction city) {
          VarianceDecomposition all =
              VarianceDecomposition.of(city.fall(), LongRunError.once(city.days()));
          return result
              .with("between", all.between())
              .with("within", all.within())
              .with("intraclass_correlation", all.intraclassCorrelation());
        }
      };

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
    return CityRestriction.pool(city, parameters, MEASURE);
  }
}
