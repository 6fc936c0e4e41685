package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.report.data.ReportData;
import org.cityeval.report.data.SampleReport;
import org.junit.jupiter.api.Test;

class FunnelSheetsTest {
  private static final ReportData DATA = SampleReport.data();
  private static final FunnelSheets SHEETS = FunnelSheets.of(DATA, new Subjects(DATA));

  private static List<List<Object>> of(Sheet sheet, String group) {
    return sheet.rows().stream()
        .filter(row -> group.equals(sheet.cell(row, "group")))
        .filter(row -> "span".equals(sheet.cell(row, "period")))
        .toList();
  }

  private static double number(Sheet sheet, List<Object> row, String column) {
    return ((Number) sheet.cell(row, column)).doubleValue();
  }

  @Test
  void everyGroupHasAFunnelAndEveryMemberAPoint() {
    assertThat(of(SHEETS.funnels(), "riverton")).hasSize(1);
    assertThat(of(SHEETS.points(), "riverton")).hasSize(5);
    assertThat(of(SHEETS.points(), "cities")).hasSize(3);
    assertThat(of(SHEETS.points(), "all")).hasSize(15);
  }

  @Test
  void theMeanIsThatOfAllEventsByAllResidents() {
    List<List<Object>> points = of(SHEETS.points(), "riverton");
    double events = points.stream().mapToDouble(p -> number(SHEETS.points(), p, "events")).sum();
    // 100,000 and 40,000 more each: 100 + 140 + 180 + 220 + 260 thousand residents.
    double mean = number(SHEETS.funnels(), of(SHEETS.funnels(), "riverton").get(0), "mean");

    assertThat(mean).isCloseTo(events / 900_000, within(1e-6));
    for (List<Object> point : points) {
      double expected = mean * number(SHEETS.points(), point, "exposure");
      assertThat(number(SHEETS.points(), point, "low")).isLessThan(expected);
      assertThat(number(SHEETS.points(), point, "outerHigh"))
          .isGreaterThan(number(SHEETS.points(), point, "high"));
    }
  }

  /** By hand: 400 expected, a root of 20, times 1.96 and the root of 4. */
  @Test
  void limitsAreWidenedByTheRootOfTheDispersion() {
    Bounds wide = FunnelSheets.widened(40_000, 0.01, true, 4);

    assertThat(wide.low()).isCloseTo(400 - 78.4, within(0.01));
    assertThat(wide.high()).isCloseTo(400 + 78.4, within(0.01));
  }
}
