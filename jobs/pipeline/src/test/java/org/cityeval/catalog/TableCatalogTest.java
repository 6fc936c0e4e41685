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
    assertThat(page.lines().filter(line -> line.startsWith("## "))).hasSize(2 + Tables.ALL.size());
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
  void saysWhatHoldsInEveryRow() {
    assertThat(page)
        .contains("- `ci_low_le_value_le_ci_high`: `ci_low <= value AND ci_low <= ci_high AND")
        .contains("- `coverage_from_0_to_1`: `coverage BETWEEN 0 AND 1`\n")
        .contains("'missing_input', 'suppressed')`\n");
  }

  @Test
  void marksWhatTheSchemaCurrentShows() {
    assertThat(page)
        .containsPattern("\\| \\[gold\\.rank_interval]\\(#goldrank_interval\\) \\| .* \\| yes \\|")
        .containsPattern("\\| \\[ops\\.run]\\(#opsrun\\) \\| .* \\|  \\|");
  }

  @Test
  void drawsTheStar() {
    assertThat(page)
        .contains("  rank_interval }o--|| dim_city : \"city_id\"\n")
        .contains("  rank_interval }o--o| dim_district : \"district_id\"\n")
        .contains("  rank_interval }o--|| dim_period : \"city_id, district_id, period_id\"\n")
        .contains("  goalpost }o--|| dim_indicator : \"indicator_id\"\n")
        .contains("  district_day }o--|| dim_date : \"date\"\n")
        .contains("  dim_city {\n    STRING city_id PK\n  }\n")
        .doesNotContain("goalpost }o--|| dim_period", "publication {", "dim_city }o");
  }
}
