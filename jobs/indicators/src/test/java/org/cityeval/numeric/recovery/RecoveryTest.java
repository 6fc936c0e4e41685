package org.cityeval.numeric.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final double[] LEVEL = {95, 40, 92, 60, 90, 91, Double.NaN, 90, 95, 99};

  @Test
  void isTheFirstDayOfTheFirstRunThatHolds() {
    assertThat(Recovery.firstSustained(LEVEL, 1, 90, 1)).hasValue(2);
    assertThat(Recovery.firstSustained(LEVEL, 1, 90, 2)).hasValue(4);
  }

  @Test
  void isBrokenByAMissingDay() {
    assertThat(Recovery.firstSustained(LEVEL, 1, 90, 3)).hasValue(7);
  }

  @Test
  void isCensoredByTheEndOfTheSeries() {
    assertThat(Recovery.firstSustained(LEVEL, 1, 90, 4)).isEmpty();
    assertThat(Recovery.firstSustained(LEVEL, 99, 90, 1)).isEmpty();
    assertThat(Recovery.firstSustained(new double[0], 0, 90, 1)).isEmpty();
  }

  @Test
  void refusesARunOfNoDays() {
    assertThatIllegalArgumentException().isThrownBy(() -> Recovery.firstSustained(LEVEL, 0, 90, 0));
  }
}
