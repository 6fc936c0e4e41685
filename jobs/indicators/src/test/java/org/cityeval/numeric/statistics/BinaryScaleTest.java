package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryScaleTest {
  @ParameterizedTest
  @ValueSource(
      doubles = {Double.MIN_VALUE, 1e-310, 1e-300, 0.1, 1, 3, 1e17, 1e308, Double.MAX_VALUE, -7})
  void bringsTheLargestBelowAHalfAndBackWithoutRounding(double largest) {
    BinaryScale scale = BinaryScale.of(0, largest, Double.NaN, Double.POSITIVE_INFINITY);
    double reduced = scale.reduced(largest);
    assertThat(Math.abs(reduced)).isBetween(0.25, 0.5);
    assertThat(scale.restored(reduced)).isEqualTo(largest);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY})
  void leavesWhatHasNoSize(double value) {
    BinaryScale scale = BinaryScale.of(value);
    assertThat(scale.exponent()).isZero();
    assertThat(scale.reduced(value)).isEqualTo(Double.valueOf(value));
  }
}
