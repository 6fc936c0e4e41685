package org.cityeval.numeric.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateTest {
  @Test
  void equalsALeastSquaresLineInNumpy() {
    // numpy.polyfit of log cost on log wave.
    assertThat(LearningRate.of(new double[] {12, 9.5, 8.7, 7.1}))
        .isCloseTo(0.21802663750166862, within(1e-13));
    assertThat(LearningRate.of(new double[] {12, Double.NaN, 8.7, 7.1}))
        .isCloseTo(0.21799775148993628, within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0, -0.3, 0.9})
  void findsTheRateOfAPerfectCurve(double rate) {
    // Wright's curve: each doubling leaves 1 - rate of the cost.
    double[] cost =
        IntStream.rangeClosed(1, 6)
            .mapToDouble(wave -> 40 * Math.pow(1 - rate, Math.log(wave) / Math.log(2)))
            .toArray();
    assertThat(LearningRate.of(cost)).isCloseTo(rate, within(1e-13));
    assertThat(LearningRate.of(Arrays.stream(cost).map(c -> c / 24).toArray()))
        .isCloseTo(rate, within(1e-13));
  }

  @Test
  void isUndefinedForFewerThanThreeWaves() {
    assertThat(LearningRate.of(new double[] {9, 5})).isNaN();
    assertThat(LearningRate.of(new double[] {9, Double.NaN, 5})).isNaN();
    assertThat(LearningRate.of(new double[0])).isNaN();
  }

  @Test
  void isUndefinedForACostWithoutALogarithm() {
    assertThat(LearningRate.of(new double[] {9, 0, 5})).isNaN();
    assertThat(LearningRate.of(new double[] {9, 4, -2})).isNaN();
  }
}
