package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cityeval.assembly.CountFlag;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class FunnelCountsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final double NONE = Double.NaN;

  private static FunnelCounts counts(double[] cases, Map<Integer, CountFlag> flags) {
    SortedMap<LocalDate, CountFlag> days = new TreeMap<>();
    flags.forEach((day, flag) -> days.put(FIRST.plusDays(day), flag));
    return FunnelCounts.of(
        new ReportData.Series("c", "d", FIRST, Map.of(Quantity.NEW_CASES, cases), days),
        FIRST,
        FIRST.plusDays(cases.length - 1));
  }

  @Test
  void addsUpTheDaysOfThePeriod() {
    assertThat(counts(new double[] {5, 0, 7}, Map.of()))
        .isEqualTo(new FunnelCounts(12, 3, 3, false));
  }

  @Test
  void aCountAfterAGapIsOfItsDaysToo() {
    assertThat(counts(new double[] {5, NONE, NONE, 9}, Map.of(3, CountFlag.AFTER_GAP)))
        .isEqualTo(new FunnelCounts(14, 4, 4, false));
    // Without that flag the two days were not observed.
    assertThat(counts(new double[] {5, NONE, NONE, 9}, Map.of()))
        .isEqualTo(new FunnelCounts(14, 2, 4, false));
  }

  /** Four days without a count end on the second day of a period that begins on the third. */
  @Test
  void aGapMayBeginBeforeThePeriod() {
    SortedMap<LocalDate, CountFlag> flags = new TreeMap<>();
    flags.put(FIRST.plusDays(5), CountFlag.AFTER_GAP);
    ReportData.Series series =
        new ReportData.Series(
            "c",
            "d",
            FIRST,
            Map.of(Quantity.NEW_CASES, new double[] {4, NONE, NONE, NONE, NONE, 10}),
            flags);

    // The ten are of five days: the four without a count, and their own.
    assertThat(FunnelCounts.of(series, FIRST.plusDays(4), FIRST.plusDays(5)))
        .isEqualTo(new FunnelCounts(10, 5, 2, false));
  }

  @Test
  void whatRatesLeaveOutIsLeftOut() {
    assertThat(counts(new double[] {5, 900, -3}, Map.of(1, CountFlag.BACKLOG, 2, CountFlag.FALL)))
        .isEqualTo(new FunnelCounts(5, 1, 3, false));
  }

  @Test
  void aWithheldCountWithholdsTheSum() {
    assertThat(counts(new double[] {50, NONE}, Map.of(1, CountFlag.SUPPRESSED)).isWithheld())
        .isTrue();
    // A mean may be withheld on a day whose count is published.
    assertThat(counts(new double[] {50, 60}, Map.of(1, CountFlag.SUPPRESSED)).isWithheld())
        .isFalse();
  }

  @Test
  void daysOutsideTheSeriesWereNotObserved() {
    assertThat(
            FunnelCounts.of(
                new ReportData.Series(
                    "c", "d", FIRST, Map.of(Quantity.NEW_CASES, new double[] {5}), new TreeMap<>()),
                FIRST.minusDays(1),
                FIRST.plusDays(1)))
        .isEqualTo(new FunnelCounts(5, 1, 3, false));
  }
}
