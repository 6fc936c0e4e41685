package org.cityeval.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownCellsTest {
  @Test
  void aBarOrALineBreakDoesNotEndACell() {
    assertThat(MarkdownCells.cell("a|b\nc")).isEqualTo("a\\|b c");
  }

  @Test
  void aParagraphIsCutBetweenWordsAtALengthOf110() {
    String fifty = "x".repeat(50);

    assertThat(MarkdownCells.wrapped(fifty + " " + fifty + " 12345678 z"))
        .isEqualTo(fifty + " " + fifty + " 12345678\nz\n");
    assertThat(MarkdownCells.wrapped(fifty + " " + fifty + " 1234567890"))
        .isEqualTo(fifty + " " + fifty + "\n1234567890\n");
    assertThat(MarkdownCells.wrapped("y".repeat(200) + " z")).isEqualTo("y".repeat(200) + "\nz\n");
  }
}
