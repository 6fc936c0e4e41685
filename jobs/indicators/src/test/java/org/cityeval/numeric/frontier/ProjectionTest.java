package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.numeric.frontier.DeaData.CHARNES;
import static org.cityeval.numeric.frontier.DeaData.CHARNES_ROWS;
import static org.cityeval.numeric.frontier.DeaData.units;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectionTest {
  private static final EfficiencyMeasure VARIABLE =
      EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);

  @Test
  void hasTheSlacksOfBenchmarkingAtEachOfSeventySites() {
    Projection[] projections = Projection.of(VARIABLE, CHARNES);
    for (int i = 0; i < projections.length; i++) {
      double[] row = CHARNES_ROWS.get(i);
      assertThat(projections[i].efficiency()).isCloseTo(row[12], within(1e-9));
      assertThat(projections[i].inputSlacks())
          .containsExactly(Arrays.copyOfRange(row, 21, 26), within(1e-6));
      assertThat(projections[i].outputSlacks())
          .containsExactly(Arrays.copyOfRange(row, 26, 29), within(1e-6));
      double sum =
          Arrays.stream(projections[i].inputSlacks()).sum()
              + Arrays.stream(projections[i].outputSlacks()).sum();
      assertThat(sum).isCloseTo(row[20], within(1e-6));
    }
  }

  @Test
  void namesThePeersAndWhatIsLeftToSave() {
    Activities activities =
        Activities.of(new double[][] {{2, 4}, {4, 2}, {6, 6}, {8, 2}}, units(1, 1, 1, 1));
    Projection[] projections = Projection.of(VARIABLE, activities);
    // Half of (6, 6) is the middle of the first two.
    assertThat(projections[2].efficiency()).isCloseTo(0.5, within(1e-9));
    assertThat(projections[2].peers()).containsExactly(0, 1);
    assertThat(projections[2].weights()).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
    assertThat(projections[2].inputSlacks()).containsExactly(0, 0);
    // (8, 2) cannot shrink, but the second does with 4 less of the first input.
    assertThat(projections[3].efficiency()).isEqualTo(1);
    assertThat(projections[3].peers()).containsExactly(1);
    assertThat(projections[3].inputSlacks()).containsExactly(new double[] {4, 0}, within(1e-9));
    assertThat(projections[0].peers()).containsExactly(0);
    assertThat(projections[0].weights()).containsExactly(new double[] {1}, within(1e-9));
  }

  @Test
  void isWithoutPeersWhereAUnitCannotBeMeasured() {
    Activities activities =
        new Activities(units(1, Double.NaN), units(1, 1), new double[][] {{1}, {1}});
    EfficiencyMeasure measure =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.WEAK);
    Projection[] projections = Projection.of(measure, activities);
    assertThat(projections[0].peers()).containsExactly(0);
    assertThat(projections[1].efficiency()).isNaN();
    assertThat(projections[1].inputSlacks()).containsExactly(Double.NaN);
    assertThat(projections[1].outputSlacks()).containsExactly(Double.NaN);
    assertThat(projections[1].undesirableSlacks()).containsExactly(Double.NaN);
    assertThat(projections[1].peers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leadsToTheMixtureOfThePeers(long seed) {
    Activities activities = DeaData.random(20, 1, new SplittableRandom(seed));
    EfficiencyMeasure measure =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.STRONG);
    Projection[] projections = Projection.of(measure, activities);
    double[] scores = Efficiency.of(measure, activities);
    for (int i = 0; i < 20; i++) {
      Projection projection = projections[i];
      double beta = 1 / projection.efficiency() - 1;
      assertThat(projection.efficiency()).isCloseTo(scores[i], within(1e-12));
      assertThat(Arrays.stream(projection.weights()).sum()).isCloseTo(1, within(1e-8));
      for (int k = 0; k < 2; k++) {
        assertThat(mixed(activities.inputs(), projection, k))
            .isCloseTo(activities.inputs()[i][k] - projection.inputSlacks()[k], within(1e-7));
        assertThat(mixed(activities.outputs(), projection, k))
            .isCloseTo(
                (1 + beta) * activities.outputs()[i][k] + projection.outputSlacks()[k],
                within(1e-7));
      }
      assertThat(mixed(activities.undesirable(), projection, 0))
          .isCloseTo(
              (1 - beta) * activities.undesirable()[i][0] - projection.undesirableSlacks()[0],
              within(1e-7));
      for (int peer : projection.peers()) {
        assertThat(scores[peer]).isEqualTo(1);
      }
    }
  }

  private static double mixed(double[][] rows, Projection projection, int column) {
    double sum = 0;
    for (int p = 0; p < projection.peers().length; p++) {
      sum += projection.weights()[p] * rows[projection.peers()[p]][column];
    }
    return sum;
  }

  static LongStream seeds() {
    return LongStream.range(0, 5);
  }
}
