package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cityeval.job.diff.Rows;
import org.junit.jupiter.api.Test;

class DiffTableTest {
  private static String printed(Rows rows, String... columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DiffTable(rows).print(new PrintStream(out, true, StandardCharsets.UTF_8), columns);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aColumnThatSaysNothingIsLeftOut() {
    Rows rows =
        new Rows(
            List.of("name", "changed", "moved", "why"),
            List.of(Arrays.asList("Kings", 3L, 0L, null), Arrays.asList("Queens", 0L, 0L, "")));

    assertThat(printed(rows, "name", "changed", "moved", "why"))
        .contains("name")
        .contains("changed")
        .contains("Kings")
        .doesNotContain("moved")
        .doesNotContain("why");
  }

  @Test
  void aColumnMayHaveAHeadingOfSeveralWords() {
    Rows rows = new Rows(List.of("n"), List.of(List.of(3L)));

    assertThat(printed(rows, "n values that changed")).startsWith("values that changed");
  }

  @Test
  void withoutRowsItSaysNone() {
    assertThat(printed(new Rows(List.of("n"), List.of()), "n").strip()).isEqualTo("none");
  }

  @Test
  void cellsAreWrittenForAPerson() {
    assertThat(DiffTable.text(null)).isEmpty();
    assertThat(DiffTable.text(0.123456)).isEqualTo("0.1235");
    assertThat(DiffTable.text(123456.7)).isEqualTo("123457");
    assertThat(DiffTable.text(true)).isEqualTo("yes");
    assertThat(DiffTable.text(false)).isEqualTo("no");
    assertThat(DiffTable.text("x".repeat(100))).hasSize(100).doesNotEndWith("...");
    assertThat(DiffTable.text("x".repeat(101))).hasSize(100).endsWith("...");
  }
}
