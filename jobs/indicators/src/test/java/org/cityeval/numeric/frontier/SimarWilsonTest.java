package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.numeric.frontier.DeaData.CHARNES;
import static org.cityeval.numeric.frontier.DeaData.units;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.statistics.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimarWilsonTest {
  private static final EfficiencyMeasure VARIABLE =
      EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);

  @Test
  void isCloseToBenchmarkingWhichDrawsOtherwise() {
    List<double[]> rows =
        ReferenceData.rows("dea_charnes1981_boot_simarwilson_vrs_in_seed42_B300.csv");
    BootstrapEfficiency[] sites = SimarWilson.of(VARIABLE, CHARNES, 400, 0.95, 42);
    double mean = 0;
    for (int i = 0; i < sites.length; i++) {
      double[] expected = rows.get(i);
      assertThat(sites[i].efficiency()).isCloseTo(expected[1], within(1e-9));
      assertThat(sites[i].corrected()).isCloseTo(expected[2], within(0.01));
      assertThat(sites[i].interval().high()).isCloseTo(expected[6], within(0.01));
      // With 300 draws the far end moves from seed to seed by as much as 0.01 (one deviation) for
      // sites on the frontier.
      double tolerance = sites[i].efficiency() == 1 ? 0.03 : 0.01;
      assertThat(sites[i].interval().low()).isCloseTo(expected[5], within(tolerance));
      mean += sites[i].corrected() / sites.length;
    }
    assertThat(mean).isCloseTo(0.92429, within(0.01));
    assertThat(sites[0].corrected()).isCloseTo(0.93495, within(0.01));
    assertThat(sites[0].interval().low()).isCloseTo(0.88989, within(0.01));
    assertThat(sites[0].interval().high()).isCloseTo(0.95989, within(0.01));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void correctsDownwardsWithinAnIntervalAboveZero(long seed) {
    Activities activities = DeaData.random(25, 0, new SplittableRandom(seed));
    for (Orientation orientation : List.of(Orientation.INPUT, Orientation.OUTPUT)) {
      for (ReturnsToScale returns : ReturnsToScale.values()) {
        EfficiencyMeasure measure = EfficiencyMeasure.radial(orientation, returns);
        double[] scores = Efficiency.of(measure, activities);
        BootstrapEfficiency[] units = SimarWilson.of(measure, activities, 60, 0.9, seed);
        for (int i = 0; i < units.length; i++) {
          assertThat(units[i].efficiency()).isCloseTo(scores[i], within(1e-12));
          assertThat(units[i].corrected()).isBetween(0.0, scores[i]);
          Bounds interval = units[i].interval();
          assertThat(interval.low()).isPositive().isLessThan(interval.high());
          assertThat(units[i].corrected()).isBetween(interval.low(), interval.high());
        }
      }
    }
  }

  @Test
  void isTheSameForTheSameSeedInAnyUnitOfMeasure() {
    Activities activities = DeaData.random(20, 0, new SplittableRandom(3));
    double[][] inThousands =
        Arrays.stream(activities.inputs())
            .map(row -> Arrays.stream(row).map(x -> x / 1000).toArray())
            .toArray(double[][]::new);
    BootstrapEfficiency[] units = SimarWilson.of(VARIABLE, activities, 50, 0.9, 7);
    BootstrapEfficiency[] converted =
        SimarWilson.of(VARIABLE, Activities.of(inThousands, activities.outputs()), 50, 0.9, 7);
    assertThat(SimarWilson.of(VARIABLE, activities, 50, 0.9, 7)).isEqualTo(units);
    assertThat(SimarWilson.of(VARIABLE, activities, 50, 0.9, 8)).isNotEqualTo(units);
    for (int i = 0; i < units.length; i++) {
      assertThat(converted[i].corrected()).isCloseTo(units[i].corrected(), within(1e-8));
    }
  }

  @Test
  void hasNoWidthWhereAllAreEfficient() {
    Activities equal = Activities.of(units(2, 2, 2), units(1, 1, 1));
    assertThat(SimarWilson.of(VARIABLE, equal, 20, 0.95, 1))
        .containsOnly(new BootstrapEfficiency(1, 1, new Bounds(1, 1), 20));
    Activities one = Activities.of(units(2), units(1));
    assertThat(SimarWilson.of(VARIABLE, one, 20, 0.95, 1))
        .containsExactly(new BootstrapEfficiency(1, 1, new Bounds(1, 1), 20));
  }

  @Test
  void isUndefinedForAUnitThatCannotBeMeasured() {
    Activities activities = Activities.of(units(2, Double.NaN, 4, 3), units(1, 1, 1, 2));
    BootstrapEfficiency[] results = SimarWilson.of(VARIABLE, activities, 20, 0.95, 1);
    assertThat(results[1])
        .isEqualTo(new BootstrapEfficiency(Double.NaN, Double.NaN, Bounds.UNDEFINED, 0));
    assertThat(results[2].efficiency()).isEqualTo(0.5);
    assertThat(results[2].interval().isFinite()).isTrue();
  }

  @Test
  void isOfRadialMeasuresOnly() {
    EfficiencyMeasure directional =
        EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.STRONG);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimarWilson.of(directional, CHARNES, 10, 0.95, 1));
  }

  static LongStream seeds() {
    return LongStream.range(0, 4);
  }

  @Test
  void hasNoResultWithoutAUnitThatIsCovered() {
    EfficiencyMeasure measure =
        EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.VARIABLE);
    Activities none = Activities.of(new double[0][], new double[0][]);
    assertThat(SimarWilson.of(measure, none, 10, 0.95, 1)).isEmpty();
    Activities missing = Activities.of(new double[][] {{Double.NaN}}, new double[][] {{1}});
    BootstrapEfficiency[] results = SimarWilson.of(measure, missing, 10, 0.95, 1);
    assertThat(results).hasSize(1);
    assertThat(results[0].efficiency()).isNaN();
    assertThat(results[0].interval().low()).isNaN();
  }
}
