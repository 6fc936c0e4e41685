package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {
  @Test
  void interpolatesBetweenOrderStatistics() {
    double[] values = {40, 10, 30, 20};
    // Position 1 + 3 x 0.25 = 1.75: 10 + 0.75 x 10.
    assertThat(Quantiles.of(values, 0.25)).isEqualTo(17.5);
    assertThat(Quantiles.of(values, 0.9)).isCloseTo(37, within(1e-12));
    assertThat(Quantiles.of(values, 0)).isEqualTo(10);
    assertThat(Quantiles.of(values, 1)).isEqualTo(40);
    assertThat(Quantiles.median(values)).isEqualTo(25);
  }

  @Test
  void passesOverMissingValues() {
    assertThat(Quantiles.median(new double[] {Double.NaN, 3, Double.NaN, 1, 2})).isEqualTo(2);
    assertThat(Quantiles.median(new double[] {Double.NaN})).isNaN();
    assertThat(Quantiles.median(new double[0])).isNaN();
    assertThat(Quantiles.of(new double[] {7}, 0.3)).isEqualTo(7);
  }

  @Test
  void refusesAShareOutsideZeroToOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(new double[] {1}, 1.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.of(new double[] {1}, Double.NaN));
  }
}
