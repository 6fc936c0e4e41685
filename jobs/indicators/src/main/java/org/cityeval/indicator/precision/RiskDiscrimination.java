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
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.restriction.CityRestriction;
import org.cityeval.indicator.restriction.Sample;
import org.cityeval.numeric.classification.PrecisionRecall;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Does the strength of restriction tell days at risk from others? Uses no threshold of mobility, so
 * that it holds where the one that precision and coverage need is in doubt.
 */
public final class RiskDiscrimination implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("P3", "risk_discrimination")
          .title("Risk discrimination", "区分度")
          .plainly(
              "How well restriction told days at risk from other days: 0.5 is chance, 1 is"
                  + " perfect.",
              "限制的强弱能否区分有风险与无风险的日子：0.5相当于随机，1为完全区分。")
          .dimension(Dimension.PRECISION)
          .unit(Unit.RATIO)
          .better(Direction.HIGHER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Area under the ROC curve of the intensity of observed restriction (the fall of"
                  + " mobility) for days at risk. It is the probability that a day at risk was more"
                  + " restricted than another day, ties counting half. 0.5 is chance. The area"
                  + " under the precision-recall curve is given beside it, by the step convention"
                  + " (average precision: no interpolation between points). Not applicable where"
                  + " all days are at risk, or none is. The threshold of mobility plays no part"
                  + " here."
                  + Targeting.RULE,
              Parameters.DEFAULTS.restriction().mobilityAtMost(),
              Parameters.DEFAULTS.restriction().lagDays(),
              Parameters.DEFAULTS.restriction().riskLevelAtLeast(),
              Parameters.DEFAULTS.restriction().scope().id(),
              Minimum.DAYS)
          .formula("P(I₁ > I₀) + ½·P(I₁ = I₀), I = −mobility_smoothed")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites(
              "Hanley & McNeil (1982), the area under a ROC curve",
              "Davis & Goadrich (2006), precision-recall and ROC curves",
              DayStatistic.SOURCE)
          .methodVersion(3)
          .build();

  private static final TargetingMeasure MEASURE =
      new TargetingMeasure() {
        @Override
        public Measured of(Sample sample) {
          RankedSample ranking = RankedSample.of(sample);
          return new Measured() {
            @Override
            public DayStatistic statistic(RiskRule rule) {
              RankedDays ranked = ranking.by(rule);
              return new DayStatistic(
                  sample.days(), ranked.daysOfTheRarer(), ErrorScale.SHARE, ranked);
            }

            @Override
            public Result explain(Result result, RiskRule rule) {
              RankedDays ranked = ranking.by(rule);
              int atRisk = ranked.atRiskDays();
              int others = ranked.atRisk().length - atRisk;
              Result explained = result.with("at_risk_days", atRisk).with("other_days", others);
              return atRisk == 0 || others == 0
                  ? explained
                  : explained
                      .with(
                          "pr_auc",
                          PrecisionRecall.averagePrecisionStep(ranked.intensity(), ranked.atRisk()))
                      .with("pr_auc_convention", "step (average precision)");
            }
          };
        }

        @Override
        public String notApplicable() {
          return "days at risk only, or none";
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
    return Targeting.pool(city.members(), parameters, MEASURE);
  }
}
