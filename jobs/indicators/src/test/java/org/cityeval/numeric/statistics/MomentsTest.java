package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;

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
}
