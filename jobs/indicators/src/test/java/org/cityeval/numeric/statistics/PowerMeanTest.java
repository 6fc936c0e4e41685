package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerMeanTest {
  private static final double[] VALUES = {1, 4, 16};
  private static final double[] WEIGHTS = {0.25, 0.5, 0.25};

  @Test
  void isTheMeanThatThePowerNames() {
    // Arithmetic 6.25; harmonic 1 / (1/4 + 1/8 + 1/64) = 64/25; geometric 4; of power 1/2 3^2 or
    // ((1 + 2 x 2 + 4) / 4)^2 = 81/16; quadratic the root of (1 + 32 + 256) / 4 = 289/4.
    assertThat(PowerMean.of(VALUES, WEIGHTS, 1)).isCloseTo(6.25, within(1e-14));
    assertThat(PowerMean.of(VALUES, WEIGHTS, -1)).isCloseTo(64 / 25.0, within(1e-14));
    assertThat(PowerMean.of(VALUES, WEIGHTS, 0)).isCloseTo(4, within(1e-14));
    assertThat(PowerMean.of(VALUES, WEIGHTS, 0.5)).isCloseTo(81 / 16.0, within(1e-14));
    assertThat(PowerMean.of(VALUES, WEIGHTS, 2)).isCloseTo(8.5, within(1e-14));
  }

  @Test
  void hasNoStepAtZeroAndEndsAtTheExtremes() {
    assertThat(PowerMean.of(VALUES, WEIGHTS, 1e-300)).isCloseTo(4, within(1e-14));
    assertThat(PowerMean.of(VALUES, WEIGHTS, -1e-12)).isCloseTo(4, within(1e-11));
    assertThat(PowerMean.of(VALUES, WEIGHTS, 1e308)).isEqualTo(16);
    assertThat(PowerMean.of(VALUES, WEIGHTS, -1e308)).isEqualTo(1);
    assertThat(PowerMean.of(new double[] {0, 4}, new double[] {0.5, 0.5}, -0.1)).isZero();
    // ((0 + 2) / 2)^2
    assertThat(PowerMean.of(new double[] {0, 4}, new double[] {0.5, 0.5}, 0.5)).isEqualTo(1);
    // Of power 1/4: (1/2 x 2)^4
    assertThat(PowerMean.of(new double[] {0, 16}, new double[] {0.5, 0.5}, 0.25))
        .isCloseTo(1, within(1e-14));
    assertThat(PowerMean.of(new double[0], new double[0], 1)).isNaN();
  }

  @Test
  void refusesWhatHasNoMean() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PowerMean.of(VALUES, new double[2], 1))
        .withMessageContaining("weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PowerMean.of(new double[] {-1}, new double[] {1}, 1))
        .withMessageContaining("values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PowerMean.of(VALUES, WEIGHTS, Double.NaN))
        .withMessageContaining("power");
  }
}
