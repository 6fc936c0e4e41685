package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;

class ValueSheetsTest {
  private final ReportData data = SampleReport.data();
  private final ValueSheets sheets =
      new ValueSheets(data, Set.of("riverton-1", "riverton-3", "riverton-5"));

  @Test
  void holdsValuesOfTheGivenUnitsAlone() {
    Sheet values = sheets.values();

    // Twelve indicators in two periods of three districts.
    assertThat(values.rows()).hasSize(72);
  }

  @Test
  void saysTheClassAndTheStatus() {
    assertThat(cell("riverton-1", "E4", "standing")).isEqualTo("clearly_better");
    assertThat(cell("riverton-1", "E4", "status")).isNull();
    assertThat(cell("riverton-3", "E5", "status")).isEqualTo("censored");
    assertThat(cell("riverton-3", "E5", "low")).isEqualTo(84L);
    assertThat(cell("riverton-5", "V2", "status")).isEqualTo("suppressed");
  }

  @Test
  void namesAReasonByItsNumber() {
    assertThat(sheets.reasons().get((Integer) cell("riverton-1", "D3", "reason")))
        .isEqualTo("no service request observed");
  }

  /** Totals are compared per resident: the sample's standings hold them so. */
  @Test
  void comparesTotalsPerResident() {
    assertThat(((Number) cell("riverton-1", "P7", "value")).doubleValue()).isBetween(20.0, 40.0);
  }

  @Test
  void spreadsAGroupOverAllOfItsMembers() {
    Sheet spreads = sheets.spreads();
    List<Object> days =
        spreads.rows().stream()
            .filter(row -> row.subList(0, 3).equals(List.of("riverton", "span", "E5")))
            .findFirst()
            .orElseThrow();

    assertThat(spreads.cell(days, "size")).isEqualTo(5);
    assertThat(spreads.cell(days, "open")).isEqualTo(true);
    assertThat(spreads.cell(days, "worst")).isEqualTo(84L);
    assertThat(spreads.cell(days, "median")).isEqualTo(24L);
  }

  private Object cell(String unit, String indicator, String column) {
    Sheet values = sheets.values();
    return values.rows().stream()
        .filter(row -> row.subList(0, 3).equals(List.of(unit, "span", indicator)))
        .map(row -> row.size() > values.columns().indexOf(column) ? values.cell(row, column) : null)
        .toList()
        .get(0);
  }
}
