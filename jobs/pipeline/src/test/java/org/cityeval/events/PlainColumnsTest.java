package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.Feed;
import org.cityeval.ingest.Reason;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sources are read column by column, and as what. */
@ExtendWith(SparkExtension.class)
class PlainColumnsTest {
  private static final String FARE = "value: fare, aggregate: sum";

  @TempDir private Path folder;

  private final Dataset<Row> lake;

  PlainColumnsTest(SparkSession spark) {
    lake =
        spark
            .range(1)
            .selectExpr(
                "id as zone",
                "timestamp'2020-03-01' as began",
                "cast(id as double) as fare",
                "'d' as device",
                "true as paid",
                "cast(id as decimal(5, 1)) as price",
                "array(id) as stops",
                "date'2020-03-01' as `a day`",
                "1.5F as `from`");
  }

  private static List<String> lines(String... further) {
    List<String> lines =
        new ArrayList<>(
            List.of("path: t.parquet", "format: parquet", "unknown_district: out_of_scope"));
    lines.addAll(List.of(further));
    return lines;
  }

  private Optional<PlainColumns.Scan> scan(List<String> lines, String... measures) {
    List<String> each = new ArrayList<>();
    String[] names = {"mobility_transit_change", "mobility_retail_change", "mobility_parks_change"};
    for (int m = 0; m < measures.length; m++) {
      each.add(names[m] + ": {kind: level, baseline: march, " + measures[m] + "}");
    }
    return PlainColumns.of(
        "tiny/trips", TripSource.of(folder, lines, each.toArray(String[]::new)).source(), lake);
  }

  private Optional<PlainColumns.Scan> measured(String measure) {
    return scan(lines("date: began", "district: zone"), measure);
  }

  private Feed.Type type(String measure) {
    return measured(measure).orElseThrow().plan().feeds().get(0).type();
  }

  /** A column that two measures are of is read once; a constant needs none. */
  @Test
  void onlyTheColumnsThatAreNamedAreScannedEachOnce() {
    PlainColumns.Scan scan =
        scan(
                lines("date: BEGAN", "district: zone", "as_of: 2020-04-10"),
                FARE + ", range: [0, 9]",
                "value: '1', aggregate: count",
                "value: fare, aggregate: mean")
            .orElseThrow();

    assertThat(scan.columns().columns()).containsExactly("zone", "began", "fare");
    assertThat(scan.plan().columns())
        .isEqualTo(
            new EventPlan.Places(
                EventPlan.NONE,
                EventPlan.NONE,
                0,
                1,
                EventPlan.NONE,
                scan.plan().columns().values()));
    assertThat(scan.plan().feeds())
        .extracting(Feed::measure)
        .containsExactlyInAnyOrder(
            "mobility_transit_change", "mobility_retail_change", "mobility_parks_change");
    for (int m = 0; m < 3; m++) {
      boolean isConstant = scan.plan().feeds().get(m).type() == Feed.Type.PRESENCE;
      assertThat(scan.plan().columns().values().get(m)).isEqualTo(isConstant ? EventPlan.NONE : 2);
    }
    assertThat(scan.plan().date()).isEqualTo(EventPlan.DateType.INSTANT);
    assertThat(scan.plan().asOf()).isEqualTo((int) LocalDate.of(2020, 4, 10).toEpochDay());
    assertThat(scan.plan().unknownDistrict()).isEqualTo(Reason.FOREIGN_DISTRICT);
  }

  @Test
  void withoutADayOfPublicationThereIsNone() {
    assertThat(measured(FARE).orElseThrow().plan().asOf()).isEqualTo(CellKey.NO_DAY);
  }

  @Test
  void namesInBackticksAreColumns() {
    PlainColumns.Scan scan =
        scan(lines("date: \"`a day`\"", "district: zone"), "value: \"`from`\", aggregate: sum")
            .orElseThrow();

    assertThat(scan.columns().columns()).containsExactly("zone", "a day", "from");
    assertThat(scan.plan().date()).isEqualTo(EventPlan.DateType.DATE);
  }

  @Test
  void valuesAreReadAsWhatTheyArePutTogetherBy() {
    assertThat(type(FARE)).isEqualTo(Feed.Type.NUMBER);
    assertThat(type("value: zone, aggregate: mean")).isEqualTo(Feed.Type.NUMBER);
    assertThat(type("value: began, aggregate: count")).isEqualTo(Feed.Type.PRESENCE);
    assertThat(type("value: paid, aggregate: share")).isEqualTo(Feed.Type.TRUTH);
    assertThat(type("value: device, aggregate: distinct")).isEqualTo(Feed.Type.TEXT);
    assertThat(type("value: zone, aggregate: distinct_approximate")).isEqualTo(Feed.Type.LONG);
  }

  /**
   * Of a constant under another aggregate, a type that is no such value, a range on what is not.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "value: fare + 1, aggregate: sum",
        "value: nosuch, aggregate: sum",
        "value: '1', aggregate: sum",
        "value: device, aggregate: sum",
        "value: price, aggregate: sum",
        "value: fare, aggregate: share",
        "value: fare, aggregate: distinct",
        "value: stops, aggregate: count",
        "value: paid, aggregate: count",
        "value: 'device', aggregate: distinct, range: [0, 1]",
        "value: fare, aggregate: count, range: [0, 1]"
      })
  void whatNeedsComputingIsNotPlain(String measure) {
    assertThat(measured(measure)).isEmpty();
  }

  @Test
  void everyMeasureMustBePlain() {
    assertThat(
            scan(lines("date: began", "district: zone"), FARE, "value: fare + 1, aggregate: sum"))
        .isEmpty();
  }

  @Test
  void theKeyMustBeAnIdAndTheDayATime() {
    assertThat(scan(lines("date: began", "district: device"), FARE)).isPresent();
    assertThat(scan(lines("date: device", "district: zone"), FARE)).isPresent();
    assertThat(scan(lines("date: began", "district: fare"), FARE)).isEmpty();
    assertThat(scan(lines("date: fare", "district: zone"), FARE)).isEmpty();
    assertThat(scan(lines("date: began", "district: upper(device)"), FARE)).isEmpty();
    assertThat(scan(lines("date: to_date(began)", "district: zone"), FARE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where: fare > 1",
        "event_id: device",
        "as_of: to_date(began)",
        "missing: [NA]",
        "crosswalk: names"
      })
  void whatNeedsMoreThanItsColumnsIsNotPlain(String line) {
    assertThat(scan(lines("date: began", "district: zone", line), FARE)).isEmpty();
  }

  @Test
  void onlyFilesOfParquetArePlain() {
    assertThat(scan(List.of("path: t.csv", "date: began", "district: zone"), FARE)).isEmpty();
    assertThat(scan(List.of("table: lake.trips", "date: began", "district: zone"), FARE)).isEmpty();
  }
}
