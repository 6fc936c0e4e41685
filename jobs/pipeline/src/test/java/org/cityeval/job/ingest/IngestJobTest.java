package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.QualityGateProblem;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.SourceFileTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A lake of a few lines in three sources and a register. */
@ExtendWith(SparkExtension.class)
class IngestJobTest {
  private static final String CASES =
      """
      day,district,new_cases
      2020-03-01,A,1
      2020-03-01,B,2
      2020-03-01,B,2
      2020-03-02,A,
      2020-03-02,B,x
      2020-03-02,C,3
      """;

  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyLake lake;

  IngestJobTest(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Cases: 6 records, of which 3 are good and one each is missing, said twice and refused.
   * Mobility: 2 good. Enterprises: 1 good, 1 filtered. Hotline: 1 good.
   */
  @BeforeEach
  void deliver() {
    lake =
        TinyLake.in(folder)
            .write("cases.csv", CASES)
            .write("mobility.csv", "district,2020-03-01,2020-03-02\nA,90,95\n")
            .write("enterprises.csv", "day,district,output\n2020-03-01,A,-5\n2020-03-01,C,-9\n")
            .write("hotline/a.csv", "id,opened,closed,district\n1,2020-03-01T08:00,,A\n")
            .configure("path: enterprises.csv", "path: enterprises.csv\n    where: district <> 'C'")
            .configure("comparison:", "quality: {maximum_quarantined_share: 0.2}\ncomparison:")
            .configure("panel:\n", TinyIngest.HOTLINE);
  }

  private Run begin() {
    return lake.begin(spark);
  }

  private static RunLog.Counts ingest(Run run) {
    return new IngestJob(run, TinyIngest.of(run).districts()).run();
  }

  private static long rows(Run run, TableSpec table) {
    return run.warehouse().exists(table) ? run.warehouse().stored().rows(table).list().size() : 0;
  }

  private static List<String> checks(Run run) {
    return run.warehouse().stored().rows(QualityCheckTable.SPEC).list().stream()
        .map(
            check ->
                check.get(QualityCheckTable.CHECK)
                    + ": "
                    + check.get(QualityCheckTable.OUTCOME)
                    + ", "
                    + check.get(QualityCheckTable.OBSERVED))
        .toList();
  }

  @Test
  void everyRecordEndsInOneWayAndTheSecondTimeNothingIsRead() {
    Run run = begin();

    RunLog.Counts counts = ingest(run);

    assertThat(counts.rowsIn()).isEqualTo(6 + 2 + 2 + 1);
    assertThat(counts.rowsOut()).isEqualTo(3 + 2 + 1 + 1);
    assertThat(counts.inputVersions()).hasSize(4);
    assertThat(rows(run, ObservationTable.SPEC)).isEqualTo(6);
    assertThat(rows(run, ServiceRequestTable.SPEC)).isEqualTo(1);
    assertThat(rows(run, QuarantineTable.SPEC)).isEqualTo(1);
    assertThat(rows(run, SourceFileTable.SPEC)).isEqualTo(4);
    assertThat(checks(run))
        .contains(
            "quarantined share of tiny/cases: passed, 0.1667 (1 of 6 records)",
            "record equation: passed, good 7 + missing 1 + out_of_scope 1 + quarantined 1"
                + " + deduplicated 1 = 11");

    long version = run.warehouse().version(ObservationTable.SPEC);
    Run second = begin();
    assertThat(ingest(second)).isEqualTo(new RunLog.Counts(counts.inputVersions(), 0, 0));
    assertThat(second.warehouse().version(ObservationTable.SPEC)).isEqualTo(version);

    // A second delivery of fewer records stops before anything of it is judged.
    lake.write("cases.csv", "day,district,new_cases\n2020-03-01,A,1\n2020-03-02,B,y\n");
    Run third = begin();
    assertThatThrownBy(() -> ingest(third))
        .isInstanceOf(QualityGateProblem.class)
        .hasMessageContaining("records lost by tiny/cases");
    assertThat(checks(third))
        .contains(
            "records lost by tiny/cases: failed, 2 good or refused records, before 4 good ones");
    assertThat(third.warehouse().version(ObservationTable.SPEC)).isEqualTo(version);
    assertThat(third.warehouse().stored().rows(QuarantineTable.SPEC).list())
        .extracting(row -> row.get(QuarantineTable.POSITION))
        .containsExactly("cases.csv:6 new_cases");
    assertThat(rows(third, SourceFileTable.SPEC)).isEqualTo(4);
  }

  /** Refused records are written down, so that they can be mended; silver and ledger are not. */
  @Test
  void aShareOfRefusedRecordsBeyondTheLimitStopsTheRunBeforeSilver() {
    lake.configure("maximum_quarantined_share: 0.2", "maximum_quarantined_share: 0.1");
    Run run = begin();

    assertThatThrownBy(() -> ingest(run))
        .isInstanceOf(QualityGateProblem.class)
        .hasMessageContaining("quarantined share of tiny/cases");

    assertThat(rows(run, QuarantineTable.SPEC)).isEqualTo(1);
    assertThat(run.warehouse().exists(ObservationTable.SPEC)).isFalse();
    assertThat(run.warehouse().exists(ServiceRequestTable.SPEC)).isFalse();
    assertThat(rows(run, SourceFileTable.SPEC)).isZero();
  }

  @Test
  void aCheckOfADistrictOrOfAContractStopsTheRunBeforeSilver() {
    lake.configure(
            "maximum_quarantined_share: 0.2",
            "maximum_quarantined_share: 0.2, maximum_quarantined_share_per_district: 0.2")
        .configure(
            "path: mobility.csv",
            "path: mobility.csv\n    contract: {quality: [{id: rows, type: library,"
                + " metric: rowCount, mustBeGreaterThan: 5, severity: fail}]}");
    Run run = begin();

    assertThatThrownBy(() -> ingest(run)).isInstanceOf(QualityGateProblem.class);

    assertThat(checks(run))
        .anyMatch(check -> check.contains("failed, 0.3333 (1 of 3 records)"))
        .contains("tiny/mobility: rows: failed, 2 rows");
    assertThat(run.warehouse().exists(ObservationTable.SPEC)).isFalse();
  }

  @Test
  void aLateSourceStopsTheRunBeforeAnythingIsWritten() {
    lake.configure("path: mobility.csv", "path: mobility.csv\n    expected_through: 2020-03-03");
    Run run = begin();

    assertThatThrownBy(() -> ingest(run))
        .isInstanceOf(SourceProblem.class)
        .hasMessageContaining("sources.mobility is late");

    assertThat(run.warehouse().exists(QuarantineTable.SPEC)).isFalse();
    assertThat(run.warehouse().exists(QualityCheckTable.SPEC)).isFalse();
    assertThat(run.warehouse().exists(ObservationTable.SPEC)).isFalse();
  }

  @Test
  void aSourceOfWhichEverythingIsRefusedWithinTheLimitStopsTheRun() {
    lake.configure("maximum_quarantined_share: 0.2", "maximum_quarantined_share: 1")
        .write("enterprises.csv", "day,district,output\n2020-03-01,A,x\n");
    Run run = begin();

    assertThatThrownBy(() -> ingest(run))
        .isInstanceOf(SourceProblem.class)
        .hasMessageContaining("sources.enterprises: not one usable record.");
    assertThat(run.warehouse().exists(ObservationTable.SPEC)).isFalse();
  }
}
