package org.cityeval.indicator.precision;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import java.util.Optional;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.LeadIn;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.restriction.CityRestriction;
import org.cityeval.indicator.restriction.RestrictionDays;
import org.cityeval.indicator.restriction.Sample;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How many days of movement residents gave up while nothing was known that asked for it. Counts
 * people and depth, where {@link TargetingPrecision} counts days.
 */
public final class UnneededRestriction implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("P7", "unneeded_restriction")
          .title("Unneeded restriction", "过度限制人日")
          .plainly(
              "How much movement people gave up on days that were not at risk, in whole days of one"
                  + " person.",
              "在没有风险的日子里，居民少出行了多少，折合为一人一整天的出行量。")
          .dimension(Dimension.PRECISION)
          .unit(Unit.PERSON_DAYS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Residents times the fall of mobility below its baseline, summed over the days of"
                  + " observed restriction without risk. One person-day is one resident's whole"
                  + " movement of one day. 0 where no such day was. It is a total that grows with"
                  + " population and with the period, so compare the value per 1,000 residents,"
                  + " which is a part. Days unobserved add nothing. Insufficient below %.0f %% of"
                  + " the days, or for the city of the district-days, observed."
                  + Targeting.RULE,
              100 * Minimum.COVERAGE,
              Parameters.DEFAULTS.restriction().mobilityAtMost(),
              Parameters.DEFAULTS.restriction().lagDays(),
              Parameters.DEFAULTS.restriction().riskLevelAtLeast(),
              Parameters.DEFAULTS.restriction().scope().id(),
              Minimum.DAYS)
          .formula("Σ_d Σ_t N_d·max(0, −m_dt)·1(m_dt ≤ threshold)·1(risk_dt < level)")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites("Cornia & Stewart (1993), two errors of targeting", DayStatistic.SOURCE)
          .methodVersion(2)
          .build();

  private static final TargetingMeasure MEASURE =
      new TargetingMeasure() {
        @Override
        public Measured of(Sample sample) {
          return new Measured() {
            @Override
            public DayStatistic statistic(RiskRule rule) {
              return DayStatistic.total(personDays(sample, rule));
            }

            @Override
            public Result explain(Result result, RiskRule rule) {
              double residents = sample.residents().stream().mapToDouble(Double::doubleValue).sum();
              return ConfusionDays.of(sample, rule)
                  .explain(result)
                  .with("residents", residents)
                  .with("per_1000_residents", 1000 * result.value() / residents);
            }
          };
        }

        @Override
        public String notApplicable() {
          return "";
        }

        @Override
        public Optional<Result> refusal(Member district) {
          if (!(district.population() > 0)) {
            return Optional.of(Result.none(Status.MISSING_INPUT, "population unknown"));
          }
          return district.trace().coverage() < Minimum.COVERAGE
              ? Optional.of(Result.none(Status.INSUFFICIENT, "too few of the days observed"))
              : Optional.empty();
        }

        @Override
        public double cityCoverageAtLeast() {
          return Minimum.COVERAGE;
        }
      };

  private static double[] personDays(Sample sample, RiskRule rule) {
    double[] daily = new double[sample.days()];
    for (int i = 0; i < sample.districts().size(); i++) {
      RestrictionDays district = sample.districts().get(i);
      for (int day = 0; day < sample.days(); day++) {
        if (district.observed(day)
            && sample.restricted(district, day)
            && !rule.atRisk(district, day)) {
          daily[day] += sample.residents().get(i) * Math.max(0, -district.mobility()[day]);
        }
      }
    }
    return daily;
  }

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
