package org.cityeval.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.gold.CoherenceTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Days of March 2020, by their number. */
@ExtendWith(SparkExtension.class)
class PublishedWavesTest {
  private static Dataset<Row> table(SparkSession spark, TableSpec table, TableRow... rows) {
    return spark.createDataFrame(
        Arrays.stream(rows).map(TableRow::row).toList(), table.structType());
  }

  private static LocalDate march(int day) {
    return LocalDate.of(2020, 3, day);
  }

  private static TableRow day(String level, String id, int day) {
    return new TableRow(DistrictDayTable.GOLD)
        .set(LEVEL, level)
        .set(CITY_ID, "c")
        .set(DISTRICT_ID, id)
        .set(DATE, march(day));
  }

  private static TableRow wave(String id, int number, int start, int peak, int end) {
    return new TableRow(WaveTable.SPEC)
        .set(LEVEL, "district")
        .set(CITY_ID, "c")
        .set(DISTRICT_ID, id)
        .set(WaveTable.WAVE_NO, number)
        .set(WaveTable.START_DATE, march(start))
        .set(WaveTable.PEAK_DATE, march(peak))
        .set(WaveTable.END_DATE, march(end))
        .set(WaveTable.SIZE, 70.0)
        .set(WaveTable.PEAK_CASES, 9.0)
        .set(WaveTable.CASES_STATUS, "ok");
  }

  private static String told(Row wave) {
    return DISTRICT_ID.of(wave)
        + WaveTable.WAVE_NO.of(wave)
        + " "
        + WaveTable.SIZE.of(wave)
        + " "
        + WaveTable.PEAK_CASES.of(wave)
        + " "
        + WaveTable.CASES_STATUS.of(wave);
  }

  /** A's counts of the 7th and its peak of the 20th are withheld, and the city's of the 25th. */
  @Test
  void aSumThatHoldsAWithheldDayIsWithheldAndSoIsAWithheldPeak(SparkSession spark) {
    Dataset<Row> published =
        table(
            spark,
            DistrictDayTable.GOLD,
            day("district", "A", 7).set(DistrictDayTable.CASES_FLAG, "suppressed"),
            day("district", "A", 20)
                .set(DistrictDayTable.MEASURE_FLAGS, "new_cases_bridged:suppressed"),
            day("district", "A", 21).set(DistrictDayTable.MEASURE_FLAGS, "incidence:suppressed"),
            day("city", "A", 25).set(DistrictDayTable.CASES_FLAG, "suppressed"),
            day("district", "B", 7).set(DistrictDayTable.CASES_FLAG, "backlog"));

    List<String> waves =
        PublishedWaves.withhold(
                table(
                    spark,
                    WaveTable.SPEC,
                    wave("A", 1, 1, 4, 6),
                    wave("A", 2, 7, 8, 9),
                    wave("A", 3, 5, 6, 7),
                    wave("A", 4, 18, 20, 22),
                    wave("A", 5, 19, 21, 26),
                    wave("B", 1, 1, 7, 9)),
                published)
            .collectAsList()
            .stream()
            .map(PublishedWavesTest::told)
            .sorted()
            .toList();

    assertThat(waves)
        .containsExactly(
            "A1 70.0 9.0 ok",
            "A2 null 9.0 suppressed",
            "A3 null 9.0 suppressed",
            "A4 70.0 null suppressed",
            "A5 70.0 9.0 ok",
            "B1 70.0 9.0 ok");
  }

  private static TableRow compared(int day, String quantity) {
    return new TableRow(CoherenceTable.SPEC)
        .set(CITY_ID, "c")
        .set(DATE, march(day))
        .set(CoherenceTable.QUANTITY, quantity);
  }

  @Test
  void aComparisonThatHoldsAWithheldNumberIsLeftOut(SparkSession spark) {
    Dataset<Row> published =
        table(
            spark,
            DistrictDayTable.GOLD,
            day("district", "A", 7).set(DistrictDayTable.CASES_FLAG, "suppressed"),
            day("city", "c", 8).set(DistrictDayTable.CASES_FLAG, "suppressed"),
            day("district", "B", 9).set(DistrictDayTable.RT_STATUS, "suppressed"),
            day("district", "B", 10).set(DistrictDayTable.RT_STATUS, "insufficient"));

    assertThat(
            PublishedWaves.coherent(
                    table(
                        spark,
                        CoherenceTable.SPEC,
                        compared(7, "new_cases"),
                        compared(8, "new_cases"),
                        compared(9, "new_cases"),
                        compared(7, "rt_mean"),
                        compared(9, "rt_mean"),
                        compared(10, "rt_mean"),
                        compared(7, "mobility_change")),
                    published)
                .collectAsList()
                .stream()
                .map(row -> DATE.of(row).getDayOfMonth() + " " + CoherenceTable.QUANTITY.of(row))
                .sorted())
        .containsExactly("10 rt_mean", "7 mobility_change", "7 rt_mean", "9 new_cases");
  }
}
