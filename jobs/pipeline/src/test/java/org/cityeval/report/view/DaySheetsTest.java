package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.assembly.CountFlag;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class DaySheetsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final double NONE = Double.NaN;

  @Test
  void keepsThreeDigitsAndLeavesAGapAGap() {
    DaySheets.Days days =
        days(Map.of(Quantity.INCIDENCE, new double[] {55.175, NONE, 0.0123456, 12}));

    assertThat(days.first()).isEqualTo("2020-03-01");
    assertThat(days.numbers().get("incidence")).isEqualTo("55.2,,.0123,12");
  }

  @Test
  void givesChangesInThousandthsAsStepsFromTheDayBefore() {
    assertThat(
            days(Map.of(
                    Quantity.MOBILITY_SMOOTHED, new double[] {-0.71549, NONE, -0.7, 0.0004, NONE}))
                .numbers()
                .get("mobility_smoothed"))
        .isEqualTo("-715,,15,700,");
  }

  @Test
  void writesLevelsAsStretchesOfDays() {
    assertThat(
            days(Map.of(Quantity.RISK_LEVEL, new double[] {1, 5, 5, 5, NONE, NONE, 3}))
                .levels()
                .get("risk_level"))
        .isEqualTo("1,5*3,.*2,3");
  }

  @Test
  void smoothedCountsStandOnlyWhereResidentsAreUnknown() {
    Map<Quantity, double[]> both = new LinkedHashMap<>();
    both.put(Quantity.INCIDENCE, new double[] {1});
    both.put(Quantity.NEW_CASES_SMOOTHED, new double[] {3});
    assertThat(days(both).numbers()).containsOnlyKeys("incidence");

    both.put(Quantity.INCIDENCE, new double[] {NONE});
    assertThat(days(both).numbers()).containsOnlyKeys("new_cases_smoothed");
  }

  @Test
  void namesTheFlagOfADay() {
    Sheet flags = sheets(Map.of()).flags();

    assertThat(flags.rows()).containsExactly(List.of("a", "2020-03-04", "backlog"));
  }

  private static DaySheets.Days days(Map<Quantity, double[]> values) {
    return sheets(values).days().get("a");
  }

  private static DaySheets sheets(Map<Quantity, double[]> values) {
    return new DaySheets(
        new ReportData.Daily(
            List.of(
                new ReportData.Series(
                    "city",
                    "a",
                    FIRST,
                    values,
                    new TreeMap<>(Map.of(FIRST.plusDays(3), CountFlag.BACKLOG)))),
            List.of(),
            200,
            100));
  }
}
