package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.job.ingest.TinyIngest.PUBLISHED;
import static org.cityeval.job.ingest.TinyIngest.tally;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.QualityConfig;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.place.District;
import org.cityeval.run.Check;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Records made by hand, of the two files of cases a and b. */
@ExtendWith(SparkExtension.class)
class JudgedObservationsTest {
  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyLake lake;
  private final List<KeptRows> kept = new ArrayList<>();

  JudgedObservationsTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void divideTheCases() {
    lake =
        TinyLake.in(folder)
            .write("cases/a.csv", "day,district,new_cases\n")
            .write("cases/b.csv", "day,district,new_cases\n")
            .configure("path: cases.csv", "path: cases");
  }

  /** Line of file a, district, value, reason, record and the records behind it. */
  private Dataset<Row> records(String rows) {
    return spark.sql(
        "select 'tiny/cases' source_id, 'a.csv' file, concat('a.csv:', p, ' new_cases') position,"
            + " 'new_cases' measure, 'tiny' city_id, d district_id, date'2020-03-01' date,"
            + " date'2020-04-10' as_of, string(v) value_text, v value, r reason_code,"
            + " 'told' reason, k record, n records, false mended, string(null) column, 1 columns"
            + " from values "
            + rows
            + " as t(p, d, v, r, k, n)");
  }

  /** Judged records have what they were joined of, instead of columns. */
  private Dataset<Row> judged(String rows) {
    return records(rows).drop("column", "columns").selectExpr("*", "string(null) joined");
  }

  private KeptRows kept(Dataset<Row> rows) {
    KeptRows of = KeptRows.of(rows);
    kept.add(of);
    return of;
  }

  @AfterEach
  void letGo() {
    kept.forEach(KeptRows::close);
  }

  private JudgedObservations of(
      TinyIngest ingest, SourceReading reading, String records, String judged, Check... checks) {
    ReadFiles<SourceReading> files =
        ReadFiles.planned(reading)
            .found(
                new Reading.Opened(spark.emptyDataFrame(), Map.of(), 1),
                List.of(tally("a.csv", PUBLISHED, 3, "2020-03-01", "2020-03-01")));
    ReadObservations read =
        new ReadObservations(
            ingest.run(),
            ingest.districts(),
            List.of(files),
            List.of(kept(records(records))),
            List.of());
    return new JudgedObservations(
        ingest.run(),
        ingest.districts(),
        read,
        List.of(files),
        KeptRows.of(spark.range(1).toDF()),
        new ContractStep.Judged(judged(judged), List.of(checks)));
  }

  private static void refusedBefore(Run run, String source, String file) {
    Written.to(
        run.warehouse().stored(),
        QuarantineTable.SPEC,
        new TableRow(QuarantineTable.SPEC)
            .set(Keys.SOURCE_ID, source)
            .set(QuarantineTable.FILE, file)
            .set(QuarantineTable.POSITION, file + ":9 x")
            .set(QuarantineTable.REASON_CODE, "out_of_range")
            .set(Keys.RUN_ID, "before"));
  }

  private static List<String> quarantine(Run run) {
    return run
        .warehouse()
        .read(QuarantineTable.SPEC)
        .selectExpr("concat_ws(' ', source_id, position, district_id, reason_code, record, run_id)")
        .collectAsList()
        .stream()
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  private static final String RECORDS =
      "(2, 'A', 5D, 'none', null, 1L), (3, 'B', null, 'unparsable_number', 'x', 1L),"
          + " (4, 'C', null, 'no_value', null, 1L), (5, 'A', 6D, 'none', null, 1L)";
  private static final String JUDGED =
      "(2, 'A', 5D, 'conflicting_duplicate', 'five', 1L),"
          + " (5, 'A', 6D, 'conflicting_duplicate', 'six', 1L), (6, 'B', 7D, 'none', null, 1L)";

  @Test
  void whatIsRefusedTakesThePlaceOfWhatWasRefusedInTheFilesRead() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    refusedBefore(ingest.run(), "tiny/cases", "a.csv");
    refusedBefore(ingest.run(), "tiny/cases", "b.csv");
    refusedBefore(ingest.run(), "tiny/mobility", "a.csv");
    ReadPlan.Known b =
        TinyIngest.known(
            ingest.source("cases"), tally("b.csv", PUBLISHED, 1, "2020-03-03", "2020-03-03"));

    try (JudgedObservations judged = of(ingest, ingest.source("cases", b), RECORDS, JUDGED)) {
      assertThat(judged.quarantine()).isEqualTo(3);
    }

    assertThat(quarantine(ingest.run()))
        .containsExactly(
            "tiny/cases a.csv:2 new_cases A conflicting_duplicate five run",
            "tiny/cases a.csv:3 new_cases B unparsable_number x run",
            "tiny/cases a.csv:5 new_cases A conflicting_duplicate six run",
            "tiny/cases b.csv:9 x out_of_range before",
            "tiny/mobility a.csv:9 x out_of_range before");
  }

  /** Also of a file that nobody remembers. */
  @Test
  void whereAllFilesAreReadNothingOfTheSourceStays() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    refusedBefore(ingest.run(), "tiny/cases", "older.csv");
    refusedBefore(ingest.run(), "tiny/mobility", "a.csv");

    try (JudgedObservations judged = of(ingest, ingest.source("cases"), RECORDS, JUDGED)) {
      judged.quarantine();
    }

    assertThat(quarantine(ingest.run()))
        .hasSize(4)
        .noneMatch(row -> row.contains("older.csv"))
        .contains("tiny/mobility a.csv:9 x out_of_range before");
  }

  /** A and B are evaluated as one, W. */
  private TinyIngest merged() {
    Map<String, Double> parts = Map.of("A", 100.0, "B", 200.0);
    return TinyIngest.of(
        lake.begin(spark),
        List.of(
            new District(
                "W", "W", null, "tiny", "tiny", null, 300, List.of(), null, Map.of(), Map.of(),
                parts)));
  }

  /** Of three refused values one stands for four records; one that is good for two. */
  @Test
  void aRefusedValueOfPartsCountsWithTheRecordsBehindIt() {
    String judged =
        "(2, 'W', 5D, 'broken_contract', 'five', 4L), (5, 'W', 6D, 'none', null, 2L),"
            + " (6, 'W', 7D, 'broken_contract', 'seven', 1L)";

    TinyIngest parts = merged();
    try (JudgedObservations of = of(parts, parts.source("cases"), RECORDS, judged)) {
      assertThat(of.quarantine()).isEqualTo(1 + 4 + 1);
    }
    try (JudgedObservations of =
        of(parts, parts.source("cases"), RECORDS, "(5, 'W', 6D, 'none', null, 2L)")) {
      assertThat(of.quarantine()).isEqualTo(1);
    }
  }

  @Test
  void recordsOfPartsAreTheirDistrictsWhenTheyAreCounted() {
    TinyIngest parts = merged();

    try (JudgedObservations of =
        of(parts, parts.source("cases"), RECORDS, "(2, 'B', 5D, 'none', null, 1L)")) {
      assertThat(of.records().orElseThrow().select("district_id").collectAsList())
          .extracting(Row::mkString)
          .containsExactlyInAnyOrder("W", "W", "C", "W");
      assertThat(of.judged().orElseThrow().select("district_id").collectAsList())
          .extracting(Row::mkString)
          .containsExactly("W");
    }
  }

  @Test
  void goodOnesAreCommittedAndWhatContractsSayIsHandedOn() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    Check check = new Check("rows", QualityConfig.Severity.WARN, false, "seen", "hoped");

    try (JudgedObservations judged = of(ingest, ingest.source("cases"), RECORDS, JUDGED, check)) {
      assertThat(judged.commit()).isEqualTo(1);
      assertThat(judged.contractChecks()).containsExactly(check);
      assertThat(judged.files()).extracting(ReadFiles::sourceId).containsExactly("tiny/cases");
    }

    assertThat(
            ingest
                .run()
                .warehouse()
                .read(ObservationTable.SPEC)
                .selectExpr("concat_ws(' ', district_id, value)")
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly("B 7.0");
  }

  /** An event of no district is refused; what another three add up to breaks a contract. */
  @Test
  void eventsBehindARefusedValueAreRefusedWithIt() {
    TinyIngest.trips(lake, "trips.csv")
        .write("trips.csv", "began,zone\n2020-03-01,A\n2020-03-01,Z\n");
    TinyIngest ingest = TinyIngest.of(lake, spark);

    try (ReadObservations read = ingest.read(ingest.source("trips"));
        JudgedObservations judged =
            new JudgedObservations(
                ingest.run(),
                ingest.districts(),
                read,
                read.files(),
                null,
                new ContractStep.Judged(
                    judged("(2, 'A', 3D, 'broken_contract', 'three', 3L)")
                        .selectExpr("* except(source_id)", "'tiny/trips' source_id"),
                    List.of()))) {
      assertThat(judged.quarantine()).isEqualTo(1 + 3);
    }
    assertThat(quarantine(ingest.run())).hasSize(2);
  }

  @Test
  void whereNothingWasReadNothingIsWrittenAndNothingJudged() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    SourceReading first = ingest.source("mobility");
    SourceReading idle =
        ingest.source(
            "mobility",
            TinyIngest.known(
                first, tally("mobility.csv", PUBLISHED, 1, "2020-03-03", "2020-03-03")));

    try (ReadObservations read = ingest.read(idle);
        JudgedObservations judged =
            new JudgedObservations(
                ingest.run(), ingest.districts(), read, read.files(), null, null)) {
      assertThat(judged.records()).isEmpty();
      assertThat(judged.judged()).isEmpty();
      assertThat(judged.contractChecks()).isEmpty();
      assertThat(judged.quarantine()).isZero();
      assertThat(judged.commit()).isZero();
    }

    assertThat(ingest.run().warehouse().exists(QuarantineTable.SPEC)).isFalse();
    assertThat(ingest.run().warehouse().exists(ObservationTable.SPEC)).isFalse();
  }

  @Test
  void whatJudgedRecordsRestOnIsLetGoWithThem() {
    TinyIngest ingest = TinyIngest.of(lake, spark);
    JudgedObservations judged = of(ingest, ingest.source("cases"), RECORDS, JUDGED);
    int before = spark.sharedState().cacheManager().numCachedEntries();

    judged.close();

    assertThat(spark.sharedState().cacheManager().numCachedEntries()).isEqualTo(before - 1);
  }
}
