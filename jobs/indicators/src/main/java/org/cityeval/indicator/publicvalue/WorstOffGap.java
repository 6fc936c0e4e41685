package org.cityeval.indicator.publicvalue;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How far the districts that came back least were left behind. Says what {@link RecoveryInequality}
 * cannot: whether inequality lies at the low end.
 */
public final class WorstOffGap implements PooledIndicator {
  /** One district in five, rounded up. */
  private static final int ONE_IN = 5;

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("V2", "worst_off_gap")
          .title("Worst-off gap", "最弱区差距")
          .plainly(
              "How far the worst-off districts lay below the city in enterprise activity.",
              "企业活动最弱的区比全市平均低多少。")
          .dimension(Dimension.PUBLIC_VALUE)
          .unit(Unit.PERCENTAGE_POINTS)
          .better(Direction.LOWER)
          .levels(Level.CITY, Level.DISTRICT)
          .reads(ENTERPRISE_SMOOTHED)
          .definition(
              "Mean level of enterprise activity of the city less that of its lowest districts. The"
                  + " lowest are one district in %d, rounded up. Both means are weighted by"
                  + " population. A district's row is the city's mean less its own level. It is"
                  + " above zero where the district is worse off than the city."
                  + LevelComparison.RULE,
              ONE_IN,
              Minimum.DAYS,
              100 * Minimum.COVERAGE,
              LevelComparison.DISTRICTS)
          .formula("100·(ȳ − ȳ_lowest); district: 100·(ȳ − y_d)")
          .uncertainty(
              DayStatistic.JOINT_DESCRIPTION
                  + " Which districts are lowest is found anew by the weight of the days.")
          .cites("Rawls (1971), A Theory of Justice", DayStatistic.SOURCE)
          .methodVersion(3)
          .build();

  private static final LevelComparison.Measure MEASURE =
      new LevelComparison.Measure() {
        @Override
        public double[] of(double[] level, double[] population) {
          double mean = LevelComparison.mean(level, population);
          int[] lowest = lowest(level);
          double low =
              LevelComparison.mean(
                  Arrays.stream(lowest).mapToDouble(i -> level[i]).toArray(),
                  Arrays.stream(lowest).mapToDouble(i -> population[i]).toArray());
          double[] values = new double[1 + level.length];
          // Equal levels may leave a rounding error below zero.
          values[0] = Math.max(0, 100 * (mean - low));
          for (int i = 0; i < level.length; i++) {
            values[1 + i] = 100 * (mean - level[i]);
          }
          return values;
        }

        @Override
        public ErrorScale cityScale() {
          return ErrorScale.POSITIVE;
        }

        @Override
        public Result explain(Result city, MeanLevels levels) {
          int[] lowest = lowest(levels.levels(LongRunError.once(levels.days())));
          return city.with(
              "lowest_districts",
              Arrays.stream(lowest)
                  .mapToObj(i -> levels.districtIds().get(i))
                  .sorted()
                  .collect(Collectors.joining(" ")));
        }
      };

  /** The lowest districts; of equal ones the first by id. */
  private static int[] lowest(double[] level) {
    double[] compared = Arrays.stream(level).map(Decimals::rounded).toArray();
    return IntStream.range(0, level.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> compared[i]))
        .limit((level.length + ONE_IN - 1L) / ONE_IN)
        .mapToInt(Integer::intValue)
        .toArray();
  }

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
