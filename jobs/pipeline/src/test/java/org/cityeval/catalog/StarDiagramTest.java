package org.cityeval.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.table.Star;
import org.junit.jupiter.api.Test;

class StarDiagramTest {
  private static final List<String> LINES = StarDiagram.markdown().lines().toList();

  /** A row of a city has no district, so that the reference may lead nowhere. */
  @Test
  void referencesStandWithTheirColumns() {
    assertThat(LINES)
        .contains(
            "  scorecard }o--o| dim_district : \"district_id\"",
            "  scorecard }o--|| dim_city : \"city_id\"",
            "  scorecard }o--|| dim_period : \"city_id, district_id, period_id\"");
  }

  /** What is no key and refers to nothing is left out. */
  @Test
  void aTableShowsItsKeyAndWhatItRefersBy() {
    int start = LINES.indexOf("  scorecard {");

    assertThat(LINES.subList(start, start + 7))
        .containsExactly(
            "  scorecard {",
            "    STRING city_id PK, FK",
            "    STRING district_id PK, FK",
            "    STRING level PK",
            "    STRING period_id PK, FK",
            "    STRING weighting PK",
            "  }");
    assertThat(LINES).noneMatch(line -> line.contains("composite"));
  }

  @Test
  void everyTableIsThereOnce() {
    Star.DIMENSIONS.forEach(
        table -> assertThat(LINES).containsOnlyOnce("  " + table.name() + " {"));
    Star.FACTS.forEach(table -> assertThat(LINES).containsOnlyOnce("  " + table.name() + " {"));
    assertThat(LINES).contains("erDiagram").endsWith("```");
  }
}
