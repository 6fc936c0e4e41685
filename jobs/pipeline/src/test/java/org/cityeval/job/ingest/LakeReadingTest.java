package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.job.ingest.TinyIngest.PUBLISHED;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.problem.SourceProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Cases and trips, each in three files: a and b share a day, c has one of its own. */
@ExtendWith(SparkExtension.class)
class LakeReadingTest {
  private static final String CASES = "day,district,new_cases\n";
  private static final String TRIPS = "began,zone\n";

  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyLake lake;

  LakeReadingTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void deliver() {
    lake =
        TinyIngest.trips(TinyLake.in(folder), "trips")
            .configure("path: cases.csv", "path: cases")
            .write("cases/a.csv", CASES + "2020-03-01,A,1\n2020-03-02,A,2\n")
            .write("cases/b.csv", CASES + "2020-03-02,B,3\n")
            .write("cases/c.csv", CASES + "2020-03-09,A,4\n")
            .write("trips/a.csv", TRIPS + "2020-03-01,A\n2020-03-02,A\n")
            .write("trips/b.csv", TRIPS + "2020-03-02,A\n2020-03-02,A\n")
            .write("trips/c.csv", TRIPS + "2020-03-09,A\n");
  }

  private static ReadPlan.Known known(Reading reading, String file, String first, String last) {
    return TinyIngest.known(reading, TinyIngest.tally(file, PUBLISHED, 7, first, last));
  }

  private static ReadPlan.Known a(Reading reading) {
    return known(reading, "a.csv", "2020-03-01", "2020-03-02");
  }

  private static ReadPlan.Known b(Reading reading) {
    return known(reading, "b.csv", "2020-03-02", "2020-03-02");
  }

  private static ReadPlan.Known c(Reading reading) {
    return known(reading, "c.csv", "2020-03-09", "2020-03-09");
  }

  /** The source as an earlier run left it, which did not know file b. */
  private static SourceReading newInB(TinyIngest ingest, String source) {
    SourceReading before = ingest.source(source);
    return ingest.source(source, a(before), c(before));
  }

  private static SourceReading unchanged(TinyIngest ingest, String source) {
    SourceReading before = ingest.source(source);
    return ingest.source(source, a(before), b(before), c(before));
  }

  private List<Integer> kept() {
    return List.of(
        spark.sharedState().cacheManager().numCachedEntries(),
        spark.sparkContext().getPersistentRDDs().size());
  }

  private static List<String> read(ReadFiles<?> files) {
    return files.read().files().stream()
        .map(tally -> tally.file() + " " + tally.records())
        .toList();
  }

  @Test
  void filesThatShareDaysWithANewOneAreReadWithItAndOthersAreNot() {
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadObservations read = ingest.read(newInB(ingest, "cases"))) {
      ReadFiles<SourceReading> files = read.files().get(0);
      assertThat(files.toRead()).containsExactlyInAnyOrder("a.csv", "b.csv");
      assertThat(read(files)).containsExactlyInAnyOrder("a.csv 2", "b.csv 1");
      assertThat(files.held()).isEqualTo(3);
      assertThat(files.whole().records()).isEqualTo(3 + 7);
      assertThat(
              read.records().selectExpr("concat_ws(' ', district_id, date, value)").collectAsList())
          .extracting(Row::mkString)
          .containsExactlyInAnyOrder("A 2020-03-01 1.0", "A 2020-03-02 2.0", "B 2020-03-02 3.0");
    }
  }

  /** A day that two files share is added up over both: 1 of file a and 2 of file b. */
  @Test
  void daysOfEventsAreAddedUpOverAllFilesThatShareThem() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    SourceReading trips = newInB(ingest, "trips");
    List<Integer> before = kept();

    try (ReadObservations read = ingest.read(trips)) {
      ReadFiles<SourceReading> files = read.files().get(0);
      assertThat(files.toRead()).containsExactlyInAnyOrder("a.csv", "b.csv");
      assertThat(read(files)).containsExactlyInAnyOrder("a.csv 2", "b.csv 2");
      assertThat(files.held()).isEqualTo(4);
      try (JudgedObservations judged = read.judge()) {
        assertThat(
                judged
                    .judged()
                    .orElseThrow()
                    .selectExpr("concat_ws(' ', date, value, records)")
                    .collectAsList())
            .extracting(Row::mkString)
            .containsExactlyInAnyOrder("2020-03-01 1.0 1", "2020-03-02 3.0 3");
      }
    }

    // The first scan, of file b alone, is let go as well.
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void eventsThatShareNoDayAreScannedOnce() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    SourceReading before = ingest.source("trips");

    try (ReadObservations read = ingest.read(ingest.source("trips", a(before), b(before)))) {
      assertThat(read(read.files().get(0))).containsExactly("c.csv 1");
      assertThat(read.holdEvents()).isTrue();
    }
  }

  @Test
  void whatWasFoundIsToldInTheOrderOfTheSources() {
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadObservations read =
        ingest.read(
            newInB(ingest, "trips"), unchanged(ingest, "cases"), ingest.source("mobility"))) {
      assertThat(read.files())
          .extracting(ReadFiles::sourceId)
          .containsExactly("tiny/trips", "tiny/cases", "tiny/mobility");
      assertThat(read.files().get(1).areUnchanged()).isTrue();
      assertThat(read.files().get(2).read().records()).isEqualTo(3 * TinyLake.DAYS);
    }
  }

  /** Rows over thirty: a check of the number of rows is about all of them. */
  @Test
  void aSourceWithAContractIsReadWholeOnceAnythingIsRead() {
    lake.configure(
        "path: cases\n",
        "path: cases\n    contract: {quality: [{id: rows, type: library,"
            + " metric: rowCount, mustBeGreaterThan: 0, severity: warn}]}\n");
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadObservations read = ingest.read(newInB(ingest, "trips"), unchanged(ingest, "cases"))) {
      assertThat(read(read.files().get(1)))
          .containsExactlyInAnyOrder("a.csv 2", "b.csv 1", "c.csv 1");
    }
    try (ReadObservations idle =
        ingest.read(unchanged(ingest, "trips"), unchanged(ingest, "cases"))) {
      assertThat(idle.isIdle()).isTrue();
      assertThat(idle.files()).allMatch(files -> files.read().files().isEmpty());
    }
  }

  @Test
  void aFileWithoutARowHoldsNothing() {
    lake.write("cases/b.csv", CASES);
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadObservations read = ingest.read(newInB(ingest, "cases"))) {
      assertThat(read.files().get(0).read().files()).isEqualTo(List.<FileTally>of());
      assertThat(read.files().get(0).toRead()).containsExactly("b.csv");
    }
  }

  /** Trips are scanned and cases read before the last source turns out to be gone. */
  @Test
  void whereOneSourceCannotBeReadNothingOfTheOthersIsKept() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    SourceReading trips = ingest.source("trips");
    SourceReading cases = ingest.source("cases");
    SourceReading mobility = ingest.source("mobility");
    lake.remove("mobility.csv");
    List<Integer> before = kept();

    assertThatThrownBy(() -> ingest.read(trips, cases, mobility).close())
        .isInstanceOf(SourceProblem.class);

    assertThat(kept()).isEqualTo(before);
  }
}
