package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.numeric.frontier.DeaData.units;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.statistics.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubsamplingTest {
  private static final EfficiencyMeasure CONSTANT =
      EfficiencyMeasure.radial(Orientation.INPUT, ReturnsToScale.CONSTANT);

  @Test
  void isWorkedByHandWithOneInputAndOneOutput() {
    // Yields per input 5, 4, 3, 2, 1. Of the ten subsamples of three the best yields 5 in six,
    // 4 in three, 3 in one. Rate 2/2, so a deviation counts 3/5.
    Activities activities = Activities.of(units(1, 1, 1, 1, 1), units(5, 4, 3, 2, 1));
    BootstrapEfficiency[] units = Subsampling.of(CONSTANT, activities, 3, 20_000, 0.95, 1);
    double mean = (6 * 5 + 3 * 4 + 3) / 10.0;
    for (int i = 0; i < 5; i++) {
      double yield = 5 - i;
      double corrected = 1 / (5 / yield - 0.6 * (mean / yield - 5 / yield));
      assertThat(units[i].efficiency()).isCloseTo(yield / 5, within(1e-9));
      assertThat(units[i].corrected()).isCloseTo(corrected, within(2e-3 * corrected));
      // At both ends of the interval: the best of a subsample yields 3, and 5.
      assertThat(units[i].interval().low()).isCloseTo(yield / (5 + 0.6 * 2), within(1e-9));
      assertThat(units[i].interval().high()).isCloseTo(yield / 5, within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void correctsTheDirectionalDistanceDownwards(long seed) {
    Activities activities = DeaData.random(30, 1, new SplittableRandom(seed));
    for (Disposability disposability : Disposability.values()) {
      EfficiencyMeasure measure =
          EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, disposability);
      double[] scores = Efficiency.of(measure, activities);
      BootstrapEfficiency[] units = Subsampling.of(measure, activities, 12, 60, 0.9, seed);
      assertThat(units).anyMatch(unit -> unit.interval().isFinite());
      for (int i = 0; i < units.length; i++) {
        assertThat(units[i].efficiency()).isCloseTo(scores[i], within(1e-12));
        if (units[i].interval().isFinite()) {
          assertThat(units[i].corrected()).isGreaterThan(0).isLessThanOrEqualTo(scores[i] + 1e-9);
          assertThat(units[i].interval().low()).isPositive();
          assertThat(units[i].interval().high()).isLessThanOrEqualTo(scores[i] + 1e-9);
        }
      }
    }
  }

  @Test
  void isUndefinedWhereMostSubsamplesDoNotMeasureAUnit() {
    // Only a subsample with the first unit itself gets by with its input: two in ten.
    Activities activities =
        Activities.of(units(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), units(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    EfficiencyMeasure output =
        EfficiencyMeasure.radial(Orientation.OUTPUT, ReturnsToScale.VARIABLE);
    BootstrapEfficiency[] units = Subsampling.of(output, activities, 2, 200, 0.95, 1);
    assertThat(units[0].efficiency()).isEqualTo(1);
    assertThat(units[0].corrected()).isNaN();
    assertThat(units[0].interval()).isEqualTo(Bounds.UNDEFINED);
    // Of 200 about 40, within four standard errors.
    assertThat(units[0].measured()).isBetween(17, 63);
    assertThat(units[9].interval().isFinite()).isTrue();
    assertThat(units[9].measured()).isEqualTo(200);
  }

  @Test
  void isUndefinedWhereASubsampleWouldBeAll() {
    Activities activities = Activities.of(units(1, 1, Double.NaN), units(2, 1, 1));
    BootstrapEfficiency[] units = Subsampling.of(CONSTANT, activities, 2, 50, 0.95, 1);
    assertThat(units[1]).isEqualTo(new BootstrapEfficiency(0.5, Double.NaN, Bounds.UNDEFINED, 0));
    assertThat(units[2].efficiency()).isNaN();
  }

  @Test
  void isTheSameForTheSameSeed() {
    Activities activities = DeaData.random(20, 0, new SplittableRandom(3));
    BootstrapEfficiency[] units = Subsampling.of(CONSTANT, activities, 9, 50, 0.9, 7);
    assertThat(Subsampling.of(CONSTANT, activities, 9, 50, 0.9, 7)).isEqualTo(units);
    assertThat(Subsampling.of(CONSTANT, activities, 9, 50, 0.9, 8)).isNotEqualTo(units);
  }

  @Test
  void refusesAnEmptySubsample() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subsampling.of(CONSTANT, DeaData.CHARNES, 0, 10, 0.95, 1));
  }

  static LongStream seeds() {
    return LongStream.range(0, 4);
  }
}
