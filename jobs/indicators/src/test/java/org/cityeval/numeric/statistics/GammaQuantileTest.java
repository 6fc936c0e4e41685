package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaQuantileTest {
  @ParameterizedTest
  @CsvSource({
    // mpmath with 30 digits, on both sides of the change of method.
    "1, 0.0253178079842898754, 0.693147180559945309, 3.6888794541139363",
    "10, 4.79538869613243364, 9.66871461471413115, 17.0848034514191703",
    "1000, 938.973018407695216, 999.666686426965182, 1062.92115122488776",
    "70001, 69483.386369771458, 70000.6666669488511, 70520.5079341633214",
    "99999, 99380.1557627303517, 99998.6666668642002, 100619.738541788102",
    "100000, 99381.1526637447306, 99999.6666668641983, 100620.741640773736",
    "1000000, 998040.983340293903, 999999.66666668642, 1001960.91096545036"
  })
  void equalsMpmath(double shape, double low, double median, double high) {
    assertThat(GammaQuantile.of(shape, 0.025)).isCloseTo(low, withinPercentage(1e-10));
    assertThat(GammaQuantile.of(shape, 0.5)).isCloseTo(median, withinPercentage(1e-10));
    assertThat(GammaQuantile.of(shape, 0.975)).isCloseTo(high, withinPercentage(1e-10));
  }

  /** Far more shapes than are remembered, so that places are taken by others in between. */
  @Test
  void isTheSameWhateverWasAskedBefore() {
    for (int round = 0; round < 2; round++) {
      for (double shape = 1; shape < 4000; shape += 0.125) {
        assertThat(GammaQuantile.of(shape, 0.025))
            .isEqualTo(new GammaDistribution(shape, 1, 1e-13).inverseCumulativeProbability(0.025));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAShapeThatIsNone(double shape) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GammaQuantile.of(shape, 0.5))
        .withMessageContaining("shape");
  }
}
