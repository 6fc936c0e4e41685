package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.report.data.SmallReport;
import org.cityeval.report.view.Sections;
import org.cityeval.report.view.Subjects;
import org.cityeval.warehouse.Publication;
import org.junit.jupiter.api.Test;

class FixedTablesTest {
  private static final SmallReport FULL =
      new SmallReport()
          .check("record equation", "fail", "passed", "good 2 = 2", "in 2", null)
          .check("gap", "warn", "excluded", "x", "y", "who")
          .check("fall", "warn", "acknowledged", "u", "v", "whom")
          .refused("s", "negative_count", "-3", 2)
          .observed("d", 4, 3, 2, 1)
          .value("d", "E1", null, "missing_input", null, "{\"seed\":0}");

  private static Sections sections(SmallReport report) {
    return new Sections(report.data(), new Subjects(report.data()));
  }

  private static Publication publication(String id) {
    return new Publication(
        id,
        LocalDate.of(2020, 4, 9),
        true,
        Map.of("gold.wave", 7L, "gold.peer", 0L),
        Map.of("cases", "abc"),
        "hash",
        "{}",
        "code");
  }

  private static StaticTables.Table table(String id) {
    return new FixedTables(sections(FULL))
        .all().stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void tablesStandInTheOrderOfTheirSection() {
    assertThat(new FixedTables(sections(FULL)).all())
        .extracting(StaticTables.Table::id)
        .containsExactly(
            "quality-outcomes",
            "quality-checks",
            "quality-exclusions",
            "quality-acknowledged",
            "quality-refused",
            "quality-coverage",
            "quality-lacking");
  }

  /** A config that declares nothing has no table of it; the others say that there is nothing. */
  @Test
  void whatNobodyDeclaredHasNoTable() {
    assertThat(new FixedTables(sections(new SmallReport())).all())
        .extracting(StaticTables.Table::id)
        .containsExactly(
            "quality-outcomes",
            "quality-checks",
            "quality-refused",
            "quality-coverage",
            "quality-lacking");
  }

  @Test
  void eachTableHasItsOwnRows() {
    assertThat(table("quality-outcomes").rows())
        .containsExactly(new Sections.Line("good", List.of("2 records")));
    assertThat(table("quality-checks").rows())
        .extracting(Sections.Line::head)
        .containsExactly("record equation");
    assertThat(table("quality-exclusions").rows())
        .containsExactly(new Sections.Line("gap", List.of("x", "who")));
    assertThat(table("quality-acknowledged").rows())
        .containsExactly(new Sections.Line("fall", List.of("u", "whom")));
    assertThat(table("quality-refused").rows())
        .extracting(Sections.Line::head)
        .containsExactly("s");
    assertThat(table("quality-coverage").rows())
        .extracting(Sections.Line::head)
        .containsExactly("d");
    assertThat(table("quality-lacking").rows())
        .extracting(Sections.Line::head)
        .containsExactly("no data of this kind");
  }

  @Test
  void everyRowHasACellForEveryColumn() {
    assertThat(new FixedTables(sections(FULL)).all())
        .allSatisfy(
            table ->
                assertThat(table.rows())
                    .isNotEmpty()
                    .allSatisfy(
                        row -> assertThat(row.cells()).hasSize(table.columns().size() - 1)));
  }

  @Test
  void parametersAreATableOfTheirOwn() {
    StaticTables.Table parameters = FixedTables.parameters(sections(FULL));

    assertThat(parameters.id()).isEqualTo("parameters");
    assertThat(parameters.rows()).hasSize(1);
    assertThat(parameters.rows().get(0).cells()).containsExactly("0");
  }

  /** In SQL a quote within a text is written twice. */
  @Test
  void queriesAskForThisEvaluationWhateverItIsCalled() {
    List<Sections.Fact> queries = FixedTables.queries(publication("O'Hara"));

    assertThat(queries).hasSize(4);
    assertThat(queries.subList(0, 3))
        .allSatisfy(
            query ->
                assertThat(query.text())
                    .startsWith("cityeval sql \"SELECT ")
                    .contains("WHERE evaluation_id = 'O''Hara'"));
    assertThat(queries.get(3).text())
        .isEqualTo("cityeval explain INDICATOR DISTRICT --period PERIOD");
  }

  @Test
  void versionsAreThoseOfTablesThenOfSources() {
    assertThat(FixedTables.versions(publication("e")).rows())
        .containsExactly(
            new Sections.Line("gold.peer", List.of("Delta version 0")),
            new Sections.Line("gold.wave", List.of("Delta version 7")),
            new Sections.Line("cases", List.of("content abc")));
  }
}
