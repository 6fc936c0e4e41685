package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TailsTest {
  @Test
  void countsTheArrangementObservedAsOne() {
    assertThat(Tails.ofDraws(0, 999, 999)).isEqualTo(new Tails(0.001, 1));
    assertThat(Tails.ofDraws(0, 0, 0)).isEqualTo(new Tails(1, 1));
  }

  @Test
  void refusesTooFewDraws() {
    Tails.requireEnough(999);
    assertThatIllegalArgumentException().isThrownBy(() -> Tails.requireEnough(998));
  }

  @Test
  void doublesTheSmallerTail() {
    assertThat(new Tails(0.01, 0.995).twoSided()).isEqualTo(0.02);
    assertThat(new Tails(0.7, 0.6).twoSided()).isEqualTo(1);
    assertThat(Tails.UNDEFINED.twoSided()).isNaN();
  }
}
