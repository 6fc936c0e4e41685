package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;

class PageModelTest {
  private static final ReportData DATA = SampleReport.data();
  private static final PageModel MODEL = PageModel.of(DATA, null, new Subjects(DATA), Map.of());

  @Test
  void namesEveryCityAndDistrictInBothLanguages() {
    Sheet units = MODEL.units();

    assertThat(units.rows()).hasSize(18);
    assertThat(units.cell(units.rows().get(0), "city")).isNull();
    assertThat(units.cell(units.rows().get(3), "name")).isEqualTo("Harbour");
    assertThat(units.cell(units.rows().get(3), "zh")).isEqualTo("港口区");
    assertThat(units.cell(units.rows().get(3), "embedded")).isEqualTo(true);
    assertThat(units.cell(units.rows().get(3), "namesake")).isNull();
  }

  @Test
  void saysWhichWayIsBetterForEachLevel() {
    Sheet indicators = MODEL.indicators();
    List<Object> inequality =
        indicators.rows().stream().filter(row -> row.get(0).equals("V1")).findFirst().orElseThrow();

    assertThat(indicators.cell(inequality, "city")).isEqualTo("lower");
    assertThat(indicators.cell(inequality, "district")).isEqualTo("context");
  }

  @Test
  void listsPeriodsOfEachCityAndOnlyDimensionsInUse() {
    assertThat(MODEL.periods().rows()).hasSize(6);
    assertThat(MODEL.dimensions().rows())
        .extracting(row -> row.get(0))
        .containsExactlyInAnyOrder("efficiency", "precision", "decentralisation", "public_value");
  }
}
