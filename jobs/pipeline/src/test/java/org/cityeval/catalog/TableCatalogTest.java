package org.cityeval.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.table.Tables;
import org.cityeval.testing.GoldenPart;
import org.junit.jupiter.api.Test;

class TableCatalogTest {
  private final String page = TableCatalog.warehouse().markdown();

  @Test
  void isTheCommittedPage() {
    GoldenPart.matchesBelowMarker(Path.of("../docs/TABLES.md"), page);
  }

  @Test
  void hasASectionForEveryTableAndALineForEveryColumn() {
    assertThat(page.lines().filter(line -> line.startsWith("## "))).hasSize(1 + Tables.ALL.size());
    assertThat(page.lines().filter(line -> line.startsWith("| `")))
        .hasSize(Tables.ALL.stream().mapToInt(table -> table.columns().size()).sum());
  }

  @Test
  void saysKeyTypeAndMeaning() {
    assertThat(page)
        .contains("## gold.indicator_value\n")
        .contains("Key: `run_id`, `attempt`, `step`.\n")
        .contains("Partitioned by `evaluation_id`, `as_of`.\n")
        .contains("| `coverage` | DOUBLE | Share of the period's days with every input observed")
        .contains("| `as_of` | DATE | ");
  }

  @Test
  void marksWhatTheSchemaCurrentShows() {
    assertThat(page)
        .containsPattern("\\| \\[gold\\.rank_interval]\\(#goldrank_interval\\) \\| .* \\| yes \\|")
        .containsPattern("\\| \\[ops\\.run]\\(#opsrun\\) \\| .* \\|  \\|");
  }
}
