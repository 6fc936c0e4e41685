package org.cityeval.numeric.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ActivitiesTest {
  @Test
  void knowHowManyUnitsAScoreNeeds() {
    // Cooper, Seiford and Tone: max(m s, 3 (m + s)).
    assertThat(Activities.fewestUnits(1, 2)).isEqualTo(9);
    assertThat(Activities.fewestUnits(2, 2)).isEqualTo(12);
    assertThat(Activities.fewestUnits(8, 9)).isEqualTo(72);
  }

  @Test
  void refuseUnitsOfDifferentNumberOrWidth() {
    double[][] three = new double[3][1];
    assertThatIllegalArgumentException().isThrownBy(() -> Activities.of(three, new double[2][1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Activities(three, three, new double[4][1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Activities.of(three, new double[][] {{1}, {1, 2}, {1}}));
  }
}
