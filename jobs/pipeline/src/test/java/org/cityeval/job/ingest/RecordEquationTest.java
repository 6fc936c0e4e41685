package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.run.Check;
import org.junit.jupiter.api.Test;

class RecordEquationTest {

  @Test
  void holdsWhereEveryRecordIsAccountedFor() {
    // 100 = 80 + 9 + 5 + 4 + 2
    Check check = new RecordEquation(100, 80, 9, 5, 4, 2).check();

    assertThat(check.passed()).isTrue();
    assertThat(check.observed())
        .isEqualTo("good 80 + missing 9 + out_of_scope 5 + quarantined 4 + deduplicated 2 = 100");
    assertThat(check.expected()).isEqualTo("in 100");
  }

  @Test
  void stopsTheRunWhereARecordWasLost() {
    assertThat(new RecordEquation(100, 79, 9, 5, 4, 2).check().stops()).isTrue();
  }

  @Test
  void stopsTheRunWhereARecordWasCountedTwice() {
    assertThat(new RecordEquation(100, 80, 9, 5, 5, 2).check().stops()).isTrue();
  }
}
