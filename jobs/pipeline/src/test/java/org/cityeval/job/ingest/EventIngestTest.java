package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.job.ingest.TinyIngest.PUBLISHED;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.cityeval.events.EventAggregation;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.LakeFile;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Trips in a folder whose name is written otherwise in an address. */
@ExtendWith(SparkExtension.class)
class EventIngestTest {
  private static final String HEADING = "began,zone,said\n";
  private static final LocalDate EARLIER = LocalDate.of(2020, 4, 1);

  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyIngest ingest;

  EventIngestTest(SparkSession spark) {
    this.spark = spark;
  }

  /** File a was published on two days; b has a trip of no district, and c nothing else. */
  @BeforeEach
  void deliver() {
    TinyLake lake =
        TinyIngest.trips(TinyLake.in(folder), "\u6587\u4ef6 9%")
            .configure(
                "district: zone\n    as_of: 2020-04-10", "district: zone\n    as_of: to_date(said)")
            .write(
                "\u6587\u4ef6 9%/a.csv",
                HEADING
                    + "2020-03-02,A,2020-04-01\n2020-03-02,A,2020-04-10\n"
                    + "2020-03-05,B,2020-04-10\n2020-03-02,A,2020-04-10\n")
            .write(
                "\u6587\u4ef6 9%/b.csv",
                HEADING + "2020-03-07,C,2020-04-10\n2020-03-07,Z,2020-04-10\n")
            .write("\u6587\u4ef6 9%/c.csv", HEADING + "2020-03-09,Z,2020-04-10\n")
            .write("\u6587\u4ef6 9%/d.csv", HEADING);
    ingest = TinyIngest.of(lake, spark);
  }

  private EventIngest read() {
    SourceReading trips = ingest.source("trips");
    return new EventIngest(
        spark,
        new EventAggregation("tiny/trips", trips.config(), ingest.keys(), ingest.districts()),
        trips.open(Set.of("a.csv", "b.csv", "c.csv", "d.csv")).rows(),
        trips.present());
  }

  private int persisted() {
    return spark.sparkContext().getPersistentRDDs().size();
  }

  private static FileTally of(EventIngest read, String file, LocalDate asOf) {
    return read.tallies().stream()
        .filter(
            tally ->
                tally.file().equals(file)
                    && PUBLISHED.equals(tally.asOf()) == PUBLISHED.equals(asOf))
        .findFirst()
        .orElseThrow();
  }

  /** The records count once, on the last day; both days share the days and the content. */
  @Test
  void aFileOfSeveralDaysOfPublicationIsCountedWithTheLastOfThem() {
    try (EventIngest read = read()) {
      FileTally last = of(read, "a.csv", PUBLISHED);
      FileTally first = of(read, "a.csv", EARLIER);

      assertThat(last.byReason()).isEqualTo(Map.of(Reason.NONE, 4L));
      assertThat(first.asOf()).isEqualTo(EARLIER);
      assertThat(first.byReason()).isEmpty();
      for (FileTally tally : List.of(first, last)) {
        assertThat(tally.firstDay()).isEqualTo(LocalDate.of(2020, 3, 2));
        assertThat(tally.lastDay()).isEqualTo(LocalDate.of(2020, 3, 5));
      }
      assertThat(first.content()).isEqualTo(last.content());
      assertThat(last.content().records()).isEqualTo(4);
    }
  }

  /** Of a file without a good event nobody can say when it was published. */
  @Test
  void refusedEventsAreCountedInTheirFiles() {
    try (EventIngest read = read()) {
      assertThat(of(read, "b.csv", PUBLISHED).byReason())
          .isEqualTo(Map.of(Reason.NONE, 1L, Reason.UNKNOWN_DISTRICT, 1L));
      assertThat(read.tallies().stream().filter(tally -> tally.file().equals("c.csv")))
          .singleElement()
          .satisfies(
              tally -> {
                assertThat(tally.byReason()).isEqualTo(Map.of(Reason.UNKNOWN_DISTRICT, 1L));
                assertThat(tally.firstDay()).isNull();
                assertThat(tally.content().records()).isEqualTo(1);
              });
      assertThat(read.tallies()).extracting(FileTally::file).doesNotContain("d.csv");
    }
  }

  /** Spark names a file of Parquet as an address, and a folder as its name. */
  @Test
  void aFileThatTheEngineNamesIsKnownByItsLabel() {
    TinyLake parquet =
        TinyIngest.trips(TinyLake.in(folder.resolve("parquet")), "\u6587\u4ef6 9%")
            .configure("shape: events", "format: parquet\n    shape: events");
    spark
        .sql("select date'2020-03-02' began, 'A' zone")
        .write()
        .parquet(parquet.file("\u6587\u4ef6 9%").toString());
    ingest = TinyIngest.of(parquet, spark);
    SourceReading trips = ingest.source("trips");
    Set<String> labels = trips.present().stream().map(LakeFile::label).collect(Collectors.toSet());

    try (EventIngest read =
        new EventIngest(
            spark,
            new EventAggregation("tiny/trips", trips.config(), ingest.keys(), ingest.districts()),
            trips.open(labels).rows(),
            trips.present())) {
      assertThat(read.tallies())
          .singleElement()
          .satisfies(
              tally -> {
                assertThat(labels).contains(tally.file());
                assertThat(tally.byReason()).isEqualTo(Map.of(Reason.NONE, 1L));
              });
    }
  }

  @Test
  void valuesAreGoodRecordsOfADistrictAndDayAndRefusedEventsStandAlone() {
    try (EventIngest read = read()) {
      assertThat(
              read.values()
                  .selectExpr("concat_ws(' ', district_id, date, as_of, value, records)")
                  .collectAsList())
          .extracting(Row::mkString)
          .containsExactlyInAnyOrder(
              "A 2020-03-02 2020-04-01 1.0 1",
              "A 2020-03-02 2020-04-10 2.0 2",
              "B 2020-03-05 2020-04-10 1.0 1",
              "C 2020-03-07 2020-04-10 1.0 1");
      assertThat(read.refused().selectExpr("concat_ws(' ', position, reason_code)").collectAsList())
          .extracting(Row::mkString)
          .allMatch(row -> row.endsWith(" unknown_district"))
          .hasSize(2)
          .anyMatch(row -> row.startsWith("b.csv:3"))
          .anyMatch(row -> row.startsWith("c.csv:2"));
    }
  }

  @Test
  void whatTheScanFoundIsKeptUntilItIsClosed() {
    int before = persisted();

    EventIngest read = read();
    assertThat(persisted()).isEqualTo(before + 1);
    read.close();

    assertThat(persisted()).isEqualTo(before);
  }

  @Test
  void whereTheScanFailsNothingIsKept() {
    int before = persisted();
    SourceReading trips = ingest.source("trips");
    Dataset<Row> rows =
        trips
            .open(Set.of("a.csv"))
            .rows()
            .withColumn("zone", functions.raise_error(functions.lit("the disk is gone")));
    EventAggregation events =
        new EventAggregation("tiny/trips", trips.config(), ingest.keys(), ingest.districts());

    assertThatThrownBy(() -> new EventIngest(spark, events, rows, trips.present()).close())
        .hasStackTraceContaining("the disk is gone");
    assertThat(persisted()).isEqualTo(before);
  }
}
