package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  @Test
  void equalsRForEightOfTen() {
    // prop.test(8, 10, correct = FALSE) and binom.test(8, 10), printed to these digits.
    Bounds wilson = Proportion.wilson(8, 10, 0.95);
    assertThat(wilson.low()).isCloseTo(0.4901625, within(5e-8));
    assertThat(wilson.high()).isCloseTo(0.9433178, within(5e-8));
    Bounds exact = Proportion.clopperPearson(8, 10, 0.95);
    assertThat(exact.low()).isCloseTo(0.4439045, within(5e-8));
    assertThat(exact.high()).isCloseTo(0.9747893, within(5e-8));
  }

  @Test
  void reachesTheEndsAndNotBeyond() {
    assertThat(Proportion.wilson(0, 20, 0.95).low()).isZero();
    assertThat(Proportion.wilson(20, 20, 0.95).high()).isEqualTo(1);
    // No success in n: the upper end is 1 - (alpha/2)^(1/n).
    Bounds none = Proportion.clopperPearson(0, 20, 0.95);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 3", "7, 9", "50, 50", "400, 1000"})
  void isTurnedRoundByCountingFailures(long successes, long trials) {
    for (double level : new double[] {0.8, 0.95}) {
      Bounds wilson = Proportion.wilson(successes, trials, level);
      Bounds failures = Proportion.wilson(trials - successes, trials, level);
      assertThat(wilson.low()).isCloseTo(1 - failures.high(), within(1e-12));
      double share = (double) successes / trials;
      assertThat(share).isBetween(wilson.low(), wilson.high());
      Bounds exact = Proportion.clopperPearson(successes, trials, level);
      Bounds exactFailures = Proportion.clopperPearson(trials - successes, trials, level);
      assertThat(exact.low()).isCloseTo(1 - exactFailures.high(), within(1e-11));
      assertThat(share).isBetween(exact.low(), exact.high());
    }
  }

  @Test
  void isUndefinedWithoutATrial() {
    assertThat(Proportion.wilson(0, 0, 0.95)).isEqualTo(Bounds.UNDEFINED);
    assertThat(Proportion.clopperPearson(0, 0, 0.95)).isEqualTo(Bounds.UNDEFINED);
  }

  @Test
  void refusesMoreSuccessesThanTrials() {
    assertThatIllegalArgumentException().isThrownBy(() -> Proportion.wilson(3, 2, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> Proportion.clopperPearson(-1, 2, 0.95));
  }
}
