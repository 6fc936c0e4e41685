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
import org.cityeval.numeric.inequality.Concentration;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Whether restriction weighed more on districts the riskier they were, over the whole range of
 * risk, where {@link BurdenTargeting} looks at the upper end.
 */
public final class BurdenConcentration implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("P5", "burden_concentration")
          .title("Burden concentration", "负担集中指数")
          .plainly(
              "Whether riskier districts bore more of the restriction: above 0 they did, below 0"
                  + " they bore less.",
              "限制的负担是否集中在风险较高的区：大于0为是，小于0则相反。")
          .dimension(Dimension.PRECISION)
          .unit(Unit.COEFFICIENT)
          .better(Direction.HIGHER)
          .levels(Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Concentration index of the burden of restriction (residents times the mean fall of"
                  + " mobility) over the districts ordered by their mean risk. It is 0 where risk"
                  + " made no difference. Above 0 the riskier districts bore more than their share"
                  + " of the residents, below 0 they bore less. Districts of equal risk share a"
                  + " rank. Not applicable where nobody was restricted."
                  + CityRestriction.MEANS
                  + CityRestriction.RULE,
              CityRestriction.ruleNumbers(CityRestriction.MEANS_LISTED))
          .formula(
              "2·cov(f̄, R) / mean(f̄), R the fractional rank of risk, all weighted by residents")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites(
              "Kakwani (1980), Income Inequality and Poverty",
              "Wagstaff, Paci & van Doorslaer (1991), Soc. Sci. Med. 33:545",
              DayStatistic.SOURCE)
          .methodVersion(4)
          .build();

  private static final CityRestriction.Measure MEASURE =
      new CityRestriction.Measure() {
        @Override
        public DayWeighted of(CityRestriction city) {
          double[] residents = city.residents();
          return city.ofMeans((fall, risk) -> Concentration.index(fall, risk, residents));
        }

        @Override
        public Result explain(Result result, CityRestriction city) {
          return city.explainMeans(result);
        }

        @Override
        public ErrorScale scale() {
          return ErrorScale.CORRELATION;
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
