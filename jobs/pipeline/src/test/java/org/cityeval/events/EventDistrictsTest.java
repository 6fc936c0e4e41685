package org.cityeval.events;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class EventDistrictsTest {
  private static final String COUNT =
      "mobility_transit_change: {kind: level, baseline: march, value: '1', aggregate: count}";

  @TempDir private Path folder;

  private TripSource trips(String... lines) {
    List<String> all = new ArrayList<>(List.of("path: t.csv", "date: day"));
    all.addAll(List.of(lines));
    return TripSource.of(folder, all, COUNT);
  }

  private static List<Row> located(SparkSession spark, TripSource trips, String rows) {
    return EventDistricts.locate(
            spark.sql("select * from values " + rows), trips.source(), trips.keys(spark))
        .select(col(EventDistricts.DISTRICT), col(EventDistricts.FAULT), EventDistricts.text())
        .collectAsList();
  }

  private static Reason reason(Row row) {
    return ReasonCodes.reason(PackedReasons.unpack(row.getLong(1), 0));
  }

  /** Whether it is on the list is asked later. */
  @Test
  void anIdIsKeptAsItStandsWithoutItsBlanks(SparkSession spark) {
    List<Row> rows =
        located(
            spark, trips("district: zone"), "(' A ', '2020-03-01'), ('Q', 'x') as t(zone, day)");

    assertThat(rows).extracting(row -> row.get(0)).containsExactly("A", "Q");
    assertThat(rows).extracting(row -> row.get(2)).containsExactly("A", "Q");
    assertThat(rows).extracting(EventDistrictsTest::reason).containsOnly(Reason.NONE);
  }

  @Test
  void aWholeNumberStaysOne(SparkSession spark) {
    List<Row> rows = located(spark, trips("district: zone"), "(7, 'x') as t(zone, day)");

    assertThat(rows.get(0).get(0)).isEqualTo(7L);
    assertThat(rows.get(0).get(2)).isEqualTo("7");
  }

  /** The crosswalk has the names of the districts. */
  @Test
  void aSpellingBecomesTheIdOrTheReasonWhyThereIsNone(SparkSession spark) {
    List<Row> rows =
        located(
            spark,
            trips("district: zone", "crosswalk: names"),
            "('Birch', '2020-03-01'), ('Oak', '2020-03-01') as t(zone, day)");

    assertThat(rows)
        .extracting(row -> row.get(0) + " " + row.get(2) + " " + reason(row).code())
        .containsExactlyInAnyOrder("B B none", "Oak Oak unknown_district");
  }

  @Test
  void onlyTheListDecidesWhereThereIsNeitherCrosswalkNorPlace() {
    assertThat(EventDistricts.plainKey(trips("district: zone").source())).contains("zone");
    assertThat(EventDistricts.plainKey(trips("district: zone", "crosswalk: names").source()))
        .isEmpty();
  }
}
