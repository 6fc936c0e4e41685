package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class EventColumnsTest {
  private static final String FARE = "{kind: level, baseline: march, value: fare, aggregate: sum}";

  @TempDir private Path folder;

  private final SparkSession spark;

  EventColumnsTest(SparkSession spark) {
    this.spark = spark;
  }

  private TripSource trips(String events, List<String> further, String... measures)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of("path: t.csv", "date: began", "district: zone"));
    lines.addAll(further);
    List<String> each = new ArrayList<>();
    for (String measure : measures) {
      each.add(measure + ": " + FARE);
    }
    TripSource trips = TripSource.of(folder, lines, each.toArray(String[]::new));
    Files.writeString(folder.resolve("t.csv"), "zone,began,fare,told\n" + events);
    return trips;
  }

  private Dataset<Row> located(TripSource trips) {
    return EventDistricts.locate(trips.rows(spark), trips.source(), trips.keys(spark));
  }

  private static Reason reason(Row row, int index) {
    return ReasonCodes.reason(PackedReasons.unpack(row.getLong(1), index));
  }

  /** Path, one number of reasons, district, date, vintage, values. */
  @Test
  void thePlanNamesThePlacesOfWhatIsPacked() throws IOException {
    TripSource trips =
        trips(
            "A,2020-03-01,5,2020-04-01\nA,2020-03-01,ten,x\nA,2020-03-01,,\n",
            List.of("as_of: to_date(told)", "where: fare is distinct from '6'"),
            "mobility_transit_change",
            "mobility_retail_change");
    EventColumns columns = new EventColumns("tiny/trips", trips.source(), located(trips));
    Dataset<Row> packed =
        columns.packed(located(trips).select(columns.columns().toArray(Column[]::new)));

    assertThat(columns.plan().columns())
        .isEqualTo(new EventPlan.Places(0, 1, 2, 3, 4, List.of(5, 6)));
    List<Row> rows = packed.collectAsList();
    assertThat(rows.get(0).getString(2)).isEqualTo("A");
    assertThat(rows.get(0).getString(3)).isEqualTo("2020-03-01");
    assertThat(rows.get(0).get(4)).hasToString("2020-04-01");
    assertThat(rows.get(0).getDouble(5)).isEqualTo(5.0);
    assertThat(rows)
        .extracting(row -> reason(row, 1))
        .containsExactly(Reason.NONE, Reason.UNPARSABLE_NUMBER, Reason.NO_VALUE);
    assertThat(rows).extracting(row -> reason(row, 0)).containsOnly(Reason.NONE);
  }

  @Test
  void rowsThatTheConfigLeavesOutAndThoseThatAreCutHaveAFault() throws IOException {
    TripSource trips =
        trips(
            "A,2020-03-01,6,x\nA,2020-03-01,5,x,y\nA,2020-03-01,5,x\n",
            List.of("where: fare <> '6'"),
            "mobility_transit_change");
    EventColumns columns = new EventColumns("tiny/trips", trips.source(), located(trips));

    assertThat(
            columns
                .packed(located(trips).select(columns.columns().toArray(Column[]::new)))
                .collectAsList())
        .extracting(row -> reason(row, 0).code())
        .containsExactly("filtered", "cell_count", "none");
  }

  @Test
  void theDayOfPublicationIsThatOfTheConfigOrNone() throws IOException {
    for (String line : List.of("as_of: 2020-04-10", "unknown_district: out_of_scope")) {
      TripSource trips = trips("A,2020-03-01,5,x\n", List.of(line), "mobility_transit_change");
      EventColumns columns = new EventColumns("tiny/trips", trips.source(), located(trips));
      Row row =
          columns.packed(located(trips).select(columns.columns().toArray(Column[]::new))).first();
      boolean isDeclared = line.startsWith("as_of");

      assertThat(String.valueOf(row.get(4))).isEqualTo(isDeclared ? "2020-04-10" : "null");
      assertThat(columns.plan().unknownDistrict())
          .isEqualTo(isDeclared ? Reason.UNKNOWN_DISTRICT : Reason.FOREIGN_DISTRICT);
    }
  }

  @Test
  void daysAreReadByTheirType() {
    assertThat(EventColumns.dateType(DataTypes.DateType)).isEqualTo(EventPlan.DateType.DATE);
    assertThat(EventColumns.dateType(DataTypes.TimestampType))
        .isEqualTo(EventPlan.DateType.INSTANT);
    assertThat(EventColumns.dateType(DataTypes.TimestampNTZType))
        .isEqualTo(EventPlan.DateType.WALL_TIME);
    assertThat(EventColumns.dateType(DataTypes.StringType)).isEqualTo(EventPlan.DateType.TEXT);
    assertThat(EventColumns.isIntegral(DataTypes.ShortType)).isTrue();
    assertThat(EventColumns.isIntegral(DataTypes.DoubleType)).isFalse();
  }
}
