package org.cityeval.numeric.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankErrorsTest {
  @Test
  void takesMeanAndVarianceFromTheDraws() {
    RankErrors errors = RankErrors.drawn(new double[][] {{1, 2, 6}, {0.1, 0.1, 0.1}});
    assertThat(errors.meanOf(0)).isEqualTo(3);
    // (4 + 1 + 9) / 2
    assertThat(errors.varianceOf(0)).isEqualTo(7);
    assertThat(errors.meanOf(1)).isEqualTo(0.1);
    assertThat(errors.varianceOf(1)).isZero();
    assertThat(errors.varianceOf(0, 1)).isEqualTo(7);
    assertThat(errors.units()).isEqualTo(2);
    assertThat(errors.count()).isEqualTo(3);
  }

  @Test
  void drawsNormalErrorsOfTheGivenSize() {
    RankErrors errors = RankErrors.normal(new double[] {3, 0}, 10_000, 1);
    RankErrors again = RankErrors.drawn(new double[][] {errors.drawsOf(0), errors.drawsOf(1)});
    assertThat(errors.varianceOf(0)).isEqualTo(9);
    // The variance of 10,000 normal draws has a relative standard error of 1.4 %.
    assertThat(again.varianceOf(0)).isCloseTo(9, within(0.5));
    assertThat(again.meanOf(0)).isCloseTo(0, within(0.1));
    assertThat(again.varianceOf(1)).isZero();
  }

  @Test
  void takesOnlyFiniteDrawsOfOneNumber() {
    assertThat(RankErrors.drawn(new double[0][]).units()).isZero();
    assertThatThrownBy(() -> RankErrors.drawn(new double[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RankErrors.drawn(new double[][] {{1, 2}, {1, 2, 3}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RankErrors.drawn(new double[][] {{1, Double.NaN}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RankErrors.normal(new double[] {-1}, 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
