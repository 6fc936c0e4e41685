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

  /** Subnormal results are rounded, once; 2046 exponents are those of a number's own bits. */
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, -3, 0.1, 1e-300, 7e-310, Double.MIN_VALUE, 1e308, Double.NaN})
  void scalesAsTheLanguageDoes(double value) {
    for (int exponent = -2200; exponent <= 2200; exponent++) {
      BinaryScale scale = new BinaryScale(exponent);
      double reduced = Math.scalb(value, -exponent);
      assertThat(scale.reduced(value)).isEqualTo(Double.valueOf(reduced));
      assertThat(scale.reduced(new double[] {value})).containsExactly(reduced);
      assertThat(scale.restored(value)).isEqualTo(Double.valueOf(Math.scalb(value, exponent)));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY})
  void leavesWhatHasNoSize(double value) {
    BinaryScale scale = BinaryScale.of(value);
    assertThat(scale.exponent()).isZero();
    assertThat(scale.reduced(value)).isEqualTo(Double.valueOf(value));
  }
}
