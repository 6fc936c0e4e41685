package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.cityeval.report.view.PageModel;
import org.cityeval.report.view.Subjects;
import org.junit.jupiter.api.Test;

class StaticTablesTest {
  private static final ReportData DATA = SampleReport.data();
  private final List<StaticTables.Table> tables =
      new StaticTables(PageModel.of(DATA, null, new Subjects(DATA), Map.of())).all();

  @Test
  void ranksCitiesBeforeTheirDistricts() {
    assertThat(tables)
        .extracting(StaticTables.Table::caption)
        .startsWith("Cities, weighed by efficiency", "Cities, weighed by public value")
        .contains("Districts of Riverton 河城, weighed by efficiency");
  }

  @Test
  void twoCitiesOfOneNameHaveARankingEach() {
    List<ReportData.City> cities =
        DATA.scope().cities().stream()
            .map(city -> new ReportData.City(city.id(), "Springfield", null, city.population()))
            .toList();
    ReportData alike =
        new ReportData(
            DATA.title(),
            DATA.publication(),
            new ReportData.Scope(
                cities,
                DATA.scope().districts(),
                DATA.scope().periods(),
                DATA.scope().indicators()),
            DATA.results(),
            DATA.daily(),
            DATA.quality());

    assertThat(new StaticTables(PageModel.of(alike, null, new Subjects(alike), Map.of())).all())
        .filteredOn(
            table -> table.caption().equals("Districts of Springfield, weighed by efficiency"))
        .hasSize(3)
        .allSatisfy(table -> assertThat(table.rows()).hasSize(5));
  }

  @Test
  void neverGivesARankOrACompositeWithoutItsInterval() {
    StaticTables.Table cities = tables.get(0);

    assertThat(cities.rows().get(0).head()).isEqualTo("Riverton 河城");
    assertThat(cities.rows().get(0).cells().get(0)).isEqualTo("1 (1–2)");
    assertThat(cities.rows().get(0).cells().get(1)).matches("82\\.0 \\([\\d.]+ to [\\d.]+\\)");
    assertThat(cities.rows().get(0).cells().get(2))
        .isEqualTo("● cannot be told apart from the median");
  }

  @Test
  void theFunnelNamesWhoIsComparedAndWhen() {
    assertThat(tables)
        .extracting(StaticTables.Table::caption)
        .filteredOn(caption -> caption.startsWith("Reported cases per 100,000"))
        .singleElement()
        .asString()
        .matches(
            ".*limits of chance: (cities|all districts), .+, \\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d");
  }

  @Test
  void saysWhyThereIsNoValue() {
    StaticTables.Table values =
        tables.stream().filter(t -> t.id().equals("static-values")).findFirst().orElseThrow();

    assertThat(values.id()).isEqualTo("static-values");
    assertThat(values.rows())
        .anySatisfy(
            row ->
                assertThat(row.cells())
                    .containsExactly(
                        "no data of this kind",
                        "no data of this kind: no service request observed"));
  }
}
