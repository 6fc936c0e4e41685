package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cityeval.comparison.RankIntervals.RankInterval;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often 95 % rank intervals hold the true rank, over 1,000 simulated panels of 12 units whose
 * estimates have independent normal errors of one standard error.
 *
 * <p>It depends on how far the true scores lie apart. With a spread of 1, 1.5 and 2 standard errors
 * the marginal intervals held 94.4 %, 96.1 % and 97.0 % of the true ranks when this was written;
 * with 4, where most ranks are certain and a rank cannot be covered by half, 98.2 %; with 0.5, 91.1
 * %. Near a tie they are too narrow: with 0.1 they held 85.1 %. The simultaneous intervals held the
 * whole panel at least 99 % of the time in each case: wide by design.
 */
class RankCoverageTest {
  private static final int PANELS = 1000;
  private static final int UNITS = 12;
  private static final int DRAWS = 400;
  private static final double LEVEL = 0.95;

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2})
  void marginalIntervalsCoverNearTheirLevel(double spread) {
    Coverage coverage = direct(spread);

    assertThat(coverage.marginal()).isBetween(0.90, 0.98);
    assertThat(coverage.meanWidth()).isLessThan(0.75 * UNITS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 1.5, 2, 4})
  void simultaneousIntervalsHoldTheWholePanel(double spread) {
    assertThat(direct(spread).simultaneous()).isGreaterThanOrEqualTo(LEVEL);
  }

  @Test
  void nearATieTheMarginalIntervalsAreTooNarrow() {
    // A known weakness, kept in view: 0.851 when measured, not 0.95.
    assertThat(direct(0.1).marginal()).isBetween(0.80, 0.90);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2})
  void ranksOfCompositesCoverNearTheirLevelToo(double spread) {
    // 94.6 %, 96.2 % and 96.9 % when this was written.
    Coverage coverage = composite(spread);

    assertThat(coverage.marginal()).isBetween(0.90, 0.98);
    assertThat(coverage.simultaneous()).isGreaterThanOrEqualTo(LEVEL);
  }

  private static Coverage direct(double spread) {
    Tally tally = new Tally();
    for (int seed = 0; seed < PANELS; seed++) {
      Panel panel = Panel.of(seed, UNITS, spread, DRAWS);
      tally.add(panel.truth(), RankIntervals.of(panel.estimates(), panel.draws(), LEVEL));
    }
    return tally.coverage();
  }

  /**
   * The whole way: three indicators with 95 % intervals, goalposts set by the panel's own values,
   * composites, ranks.
   */
  private static Coverage composite(double spread) {
    List<String> indicators = List.of("E4", "P1", "V2");
    Map<String, Dimension> dimensions = new TreeMap<>();
    Map<String, Double> weights = new TreeMap<>();
    for (String indicator : indicators) {
      dimensions.put(indicator, Dimension.EFFICIENCY);
      weights.put(indicator, 1.0);
    }
    Tally tally = new Tally();
    for (int seed = 0; seed < PANELS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] truth = new double[UNITS];
      List<Map<String, Judged.Value>> values = new ArrayList<>();
      for (int unit = 0; unit < UNITS; unit++) {
        values.add(new TreeMap<>());
      }
      Map<String, Goalposts> goalposts = new TreeMap<>();
      for (String indicator : indicators) {
        double[] trueValues = new double[UNITS];
        double[] estimates = new double[UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
          trueValues[unit] = spread * random.nextGaussian();
          estimates[unit] = trueValues[unit] + random.nextGaussian();
          values
              .get(unit)
              .put(
                  indicator,
                  new Judged.Value(
                      Status.OK,
                      estimates[unit],
                      estimates[unit] - 1.959964,
                      estimates[unit] + 1.959964,
                      LEVEL));
        }
        double worst = Arrays.stream(estimates).min().orElseThrow();
        double best = Arrays.stream(estimates).max().orElseThrow();
        goalposts.put(indicator, Goalposts.of(Direction.HIGHER, worst, best));
        for (int unit = 0; unit < UNITS; unit++) {
          // The true score on the scale that the goalposts set, not held within it.
          truth[unit] += trueValues[unit] / (best - worst);
        }
      }
      List<Judged> units = new ArrayList<>();
      for (int unit = 0; unit < UNITS; unit++) {
        units.add(new Judged(String.format(Locale.ROOT, "u%02d", unit), values.get(unit)));
      }
      List<Scorecard.Scores> scores =
          Scorecard.of(
              units,
              goalposts,
              dimensions,
              new Weighting("equal", weights),
              new Scorecard.Draws(DRAWS, LEVEL, seed));
      tally.add(
          truth,
          RankIntervals.of(
              scores.stream().mapToDouble(Scorecard.Scores::composite).toArray(),
              scores.stream().map(Scorecard.Scores::draws).toArray(double[][]::new),
              LEVEL));
    }
    return tally.coverage();
  }

  /**
   * What the intervals held.
   *
   * @param marginal share of the true ranks within the marginal intervals
   * @param simultaneous share of the panels all of whose true ranks lie within the simultaneous
   *     ones
   * @param meanWidth ranks in a marginal interval
   */
  private record Coverage(double marginal, double simultaneous, double meanWidth) {}

  private static final class Tally {
    private int panels;
    private int whole;
    private int ranks;
    private int covered;
    private int width;

    void add(double[] truth, RankInterval[] intervals) {
      boolean all = true;
      for (int unit = 0; unit < truth.length; unit++) {
        int rank = Panel.rank(truth, unit);
        RankInterval interval = intervals[unit];
        covered += interval.low() <= rank && rank <= interval.high() ? 1 : 0;
        all &= interval.simultaneousLow() <= rank && rank <= interval.simultaneousHigh();
        width += interval.high() - interval.low() + 1;
        ranks++;
      }
      whole += all ? 1 : 0;
      panels++;
    }

    Coverage coverage() {
      return new Coverage(
          covered / (double) ranks, whole / (double) panels, width / (double) ranks);
    }
  }
}
