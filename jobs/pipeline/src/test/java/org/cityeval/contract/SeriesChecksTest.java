package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Mobility of A, B and C on a few of the forty days from 1 March 2020 on. */
@ExtendWith(SparkExtension.class)
class SeriesChecksTest {
  private static final LocalDate FIRST = TinyLake.FIRST_DAY;
  private static final String OBSERVED =
      "{id: days, type: custom, implementation: observedDays, mustBeGreaterThan: 2}";
  private static final String COPIES =
      "{id: copies, type: custom, implementation: identicalDays, mustBeLessThan: 20}";

  private final SparkSession spark;
  @TempDir private Path folder;

  SeriesChecksTest(SparkSession spark) {
    this.spark = spark;
  }

  private SeriesChecks checks(String contract) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("path: mobility.csv", "path: mobility.csv\n    contract: " + contract);
    EvaluationConfig config = ConfigLoader.load(lake.config(), Map.of(), List.of());
    return new SeriesChecks(config);
  }

  private static Row record(
      String source, String district, int day, Integer published, double value) {
    return RowFactory.create(
        source,
        district,
        "mobility_distance_change",
        FIRST.plusDays(day),
        published == null ? null : LocalDate.of(2020, 4, published),
        value);
  }

  private List<Row> found(SeriesChecks checks, Row... records) {
    return checks
        .measure(
            spark.createDataFrame(
                List.of(records),
                StructType.fromDDL(
                    "source_id string, district_id string, measure string, date date, as_of date,"
                        + " value double")),
            Map.of("tiny/mobility", TinyLake.DISTRICTS, "tiny/cases", TinyLake.DISTRICTS))
        .collectAsList();
  }

  private static String told(Row row) {
    return QualityCheckTable.RULE.of(row)
        + " "
        + DISTRICT_ID.of(row)
        + " "
        + row.<Double>getAs("number")
        + " "
        + row.<Boolean>getAs("holds");
  }

  @Test
  void everyDistrictIsMeasuredAlsoOneThatTheSourceIsSilentOf() {
    SeriesChecks checks = checks("{quality: [" + OBSERVED + "]}");

    assertThat(checks.areAny()).isTrue();
    assertThat(
            found(
                    checks,
                    record("tiny/mobility", "A", 0, 10, 1),
                    record("tiny/mobility", "A", 1, 10, 2),
                    record("tiny/mobility", "A", 2, 10, 3),
                    record("tiny/mobility", "B", 0, 10, 1),
                    // What another source says is none of this one's.
                    record("tiny/cases", "B", 1, 10, 1))
                .stream()
                .map(SeriesChecksTest::told))
        .containsExactlyInAnyOrder("days A 3.0 true", "days B 1.0 false", "days C 0.0 false");
  }

  /** The 1st and 2nd of March are left out of what is asked for. */
  @Test
  void anExcludedDayIsNotAskedFor() {
    SeriesChecks checks =
        checks(
            "{quality: ["
                + OBSERVED
                + "], exclusions: [{districts: [A], from: 2020-03-01, to: 2020-03-02,"
                + " reason: moved, owner: Ann}]}");

    assertThat(
            found(
                    checks,
                    record("tiny/mobility", "A", 0, 10, 1),
                    record("tiny/mobility", "A", 1, 10, 2),
                    record("tiny/mobility", "A", 2, 10, 3))
                .stream()
                .map(SeriesChecksTest::told))
        .contains("days A 1.0 false");
  }

  /** A says 5 and later 7: only the 7 is compared with what B says. */
  @Test
  void whatWasPublishedLastOfADayCounts() {
    List<Row> records = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      records.add(record("tiny/mobility", "A", day, 5, 99));
      records.add(record("tiny/mobility", "A", day, 10, day % 5));
      records.add(record("tiny/mobility", "B", day, null, day % 5));
    }
    List<Row> found = found(checks("{quality: [" + COPIES + "]}"), records.toArray(Row[]::new));

    assertThat(found).extracting(row -> DISTRICT_ID.of(row)).contains("A", "B");
    assertThat(found.stream().map(row -> row.<String>getAs("numbers")).distinct()).hasSize(1);
  }

  @Test
  void aContractThatAsksNothingOfSeriesAsksNothingHere() {
    assertThat(
            checks("{quality: [{id: rows, type: library, metric: rowCount, mustBeGreaterThan: 0}]}")
                .areAny())
        .isFalse();
  }
}
