package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.cityeval.assembly.CountFlag;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.Test;

/** There is room for district d and for city c; e is a district without room. */
class ReportDaysTest {
  private static TableRow day(String unit, String level, int day) {
    return new TableRow(DistrictDayTable.GOLD)
        .set(Keys.CITY_ID, "c")
        .set(Keys.DISTRICT_ID, unit)
        .set(Keys.LEVEL, level)
        .set(Keys.DATE, LocalDate.of(2020, 3, day));
  }

  private static ReportDays days(TableRow... rows) {
    ReportDays days = new ReportDays(Set.of("d"), Set.of("c"));
    for (TableRow row : rows) {
      days.add(Written.stored(DistrictDayTable.GOLD, row));
    }
    return days;
  }

  private static TableRow cases(int day, Double cases) {
    return day("d", "district", day).set(DistrictDayTable.of(Quantity.NEW_CASES), cases);
  }

  @Test
  void aSeriesHasEveryDayFromItsFirstToItsLast() {
    ReportData.Series series = days(cases(5, 2.0), cases(2, 1.0), cases(3, null)).series().get(0);

    assertThat(series.cityId()).isEqualTo("c");
    assertThat(series.unitId()).isEqualTo("d");
    assertThat(series.first()).isEqualTo(LocalDate.of(2020, 3, 2));
    assertThat(series.values().get(Quantity.NEW_CASES))
        .containsExactly(1, Double.NaN, Double.NaN, 2);
    assertThat(series.values().get(Quantity.RT_MEAN)).containsOnly(Double.NaN).hasSize(4);
    assertThat(series.flags()).isEmpty();
  }

  /** Which of the two is larger is asked of either among its like. */
  @Test
  void onlyThoseThereIsRoomForHaveASeries() {
    ReportDays days =
        days(
            day("d", "district", 1),
            day("e", "district", 1),
            day("c", "city", 1),
            day("d", "city", 1),
            day("c", "district", 1));

    assertThat(days.series()).extracting(ReportData.Series::unitId).containsExactly("c", "d");
  }

  /** Cities are no districts; days without any value are days of the span. */
  @Test
  void daysAreCountedOfEveryDistrict() {
    ReportDays days =
        days(
            day("e", "district", 1)
                .set(DistrictDayTable.of(Quantity.NEW_CASES), 0.0)
                .set(DistrictDayTable.of(Quantity.MOBILITY_CHANGE), 0.1),
            day("e", "district", 2)
                .set(DistrictDayTable.of(Quantity.MOBILITY_CHANGE), 0.1)
                .set(DistrictDayTable.of(Quantity.ENTERPRISE_CHANGE), 0.1),
            day("e", "district", 3).set(DistrictDayTable.of(Quantity.MOBILITY_CHANGE), 0.1),
            day("e", "district", 4),
            day("c", "city", 1).set(DistrictDayTable.of(Quantity.NEW_CASES), 1.0),
            day("a", "district", 1));

    assertThat(days.observed())
        .containsExactly(
            new ReportData.Observed("a", 1, 0, 0, 0), new ReportData.Observed("e", 4, 1, 3, 1));
  }

  @Test
  void whatIsWithheldWasObserved() {
    ReportDays days =
        days(
            cases(1, null).set(DistrictDayTable.CASES_FLAG, "suppressed"),
            cases(2, null).set(DistrictDayTable.CASES_FLAG, "left_out"));

    assertThat(days.observed()).containsExactly(new ReportData.Observed("d", 2, 1, 0, 0));
  }

  /** A mean may be withheld on a day whose count is not; what is said of the count comes first. */
  @Test
  void aDayHasTheFlagOfItsCountOrThatItsMeanIsWithheld() {
    String mean = "new_cases_smoothed:suppressed";
    ReportData.Series series =
        days(
                cases(1, 1.0).set(DistrictDayTable.CASES_FLAG, "backlog"),
                cases(2, 1.0).set(DistrictDayTable.MEASURE_FLAGS, "x:weekly," + mean),
                cases(3, 1.0)
                    .set(DistrictDayTable.CASES_FLAG, "fall")
                    .set(DistrictDayTable.MEASURE_FLAGS, mean),
                cases(4, 1.0).set(DistrictDayTable.MEASURE_FLAGS, "incidence:suppressed"),
                cases(5, 1.0))
            .series()
            .get(0);

    assertThat(series.flags().keySet())
        .extracting(LocalDate::getDayOfMonth)
        .containsExactly(1, 2, 3);
    assertThat(series.flags().values())
        .containsExactly(CountFlag.BACKLOG, CountFlag.SUPPRESSED, CountFlag.FALL);
  }

  @Test
  void withoutDaysThereIsNothing() {
    assertThat(days().series()).isEmpty();
    assertThat(days().observed()).isEmpty();
  }
}
