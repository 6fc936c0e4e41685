package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void passesOverMissingValues() {
    double[] values = {2, Double.NaN, 4, 9};
    assertThat(Moments.observed(values)).isEqualTo(3);
    assertThat(Moments.sum(values)).isEqualTo(15);
    assertThat(Moments.mean(values)).isEqualTo(5);
    // (9 + 1 + 16) / 2
    assertThat(Moments.variance(values)).isEqualTo(13);
  }

  @Test
  void isUndefinedWithoutAnObservation() {
    assertThat(Moments.sum(new double[] {Double.NaN})).isNaN();
    assertThat(Moments.mean(new double[0])).isNaN();
    assertThat(Moments.variance(new double[] {3})).isNaN();
  }

  @Test
  void measuresSkewnessAndKurtosisAsASampleDoes() {
    double[] values = {1, 2, 3, Double.NaN, 4, 5, 6, 7, 8, 9, 10, 30, 100};
    // scipy.stats.skew and kurtosis (1.17.1) with bias=False; e1071 calls it type 2.
    assertThat(Moments.skewness(values)).isCloseTo(3.0632410342394993, within(1e-12));
    assertThat(Moments.excessKurtosis(values)).isCloseTo(9.741390834569144, within(1e-12));
  }

  @Test
  void skewnessAndKurtosisDoNotDependOnTheScale() {
    double[] values = {1, 2, 4, 9, 30};
    double[] small = Arrays.stream(values).map(value -> 1e-150 * value).toArray();
    assertThat(Moments.skewness(small)).isCloseTo(Moments.skewness(values), within(1e-12));
    assertThat(Moments.excessKurtosis(small))
        .isCloseTo(Moments.excessKurtosis(values), within(1e-12));
  }

  @Test
  void skewnessAndKurtosisAreUndefinedForTooFewOrEqualValues() {
    assertThat(Moments.skewness(new double[] {1, 2})).isNaN();
    assertThat(Moments.excessKurtosis(new double[] {1, 2, 4})).isNaN();
    // The mean of these is not 0.1 to the last digit.
    assertThat(Moments.skewness(new double[] {0.1, 0.1, 0.1})).isNaN();
    assertThat(Moments.excessKurtosis(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1})).isNaN();
  }

  @Test
  void doesNotOverflowOnTheWay() {
    double[] huge = {1e308, 1e308, 1e308, -1e308};
    assertThat(Moments.sum(huge)).isInfinite();
    assertThat(Moments.sum(new double[] {1e308, 1e308, -1e308})).isEqualTo(1e308);
    assertThat(Moments.mean(huge)).isEqualTo(5e307);
    // Deviations 5e307 three times and -1.5e308: squares 3e616, over 3.
    assertThat(Moments.standardDeviation(huge)).isCloseTo(1e308, withinPercentage(1e-12));
    assertThat(Moments.variance(huge)).isInfinite();
    assertThat(Moments.variance(new double[] {1, Double.POSITIVE_INFINITY})).isNaN();
    // As of 1, 1, 1 and -1: G1 = -2, G2 = 4.
    assertThat(Moments.skewness(huge)).isCloseTo(-2, within(1e-12));
    assertThat(Moments.excessKurtosis(huge)).isCloseTo(4, within(1e-12));
  }
}
