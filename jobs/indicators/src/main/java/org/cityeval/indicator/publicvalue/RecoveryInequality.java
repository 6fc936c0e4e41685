package org.cityeval.indicator.publicvalue;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.activity.LevelComparison;
import org.cityeval.indicator.activity.MeanLevels;
import org.cityeval.numeric.inequality.Inequality;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How unequally enterprise activity was kept between the districts of a city. Theil and not Gini,
 * because it is the sum of what each district contributes.
 */
public final class RecoveryInequality implements PooledIndicator {
  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("V1", "recovery_inequality")
          .title("Recovery inequality", "复苏不平等")
          .plainly(
              "How unevenly enterprise activity was kept up between districts: 0 where all kept the same level.",
              "各区企业活动水平的差距：0表示各区相同。")
          .dimension(Dimension.PUBLIC_VALUE)
          .unit(Unit.THEIL)
          .better(Direction.LOWER)
          .levels(Level.CITY, Level.DISTRICT)
          .context(Level.DISTRICT)
          .reads(ENTERPRISE_SMOOTHED)
          .definition(
              "Theil's T of the districts' mean levels of enterprise activity, weighted by"
                  + " population: 0 where all districts kept the same level. A district's row is its"
                  + " signed contribution, below zero for a level below the city's mean; contributions"
                  + " add up to the city's value. Because the worst-off contribute below zero, the"
                  + " rows of districts have no good direction: rank districts by V2."
                  + LevelComparison.RULE,
              Minimum.DAYS,
              100 * Minimum.COVERAGE,
              LevelComparison.DISTRICTS)
          .formula("T = Σ_d (N_d/N)·(y_d/ȳ)·ln(y_d/ȳ), ȳ = Σ_d (N_d/N)·y_d")
          .uncertainty(DayStatistic.JOINT_DESCRIPTION)
          .cites("Theil (1967), Economics and Information Theory", DayStatistic.SOURCE)
          .methodVersion(3)
          .build();

  private static final LevelComparison.Measure MEASURE =
      new LevelComparison.Measure() {
        @Override
        public double[] of(double[] level, double[] population) {
          double[] shares = Inequality.theilShares(level, population);
          double[] values = new double[1 + shares.length];
          double sum = 0;
          for (int i = 0; i < shares.length; i++) {
            values[1 + i] = shares[i];
            sum += shares[i];
          }
          // Equal levels may leave a rounding error below zero.
          values[0] = Math.max(0, sum);
          return values;
        }

        @Override
        public ErrorScale cityScale() {
          return ErrorScale.POSITIVE;
        }

        @Override
        public Result explain(Result city, MeanLevels levels) {
          return city;
        }
      };

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Trace observe(DistrictSeries series, Parameters parameters) {
    return LevelComparison.observe(series);
  }

  @Override
  public String traceId() {
    return LevelComparison.TRACE_ID;
  }

  @Override
  public Pooled pool(City city, Parameters parameters, Seeds seeds) {
    return LevelComparison.pool(city.members(), parameters.uncertainty().level(), MEASURE);
  }
}
