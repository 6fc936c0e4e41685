package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often published rank sets hold the true rank, the whole way from values with 95 % intervals:
 * goalposts, composites, draws, ranks; 400 simulated panels of 10 members for each spread of the
 * true values in standard errors, near ties included. Rank sets promise at least their level, so
 * there is a floor and no ceiling; the floor is three binomial standard errors below it.
 */
class RankCoverageTest {
  private static final int PANELS = 400;
  private static final int UNITS = 10;
  private static final int DRAWS = 300;
  private static final double LEVEL = 0.95;
  private static final double FLOOR = LEVEL - 3 * Math.sqrt(LEVEL * (1 - LEVEL) / PANELS);

  private static final List<Panel.Scored> SCORED =
      List.of(
          new Panel.Scored("E4", Dimension.EFFICIENCY, Direction.LOWER),
          new Panel.Scored("P1", Dimension.PRECISION, Direction.HIGHER),
          new Panel.Scored("V2", Dimension.PUBLIC_VALUE, Direction.LOWER));

  private static final CompositeMethod OUTLIERS_TREATED =
      new CompositeMethod(
          true, Normalisation.Method.MIN_MAX, WeightMethod.GIVEN, Aggregation.ARITHMETIC, Map.of());

  private static final Weighting WEIGHTING =
      new Weighting("equal", Map.of("E4", 1.0, "P1", 1.0, "V2", 1.0));

  /**
   * How often over all panels.
   *
   * @param clamped indicators of a panel of which values were drawn in
   */
  private record Simulated(int[] held, int heldAll, int clamped) {}

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 2, 5})
  void rankSetsHoldTheTrueRank(double spread) {
    requireCoverage(simulate(random -> spread * random.nextGaussian(), Panels.MIN_MAX));
  }

  @Test
  void rankSetsHoldTheTrueRankWhereOutliersAreDrawnIn() {
    Simulated simulated =
        simulate(
            random ->
                0.5 * random.nextGaussian()
                    + (random.nextInt(10) == 0 ? 6 : 0) * random.nextGaussian(),
            OUTLIERS_TREATED);

    assertThat(simulated.clamped()).isGreaterThan(100);
    requireCoverage(simulated);
  }

  private static void requireCoverage(Simulated simulated) {
    assertThat(simulated.heldAll() / (double) PANELS).as("all").isGreaterThanOrEqualTo(FLOOR);
    for (int unit = 0; unit < UNITS; unit++) {
      assertThat(simulated.held()[unit] / (double) PANELS)
          .as("unit %d", unit)
          .isGreaterThanOrEqualTo(FLOOR);
    }
  }

  private static Simulated simulate(
      ToDoubleFunction<SplittableRandom> truths, CompositeMethod method) {
    int[] held = new int[UNITS];
    int heldAll = 0;
    int clamped = 0;
    for (int seed = 0; seed < PANELS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] truth = new double[UNITS][SCORED.size()];
      List<Judged> units = new ArrayList<>();
      for (int unit = 0; unit < UNITS; unit++) {
        Map<String, Judged.Value> values = new TreeMap<>();
        for (int i = 0; i < SCORED.size(); i++) {
          truth[unit][i] = truths.applyAsDouble(random);
          values.put(
              SCORED.get(i).id(), Panels.about(truth[unit][i] + random.nextGaussian(), 1.959964));
        }
        units.add(new Judged("u" + unit, "x", values));
      }
      Panel panel = new Panel(units, SCORED);
      Composites composites =
          new Composites(
              panel, method, List.of(WEIGHTING), new Composites.Draws(DRAWS, LEVEL, seed));
      for (Yardstick yardstick : composites.yardsticks()) {
        clamped += yardstick.treatment().winsorised() > 0 ? 1 : 0;
      }
      int[] ranks = trueRanks(composites.yardsticks(), truth);
      GroupRanks.Ranked[] ranked = ranked(composites);
      boolean all = true;
      for (int unit = 0; unit < UNITS; unit++) {
        int rank = ranks[unit];
        boolean inside =
            ranked[unit].marginal().best() <= rank && rank <= ranked[unit].marginal().worst();
        held[unit] += inside ? 1 : 0;
        all &=
            ranked[unit].simultaneous().best() <= rank
                && rank <= ranked[unit].simultaneous().worst();
        assertThat(ranked[unit].rank())
            .isBetween(ranked[unit].marginal().best(), ranked[unit].marginal().worst());
        assertThat(ranked[unit].simultaneous().best())
            .isLessThanOrEqualTo(ranked[unit].marginal().best());
        assertThat(ranked[unit].simultaneous().worst())
            .isGreaterThanOrEqualTo(ranked[unit].marginal().worst());
      }
      heldAll += all ? 1 : 0;
    }
    return new Simulated(held, heldAll, clamped);
  }

  private static GroupRanks.Ranked[] ranked(Composites composites) {
    double[] scores = new double[UNITS];
    DrawnEstimate[] draws = new DrawnEstimate[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      draws[unit] = composites.drawn(0, unit);
      scores[unit] = composites.scorecard(0).of(unit, draws[unit], LEVEL).composite();
    }
    return GroupRanks.of(scores, draws, LEVEL);
  }

  /** By the scores the true values would have on the same goalposts. */
  private static int[] trueRanks(List<Yardstick> yardsticks, double[][] truth) {
    double[] scores = new double[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      for (int i = 0; i < yardsticks.size(); i++) {
        Yardstick yardstick = yardsticks.get(i);
        double worst = yardstick.normalisation().worst();
        // Beyond the goalposts a true value is still better or worse, unless it is drawn in.
        double treated = yardstick.treatment().apply(truth[unit][i]);
        scores[unit] += (treated - worst) / (yardstick.normalisation().best() - worst);
      }
    }
    int[] ranks = new int[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      ranks[unit] = 1;
      for (double other : scores) {
        ranks[unit] += other > scores[unit] ? 1 : 0;
      }
    }
    return ranks;
  }
}
