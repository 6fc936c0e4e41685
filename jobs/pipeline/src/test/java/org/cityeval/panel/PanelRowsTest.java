package org.cityeval.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.CountFlag;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.PanelRule;
import org.cityeval.assembly.Placement;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelRowsTest {
  private static final LocalDate FROM = LocalDate.of(2020, 3, 1);
  private static final int DAYS = 40;
  private static final List<String> COLUMNS = Arrays.asList(DistrictDayTable.SILVER.columnNames());

  @ParameterizedTest
  @CsvSource({
    "DAY, 1, ok, ",
    "DAY, 7, smoothed_input, ",
    "DAY, 28, coarse_input, ",
    "WEEK, 7, periodic_input, new_cases:weekly",
    "MONTH, 31, coarse_input, new_cases:monthly",
  })
  void rtSaysWhatCountsItRestsOn(
      Placement.Every every, int carriedDays, String status, String flags) {
    MeasureRule cases =
        new MeasureRule(
            Quantity.NEW_CASES,
            MeasureKind.DAILY_COUNT,
            1,
            carriedDays,
            MeasureRule.BeforeFirst.MISSING,
            null,
            new Placement(every, Placement.Dated.LAST_DAY));
    PanelRule rule =
        new PanelRule(
            List.of(),
            List.of(),
            null,
            null,
            new PanelRule.Smoothing(new TreeMap<>(Map.of(Quantity.NEW_CASES, carriedDays))),
            new PanelRule.Transmission(new double[] {0, 0.25, 0.5, 0.25}, 7, 11, Prior.EPIESTIM),
            RiskThresholds.actNow(),
            new PreciseControl.Weights(1, 1, 1, 1, 0.5),
            3);
    PanelScope scope =
        new PanelScope(
            "toy",
            FROM.plusDays(DAYS),
            FROM,
            FROM.plusDays(DAYS - 1),
            Map.of(Quantity.NEW_CASES, cases),
            Map.of(),
            rule,
            28,
            new PanelScope.MinimumShare(0.95, 0.8),
            "hash");
    double[] counts = new double[DAYS];
    Arrays.fill(counts, 20);
    CountFlag[] none = new CountFlag[DAYS];
    Arrays.fill(none, CountFlag.NONE);

    Row last =
        PanelRows.of(
                scope,
                new PanelRows.Subject("city", "A", Level.DISTRICT, "hash"),
                DailyDerivation.derive(Map.of(Quantity.NEW_CASES, counts), DAYS, 1e5, rule),
                new PanelRows.Notes(none, Map.of()),
                FROM)
            .get(DAYS - 1);

    assertThat(last.get(COLUMNS.indexOf("rt_status"))).isEqualTo(status);
    assertThat(last.get(COLUMNS.indexOf("measure_flags"))).isEqualTo(flags);
    assertThat(last.isNullAt(COLUMNS.indexOf("rt_mean"))).isEqualTo(status.equals("coarse_input"));
  }
}
