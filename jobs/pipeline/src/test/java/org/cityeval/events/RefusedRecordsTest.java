package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.Reason;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each event has a fare, which is added up, and a device, which is told apart. */
@ExtendWith(SparkExtension.class)
class RefusedRecordsTest {
  private static final String[] MEASURES = {
    "mobility_transit_change: {kind: level, baseline: march, value: fare, aggregate: sum,"
        + " range: [0, 50]}",
    "mobility_retail_change: {kind: level, baseline: march, value: device, aggregate: distinct}"
  };

  @TempDir private Path folder;

  private final SparkSession spark;

  RefusedRecordsTest(SparkSession spark) {
    this.spark = spark;
  }

  private List<String> refused(String lines, List<String> further, String... columns)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("path: t.csv", "date: began", "district: zone"));
    all.addAll(further);
    TripSource trips = TripSource.of(folder, all, MEASURES);
    Files.writeString(folder.resolve("t.csv"), "id,zone,began,fare,device,name\n" + lines);
    return new EventAggregation(
            "tiny/trips", trips.source(), trips.keys(spark), trips.districts(spark))
            .refused(
                trips.rows(spark),
                List.of(folder.resolve("t.csv").toUri().toString().replace("///", "/")))
            .selectExpr(columns)
            .collectAsList()
            .stream()
            .map(row -> row.mkString("|"))
            .sorted()
            .toList();
  }

  /**
   * A fare that is none refuses the fare alone; a district that is none both, and its day is not
   * looked for.
   */
  @Test
  void eachMeasureIsARecordWithItsPlaceAndItsReason() throws IOException {
    assertThat(
            refused(
                "1,A,2020-03-01,ten,d,n\n2,Z,2020-03-01,5,d,n\n3,A,2020-03-01,5,d,n\n",
                List.of(),
                "position",
                "city_id",
                "district_id",
                "date",
                "value_text",
                "reason_code",
                "reason"))
        .containsExactly(
            "t.csv:2 mobility_transit_change|tiny|A|2020-03-01|ten|unparsable_number|"
                + Reason.UNPARSABLE_NUMBER.sentence()
                + ": ten",
            "t.csv:3 mobility_retail_change|null|Z|null|d|unknown_district|"
                + Reason.UNKNOWN_DISTRICT.sentence()
                + ": Z",
            "t.csv:3 mobility_transit_change|null|Z|null|5|unknown_district|"
                + Reason.UNKNOWN_DISTRICT.sentence()
                + ": Z");
  }

  @Test
  void whatWasFoundIsThatOfTheReason() throws IOException {
    assertThat(
            refused(
                """
                1,A,1.3.2020,5,d,n
                2,A,0001-01-01,5,d,n
                3,,2020-03-01,5,d,n
                4,A,2020-03-01,51,d,n
                """,
                List.of(),
                "reason"))
        .containsExactly(
            Reason.UNPARSABLE_DATE.sentence(),
            Reason.UNPARSABLE_DATE.sentence(),
            Reason.IMPLAUSIBLE_DATE.sentence() + ": 0001-01-01",
            Reason.IMPLAUSIBLE_DATE.sentence() + ": 0001-01-01",
            Reason.UNKNOWN_DISTRICT.sentence() + ": (blank)",
            Reason.UNKNOWN_DISTRICT.sentence() + ": (blank)",
            Reason.OUT_OF_RANGE.sentence() + ": 51");
  }

  /** The columns that the config uses, and no name of a person. */
  @Test
  void anEventIsKeptByTheColumnsThatAreUsed() throws IOException {
    assertThat(refused("1,A,2020-03-01,ten,d,secret\n", List.of(), "record"))
        .singleElement()
        .asString()
        .contains("\"zone\":\"A\"", "\"fare\":\"ten\"", "\"device\":\"d\"")
        .doesNotContain("secret");
  }

  /** However many measures there are, nothing of it could be read. */
  @Test
  void aLineThatIsCutIsOneRecordAsItStands() throws IOException {
    assertThat(refused("1,A,2020-03-01,5,d,n,too,many\n", List.of(), "reason_code", "record"))
        .containsExactly("cell_count|1,A,2020-03-01,5,d,n,too,many");
  }

  @Test
  void copiesThatDifferNameTheirIdentity() throws IOException {
    assertThat(
            refused(
                "7,A,2020-03-01,5,d,n\n7,A,2020-03-01,6,d,n\n8,A,2020-03-01,6,d,n\n",
                List.of("event_id: id"),
                "position",
                "reason"))
        .containsExactly(
            "t.csv:2 mobility_retail_change|Another event of the same id says otherwise: 7",
            "t.csv:2 mobility_transit_change|Another event of the same id says otherwise: 7",
            "t.csv:3 mobility_retail_change|Another event of the same id says otherwise: 7",
            "t.csv:3 mobility_transit_change|Another event of the same id says otherwise: 7");
  }

  /** A foreign district may be expected; then it is no fault. */
  @Test
  void whatIsNotQuarantinedIsNotKept() throws IOException {
    assertThat(
            refused(
                "1,Z,2020-03-01,5,d,n\n2,A,2020-03-01,,,n\n",
                List.of("unknown_district: out_of_scope"),
                "position"))
        .isEmpty();
  }
}
