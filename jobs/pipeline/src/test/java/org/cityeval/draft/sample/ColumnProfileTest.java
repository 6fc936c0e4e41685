package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnProfileTest {
  private static ColumnProfile ids(String... cells) {
    return ColumnProfile.of("id", List.of(cells), '.');
  }

  @Test
  void aMarkOfLettersThatStandsOnceAmongIdsIsOne() {
    assertThat(ids("01001", "01002", "NA").isUnique()).isTrue();
    assertThat(ids("ZA", "NA", "BW").soleMark()).contains("NA");
  }

  @Test
  void anyOtherIsAMissingId() {
    assertThat(ids("01001", "NA", "NA").isUnique()).isFalse();
    assertThat(ids("01001", "-", "01002").isUnique()).isFalse();
    assertThat(ids("01001", "", "NA").isUnique()).isFalse();
  }
}
