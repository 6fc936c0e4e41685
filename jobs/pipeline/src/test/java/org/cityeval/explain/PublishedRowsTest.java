package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.series.Level;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

class PublishedRowsTest {
  private static final List<String> COLUMNS = List.of("level", "name");

  @Test
  void aDistrictAndACityOfOneIdAreNotMixed() {
    List<StoredRow> both =
        List.of(
            new StoredRow(COLUMNS, "city", "Phoenix"),
            new StoredRow(COLUMNS, "district", "Bernalillo"));

    assertThat(names(both, null)).containsExactly("Bernalillo");
    assertThat(names(both, Level.DISTRICT)).containsExactly("Bernalillo");
    assertThat(names(both, Level.CITY)).containsExactly("Phoenix");
    assertThat(names(both.subList(0, 1), null)).containsExactly("Phoenix");
    assertThat(names(both.subList(0, 1), Level.DISTRICT)).isEmpty();
  }

  private static List<String> names(List<StoredRow> rows, Level asked) {
    return PublishedRows.ofLevel(rows, asked).stream().map(row -> row.text("name")).toList();
  }
}
