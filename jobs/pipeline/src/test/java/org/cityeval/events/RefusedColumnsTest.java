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
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The second event is cut; nobody's name is used. */
@ExtendWith(SparkExtension.class)
class RefusedColumnsTest {
  private static final String[] MEASURES = {
    "mobility_transit_change: {kind: level, baseline: march, value: fare || '0',"
        + " aggregate: sum}",
    "mobility_retail_change: {kind: level, baseline: march, value: device, aggregate: distinct}"
  };

  @TempDir private Path folder;

  private final SparkSession spark;

  RefusedColumnsTest(SparkSession spark) {
    this.spark = spark;
  }

  private TripSource trips(String... further) throws IOException {
    List<String> lines = new ArrayList<>(List.of("path: t.csv", "date: began", "district: zone"));
    lines.addAll(List.of(further));
    TripSource trips = TripSource.of(folder, lines, MEASURES);
    Files.writeString(
        folder.resolve("t.csv"),
        "id,zone,began,fare,device,name\n7, Z ,2020-03-01,5, d ,Ann\n8,A\n9,,x,,,Bo\n");
    return trips;
  }

  private List<Row> rows(TripSource trips) {
    Dataset<Row> located = located(trips);
    return located.select(refused(trips).columns().toArray(Column[]::new)).collectAsList();
  }

  private Dataset<Row> located(TripSource trips) {
    return EventDistricts.locate(trips.rows(spark), trips.source(), trips.keys(spark));
  }

  private RefusedColumns refused(TripSource trips) {
    return new RefusedColumns(located(trips), trips.source());
  }

  @Test
  void anEventIsToldByItsPlaceItsDistrictAndTheTextsOfItsMeasures() throws IOException {
    Row row = rows(trips()).get(0);

    assertThat(row.getString(RefusedColumns.FILE)).isEqualTo("t.csv");
    assertThat(row.getString(RefusedColumns.LINE)).isEqualTo("2");
    assertThat(row.isNullAt(RefusedColumns.MALFORMED)).isTrue();
    assertThat(row.isNullAt(RefusedColumns.RAW)).isTrue();
    assertThat(row.getString(RefusedColumns.DISTRICT)).isEqualTo("Z");
    assertThat(row.isNullAt(RefusedColumns.IDENTITY)).isTrue();
    assertThat(row.getList(RefusedColumns.TEXTS)).isEqualTo(List.of("50", "d"));
  }

  @Test
  void anEventThatIsCutIsKeptAsItStandsWithWhatWasFound() throws IOException {
    Row row = rows(trips()).get(1);

    assertThat(row.getString(RefusedColumns.LINE)).isEqualTo("3");
    assertThat(row.getString(RefusedColumns.MALFORMED)).contains("2").doesNotContain("cell_count");
    assertThat(row.getString(RefusedColumns.RAW)).isEqualTo("8,A");
  }

  @Test
  void whatIsBlankIsNothing() throws IOException {
    Row row = rows(trips()).get(2);

    assertThat(row.getList(RefusedColumns.TEXTS)).hasSize(2).first().isNull();
    assertThat(row.getStruct(RefusedColumns.EVENT).<String>getAs("began")).isEqualTo("x");
  }

  /** Others may hold what is known of persons. */
  @Test
  void theEventIsItsColumnsThatTheConfigUses() throws IOException {
    TripSource trips = trips();
    Row event = rows(trips).get(0).getStruct(RefusedColumns.EVENT);

    assertThat(event.schema().fieldNames())
        .containsExactlyInAnyOrder("zone", "began", "fare", "device");
    assertThat(refused(trips).rawType().fieldNames()).isEqualTo(event.schema().fieldNames());
    assertThat(event.<String>getAs("zone")).isEqualTo(" Z ");
  }

  @Test
  void whereColumnsAreDeclaredOnlyThoseAreKeptAndNoLineThatIsCut() throws IOException {
    List<Row> rows = rows(trips("kept_columns: [id]"));

    assertThat(rows.get(0).getStruct(RefusedColumns.EVENT).schema().fieldNames())
        .containsExactly("id");
    assertThat(rows.get(1).isNullAt(RefusedColumns.RAW)).isTrue();
    assertThat(rows.get(1).isNullAt(RefusedColumns.MALFORMED)).isFalse();
  }

  @Test
  void anEventWithAnIdIsNamedByIt() throws IOException {
    assertThat(rows(trips("event_id: id")).get(0).getString(RefusedColumns.IDENTITY))
        .isEqualTo("7");
  }

  @Test
  void onlyTheFilesThatAreNamedAreReadAgain() {
    Dataset<Row> paths =
        spark.sql("select * from values ('a'), ('b'), ('c') as t(" + EventColumns.PATH_NAME + ")");

    assertThat(paths.where(RefusedColumns.inFiles(List.of("a", "c"))).collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("a", "c");
  }
}
