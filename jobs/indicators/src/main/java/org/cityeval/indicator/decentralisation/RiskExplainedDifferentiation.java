package org.cityeval.indicator.decentralisation;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import java.util.Arrays;
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
import org.cityeval.numeric.timeseries.DayWeighted;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * Whether districts that differed in restriction differed in risk: the only sense in which deciding
 * district by district is better than deciding once for all.
 */
public final class RiskExplainedDifferentiation implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("D2", "risk_explained_differentiation")
          .title("Risk-explained differentiation", "因险施策度")
          .plainly(
              "How much of the difference between districts their risk explains.",
              "各区限制程度的差别有多少可由风险解释。")
          .dimension(Dimension.DECENTRALISATION)
          .unit(Unit.RATIO)
          .better(Direction.HIGHER)
          .levels(Level.CITY)
          .reads(MOBILITY_SMOOTHED, RISK_LEVEL, RISK_NEIGHBOURS, RISK_CITY)
          .leadIn(LeadIn.KNOWN_RISK)
          .definition(
              "Share of the variance of the fall of mobility, between the districts of a"
                  + " city on the same day, that their known risk explains. It is R squared of a"
                  + " straight line, each day about its own mean; 0 where the riskier districts"
                  + " were restricted less. The three sums and the slope are parts. Not applicable"
                  + " where the districts never differed, in restriction or in risk."
                  + CityRestriction.RULE,
              CityRestriction.ruleNumbers())
          .formula(
              "R² = (Σ r̃·f̃)² / (Σ r̃² Σ f̃²), x̃ = x − its mean over districts on the day; 0 if Σ r̃·f̃ < 0")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites("Zhang, Jin & Leng (2020)", DayStatistic.SOURCE)
          .methodVersion(4)
          .build();

  private static final CityRestriction.Measure MEASURE =
      new CityRestriction.Measure() {
        @Override
        public DayWeighted of(CityRestriction city) {
          Moments[] daily = Moments.daily(city);
          return weights -> {
            Moments all = Moments.of(daily, weights);
            double explained = Math.pow(Math.max(0, all.products()), 2);
            // An exact line may come out above 1 by rounding.
            return Math.min(1, explained / (all.squaresOfRisk() * all.squaresOfFall()));
          };
        }

        @Override
        public ErrorScale scale() {
          return ErrorScale.SHARE;
        }

        @Override
        public String notApplicable() {
          return "districts never differed in restriction, or never in risk";
        }

        @Override
        public Result explain(Result result, CityRestriction city) {
          Moments all = Moments.of(Moments.daily(city), LongRunError.once(city.days()));
          Result explained =
              result
                  .with("squares_of_risk", all.squaresOfRisk())
                  .with("squares_of_fall", all.squaresOfFall())
                  .with("products", all.products());
          return all.squaresOfRisk() > 0
              ? explained.with("fall_per_risk_level", all.products() / all.squaresOfRisk())
              : explained;
        }
      };

  /** Sums over district-days of deviations from the mean of the day. */
  private record Moments(double squaresOfRisk, double squaresOfFall, double products) {
    /** By day; how much it counts changes none of them. */
    static Moments[] daily(CityRestriction city) {
      Moments[] daily = new Moments[city.days()];
      Arrays.setAll(daily, day -> of(city, day));
      return daily;
    }

    static Moments of(Moments[] daily, double[] weights) {
      double risk = 0;
      double fall = 0;
      double both = 0;
      for (int day = 0; day < weights.length; day++) {
        if (weights[day] > 0) {
          Moments one = daily[day];
          risk += weights[day] * one.squaresOfRisk;
          fall += weights[day] * one.squaresOfFall;
          both += weights[day] * one.products;
        }
      }
      return new Moments(risk, fall, both);
    }

    private static Moments of(CityRestriction city, int day) {
      double meanRisk = 0;
      double meanFall = 0;
      int observed = 0;
      for (int i = 0; i < city.fall().length; i++) {
        if (!Double.isNaN(city.fall()[i][day])) {
          observed++;
          meanRisk += (city.risk()[i][day] - meanRisk) / observed;
          meanFall += (city.fall()[i][day] - meanFall) / observed;
        }
      }
      double risk = 0;
      double fall = 0;
      double both = 0;
      for (int i = 0; i < city.fall().length; i++) {
        if (!Double.isNaN(city.fall()[i][day])) {
          double ofRisk = city.risk()[i][day] - meanRisk;
          double ofFall = city.fall()[i][day] - meanFall;
          risk += ofRisk * ofRisk;
          fall += ofFall * ofFall;
          both += ofRisk * ofFall;
        }
      }
      return new Moments(risk, fall, both);
    }
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
    return CityRestriction.pool(city, parameters, MEASURE);
  }
}
