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
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.restriction.CityRestriction;
import org.cityeval.numeric.inequality.TargetingRatio;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Whether the riskiest residents bore more than their share of the restriction. The welfare
 * literature asks it of benefits; a burden is well aimed in the same sense.
 */
public final class BurdenTargeting implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("P4", "burden_targeting")
          .title("Targeting ratio", "瞄准比")
          .plainly(
              "Whether the districts most at risk bore more of the restriction than their share of"
                  + " residents: above 1 they did.",
              "风险最高的区承担的限制是否超过其人口占比：大于1表示超过。")
          .dimension(Dimension.PRECISION)
          .unit(Unit.FACTOR)
          .better(Direction.HIGHER)
          .levels(Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Share of the city's burden of restriction that the residents of the riskiest"
                  + " districts bore, divided by their share of residents. The riskiest are up to"
                  + " %.0f %% of all residents. It is 1 where risk made no difference, above 1"
                  + " where the riskiest bore more. Burden is residents times the mean fall of"
                  + " mobility. Districts are ordered by their mean risk over the period. A"
                  + " district at the boundary counts in part. Not applicable where nobody was"
                  + " restricted."
                  + CityRestriction.MEANS
                  + CityRestriction.RULE,
              CityRestriction.ruleNumbers(
                  100 * TargetingRatio.RISKIEST_SHARE, CityRestriction.MEANS_LISTED))
          .formula("(Σ_riskiest N_d·f̄_d / Σ N_d·f̄_d) / 0.4")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites("Coady, Grosh & Hoddinott (2004), World Bank Res. Obs. 19:61", DayStatistic.SOURCE)
          .methodVersion(4)
          .build();

  private static final CityRestriction.Measure MEASURE =
      new CityRestriction.Measure() {
        @Override
        public DayWeighted of(CityRestriction city) {
          double[] residents = city.residents();
          return city.ofMeans(
              (fall, risk) ->
                  TargetingRatio.of(fall, risk, residents, TargetingRatio.RISKIEST_SHARE));
        }

        @Override
        public Result explain(Result result, CityRestriction city) {
          return city.explainMeans(result);
        }

        @Override
        public ErrorScale scale() {
          return ErrorScale.POSITIVE;
        }

        @Override
        public String notApplicable() {
          return "no restriction observed";
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
