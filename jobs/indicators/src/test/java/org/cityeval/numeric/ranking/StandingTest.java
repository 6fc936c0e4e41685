package org.cityeval.numeric.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {
  @Test
  void isClearOnlyOnOneSideOfTheMiddle() {
    // Of five, the third is the middle.
    assertThat(Standing.of(new RankRange(1, 2), 5)).isEqualTo(Standing.CLEARLY_BETTER);
    assertThat(Standing.of(new RankRange(1, 3), 5)).isEqualTo(Standing.NOT_DISTINGUISHABLE);
    assertThat(Standing.of(new RankRange(3, 3), 5)).isEqualTo(Standing.NOT_DISTINGUISHABLE);
    assertThat(Standing.of(new RankRange(3, 5), 5)).isEqualTo(Standing.NOT_DISTINGUISHABLE);
    assertThat(Standing.of(new RankRange(4, 5), 5)).isEqualTo(Standing.CLEARLY_WORSE);
    // Of four, it is between the second and the third.
    assertThat(Standing.of(new RankRange(2, 2), 4)).isEqualTo(Standing.CLEARLY_BETTER);
    assertThat(Standing.of(new RankRange(2, 3), 4)).isEqualTo(Standing.NOT_DISTINGUISHABLE);
    assertThat(Standing.of(new RankRange(3, 4), 4)).isEqualTo(Standing.CLEARLY_WORSE);
    assertThat(Standing.of(new RankRange(1, 1), 1)).isEqualTo(Standing.NOT_DISTINGUISHABLE);
  }

  @Test
  void isLowerCaseInData() {
    assertThat(Standing.NOT_DISTINGUISHABLE.id()).isEqualTo("not_distinguishable");
  }
}
