package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorScaleTest {
  private static final double Z = 1.959964;

  @Test
  void ofAnyNumberIsEvenOnBothSides() {
    assertThat(ErrorScale.LINEAR.interval(10, 2, 5, 3)).isEqualTo(new Bounds(4, 16));
  }

  @Test
  void ofAPositiveNumberIsEvenForTheLogarithm() {
    // By hand: 10 · exp(±2 · 1 / 10) = 10 / 1.2214 and 10 · 1.2214.
    Bounds bounds = ErrorScale.POSITIVE.interval(10, 1, 5, 2);

    assertThat(bounds.low()).isCloseTo(8.1873, within(1e-4));
    assertThat(bounds.high()).isCloseTo(12.2140, within(1e-4));
  }

  @Test
  void ofAShareIsWilsonsInterval() {
    // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662, 0 of 20 gives 0 to 0.1611.
    double share = 81.0 / 263;
    Bounds some =
        ErrorScale.SHARE.interval(share, Math.sqrt(share * (1 - share) / 263), Double.NaN, Z);
    Bounds none = ErrorScale.SHARE.interval(0, 0, 20, Z);

    assertThat(some.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(some.high()).isCloseTo(0.3662, within(5e-5));
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
  }

  @Test
  void ofACorrelationIsThatOfAShareTwiceAsLong() {
    // 0.5 with an error of 0.1 is a share of 0.75 with 0.05, worth 75 trials. By the formula in
    // Python: 0.278175 to 0.671192.
    Bounds bounds = ErrorScale.CORRELATION.interval(0.5, 0.1, Double.NaN, 2);

    assertThat(bounds.low()).isCloseTo(0.27817500384480986, within(1e-12));
    assertThat(bounds.high()).isCloseTo(0.6711920847627852, within(1e-12));
    assertThat(ErrorScale.CORRELATION.interval(1, 0, 20, Z).low())
        .isCloseTo(1 - 2 * 0.1611, within(1e-4));
  }

  @Test
  void isUndefinedWithoutAnErrorBetweenTheEnds() {
    assertThat(ErrorScale.SHARE.interval(0.5, 0, 20, Z)).isEqualTo(Bounds.UNDEFINED);
    assertThat(ErrorScale.POSITIVE.interval(3, 0, 20, Z)).isEqualTo(Bounds.UNDEFINED);
  }

  @Test
  void ofAPositiveNumberThatIsZeroReachesUp() {
    assertThat(ErrorScale.POSITIVE.interval(0, 1, 5, 2)).isEqualTo(new Bounds(0, 2));
  }
}
