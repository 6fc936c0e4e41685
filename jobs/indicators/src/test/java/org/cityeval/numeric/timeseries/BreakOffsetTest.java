package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreakOffsetTest {
  /** By scipy.integrate.dblquad over the joint density of a walk's maximum and end. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.3011460875846469",
    "3, 0.4, 0.10336496093581493",
    "8, 2.5, 0.05407673261898563",
    "20, 1, 0.004801346912027248",
    "0.5, 30, 0.5483809852969979",
    "4, 0.05, 0.015459514064969032"
  })
  void equalsTheIntegralOfTheWalk(double offset, double ratio, double probability) {
    assertThat(BreakOffset.beyond(offset, ratio)).isCloseTo(probability, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0.025, 1, 11.033292445423788",
    "0.05, 1, 7.687275546291327",
    "0.005, 1, 19.766528970922497",
    "0.025, 4, 11.839499913865323",
    "0.025, 0.25, 7.909225628892149"
  })
  void invertsTheIntegral(double probability, double ratio, double offset) {
    assertThat(BreakOffset.exceededWith(probability, ratio)).isCloseTo(offset, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 1, 7, 1e4})
  void sharesTheProbabilityBetweenTheSides(double ratio) {
    assertThat(BreakOffset.beyond(0, ratio) + BreakOffset.beyond(0, 1 / ratio))
        .isCloseTo(1, within(1e-10));
    double before = 1;
    for (double offset = 0; offset < 1000; offset = 1.5 * offset + 0.1) {
      double beyond = BreakOffset.beyond(offset, ratio);
      assertThat(beyond).isLessThanOrEqualTo(before).isGreaterThan(-1e-12);
      before = beyond;
    }
  }

  @Test
  void isNoOffsetOnASideThatTheEstimateHardlyTakes() {
    // At offset 0 the share of the side is ratio / (1 + ratio) = 0.0196.
    assertThat(BreakOffset.exceededWith(0.025, 0.02)).isZero();
    assertThat(BreakOffset.exceededWith(0.015, 0.02)).isPositive();
    assertThat(BreakOffset.exceededWith(0.025, Double.POSITIVE_INFINITY))
        .isCloseTo(BreakOffset.exceededWith(0.025, 1e9), within(1e-6));
  }
}
