package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void movesAreTalliedByTheirText() {
    Tally tally = new Tally();
    assertThat(tally).hasToString("");

    tally.addMove("ok", "censored");
    tally.addMove("censored", "ok");
    tally.addMove("ok", "censored");

    assertThat(tally).hasToString("censored > ok 1, ok > censored 2");
  }
}
