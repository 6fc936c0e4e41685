package org.cityeval.job.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cityeval.table.spec.Keys;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Rows ROWS =
      new Rows(
          List.of("district_id", "value"),
          List.of(Arrays.asList("A", 3), Arrays.asList("B", null)));

  @Test
  void aCellIsFoundByItsHeadingOrItsColumn() {
    assertThat(ROWS.cell(ROWS.rows().get(0), "value")).isEqualTo(3);
    assertThat(ROWS.cell(ROWS.rows().get(1), "value")).isNull();
    assertThat(ROWS.cell(ROWS.rows().get(1), Keys.DISTRICT_ID)).isEqualTo("B");
  }

  /** A row as a command prints it. */
  public record Line(String outcome, Double ciLowA, long inBoth) {}

  @Test
  void theComponentsOfARecordAreColumns() {
    Rows rows = Rows.of(Line.class, List.of(new Line("value", null, 7)));

    assertThat(rows.columns()).containsExactly("outcome", "ci_low_a", "in_both");
    assertThat(rows.rows()).containsExactly(Arrays.asList("value", null, 7L));
    assertThat(Rows.of(Line.class, List.of()).columns()).hasSize(3);
  }

  @Test
  void aFurtherColumnStandsAtTheEnd() {
    Rows more = ROWS.with("name", row -> "name of " + row.get(0));

    assertThat(more.columns()).containsExactly("district_id", "value", "name");
    assertThat(more.rows().get(1)).containsExactly("B", null, "name of B");
    assertThat(ROWS.columns()).hasSize(2);
  }
}
