package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileBreakTest {
  @Test
  void isToldWithItsLineWhereTheFormatHasLines() {
    assertThat(new FileBreak(3, "a quote is open").told("a.csv"))
        .isEqualTo("a.csv, line 3: a quote is open");
    assertThat(new FileBreak(0, "it is cut").told("a.parquet")).isEqualTo("a.parquet: it is cut");
  }
}
