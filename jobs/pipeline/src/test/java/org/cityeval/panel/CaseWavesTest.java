package org.cityeval.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two humps over 100 days, with peaks of 60 on day 20 and of 40 on day 70, and none between. */
@ExtendWith(SparkExtension.class)
class CaseWavesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  private final SparkSession spark;

  CaseWavesTest(SparkSession spark) {
    this.spark = spark;
  }

  private static double hump(int day) {
    return Math.max(0, 60 - 6 * Math.abs(day - 20)) + Math.max(0, 40 - 4 * Math.abs(day - 70));
  }

  /** Reported, adjusted and bridged cases of a day. */
  private List<Row> waves(Double residents, BiFunction<Integer, Quantity, Double> cases) {
    List<Row> days = new ArrayList<>();
    for (int day = 0; day < 100; day++) {
      TableRow row =
          new TableRow(DistrictDayTable.SILVER)
              .set(CITY_ID, "c")
              .set(DISTRICT_ID, "A")
              .set(LEVEL, "district")
              .set(DATE, FIRST.plusDays(day));
      for (Quantity quantity :
          List.of(Quantity.NEW_CASES, Quantity.NEW_CASES_ADJUSTED, Quantity.NEW_CASES_BRIDGED)) {
        row.set(DistrictDayTable.of(quantity), cases.apply(day, quantity));
      }
      days.add(row.rowAnd(residents));
    }
    PanelScope scope =
        new PanelScope(
            "e",
            FIRST.plusDays(200),
            FIRST,
            FIRST.plusDays(99),
            Map.of(),
            Map.of(),
            null,
            0,
            null,
            "h");
    return new CaseWaves(scope, new CaseWaves.Rule(10, 1, 0.2))
        .find(
            spark.createDataFrame(
                days, DistrictDayTable.SILVER.structType().add("population", DataTypes.DoubleType)))
        .orderBy(WaveTable.WAVE_NO.name())
        .collectAsList();
  }

  private List<Row> waves(Double residents) {
    return waves(residents, (day, quantity) -> hump(day));
  }

  @Test
  void wavesAreNumberedFromTheFirstOnWithTheirPeaks() {
    List<Row> waves = waves(100_000.0);

    assertThat(waves).extracting(WaveTable.WAVE_NO::of).containsExactly(1, 2);
    assertThat(waves)
        .extracting(WaveTable.PEAK_DATE::of)
        .containsExactly(FIRST.plusDays(20), FIRST.plusDays(70));
    assertThat(waves).extracting(WaveTable.PEAK_CASES::of).containsExactly(60.0, 40.0);
    assertThat(waves).extracting(WaveTable.CASES_STATUS::of).containsOnly("ok");
  }

  /** 60 + 2 (54 + 48 + ... + 6) and 40 + 2 (36 + 32 + ... + 4), whatever day parts them. */
  @Test
  void theSizeIsTheSumOfItsCases() {
    assertThat(waves(100_000.0)).extracting(WaveTable.SIZE::of).containsExactly(600.0, 400.0);
  }

  /** Among five million, one in 100,000 is 50 a day: the second peak stands out by 40. */
  @Test
  void aPeakMustStandOutFromTheResidents() {
    assertThat(waves(5_000_000.0))
        .extracting(WaveTable.PEAK_DATE::of)
        .containsExactly(FIRST.plusDays(20));
  }

  @Test
  void withoutResidentsOrCasesThereAreNone() {
    assertThat(waves(null)).isEmpty();
    assertThat(waves(100_000.0, (day, quantity) -> null)).isEmpty();
  }

  /** A count that was changed, and one that was left out, of the first wave alone. */
  @Test
  void whatWasDoneToItsCasesIsSaid() {
    assertThat(
            waves(
                100_000.0,
                (day, quantity) ->
                    hump(day) + (day == 18 && quantity == Quantity.NEW_CASES ? 5 : 0)))
        .extracting(WaveTable.CASES_STATUS::of)
        .containsExactly("adjusted_input", "ok");
    List<Row> waves =
        waves(
            100_000.0,
            (day, quantity) ->
                day == 20 && quantity == Quantity.NEW_CASES_ADJUSTED ? null : hump(day));
    assertThat(waves).extracting(WaveTable.CASES_STATUS::of).containsExactly("insufficient", "ok");
    assertThat(waves.get(0)).extracting(WaveTable.SIZE::of).isEqualTo(540.0);
  }
}
