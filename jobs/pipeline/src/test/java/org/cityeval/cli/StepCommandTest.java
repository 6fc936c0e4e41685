package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Told as one story: a lake of few lines is ingested, and ingested again. */
@ExtendWith(SparkExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StepCommandTest {
  private static final Instant NOW = Instant.parse("2021-05-06T07:08:09.123Z");

  @TempDir private static Path folder;
  private static TinyLake lake;

  /** Of cases one record of eleven is refused. */
  @BeforeAll
  static void deliver() {
    StringBuilder cases = new StringBuilder("day,district,new_cases\n2020-03-01,B,x\n");
    for (int day = 1; day <= 10; day++) {
      cases.append("2020-03-%02d,A,%d\n".formatted(day, day));
    }
    lake =
        TinyLake.in(folder)
            .write("cases.csv", cases.toString())
            .write("mobility.csv", "district,2020-03-01,2020-03-02\nA,90,95\n")
            .write("enterprises.csv", "day,district,output\n2020-03-01,A,-5\n")
            .configure("comparison:", "quality: {maximum_quarantined_share: 0.2}\ncomparison:");
  }

  private static Cli.Answer run(String command, String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--config",
                lake.config().toString(),
                "--warehouse",
                lake.warehouse().toString()));
    arguments.addAll(List.of(further));
    return Cli.plain().at(NOW).run(arguments.toArray(String[]::new));
  }

  private static StoredTables tables() {
    return lake.beginWithoutSession().warehouse().stored();
  }

  private static List<StoredRow> steps(String runId) {
    return tables().rows(RunTable.SPEC).where(Keys.RUN_ID, runId).list();
  }

  @Test
  @Order(1)
  void aStepThatReadsNoLakeNeedsAWarehouse() {
    Cli.Answer answer = run("panel");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no warehouse at " + lake.warehouse() + ".");
    assertThat(lake.warehouse()).doesNotExist();
  }

  @Test
  @Order(2)
  void aSpanThatEndsBeforeItBeginsIsRefused() {
    Cli.Answer answer = run("ingest", "--from", "2020-03-05", "--to", "2020-03-04");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("evaluation");
    assertThat(lake.warehouse()).doesNotExist();
  }

  /** Before anything is read. */
  @Test
  @Order(3)
  void anExpressionThatDoesNotResolveFailsTheStep() {
    Cli.Answer answer =
        run("ingest", "--run-id", "wrong", "--set", "sources.cases.district=distrcit");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("sources.cases.district", "Did you mean district?");
    assertThat(steps("wrong"))
        .extracting(step -> step.get(RunTable.STEP), step -> step.get(RunTable.STATUS))
        .containsExactly(tuple("ingest", "failed"));
    assertThat(tables().exists(ObservationTable.SPEC)).isFalse();
  }

  @Test
  @Order(4)
  void aStepIsLoggedUnderTheNameItWasGivenAndTellsWhatItTookAndRefused() {
    Cli.Answer answer = run("ingest", "--run-id", "mine", "--attempt", "3");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).isEmpty();
    // The clock stands still.
    assertThat(answer.err().lines())
        .contains("ingest       0.0 s")
        .anyMatch(
            line ->
                line.startsWith(
                    "Refused  1 of 11 records of tiny/cases (9.1 %), most of Birch (B) 1"));
    assertThat(steps("mine"))
        .extracting(
            step -> step.get(RunTable.ATTEMPT),
            step -> step.get(RunTable.STEP),
            step -> step.get(RunTable.JOB),
            step -> step.get(RunTable.STATUS),
            step -> step.get(RunTable.STARTED),
            step -> step.get(RunTable.CODE_VERSION))
        .containsExactly(
            tuple(3, "ingest", "cityeval ingest", "succeeded", NOW, CodeVersion.version()));
    assertThat(lake.text("warehouse/_locks/tiny")).isEmpty();
  }

  @Test
  @Order(5)
  void onlyChangesAreReadUnlessAllIsAskedFor() {
    assertThat(run("ingest", "--run-id", "changes").exit()).isZero();
    assertThat(run("ingest", "--run-id", "all", "--full").exit()).isZero();

    assertThat(steps("changes")).extracting(step -> step.get(RunTable.ROWS_IN)).containsExactly(0L);
    assertThat(steps("all"))
        .extracting(step -> step.get(RunTable.ROWS_IN))
        .containsExactly(11L + 2 + 1);
  }

  /** The days that are evaluated are part of no mapping: nothing is read again. */
  @Test
  @Order(6)
  void aRunWithoutANameIsNamedAfterTheTimeAndASpanIsPartOfItsConfig() {
    assertThat(run("ingest", "--from", "2020-03-02", "--to", "2020-03-20").exit()).isZero();

    StoredRow step =
        tables().rows(RunTable.SPEC).list().stream()
            .filter(row -> row.get(Keys.RUN_ID).startsWith("2021"))
            .findFirst()
            .orElseThrow();
    assertThat(step.get(Keys.RUN_ID)).matches("20210506T070809-[0-9a-f]{8}");
    assertThat(step.get(RunTable.ATTEMPT)).isEqualTo(1);
    assertThat(step.get(RunTable.ROWS_IN)).isZero();
    assertThat(step.get(RunTable.CONFIG_HASH))
        .isNotEqualTo(steps("mine").get(0).get(RunTable.CONFIG_HASH));
  }

  /** A district without any number stops it; what the lake lost is told where it is read. */
  @Test
  @Order(7)
  void aStepThatFailsSaysWhyAndLetsTheEvaluationGo() {
    Cli.Answer early = run("panel", "--run-id", "early", "--as-of", "2020-01-01");
    assertThat(early.exit()).isEqualTo(2);
    assertThat(early.err())
        .contains("Nothing of tiny was published by 2020-01-01.")
        .doesNotContain("Refused");
    assertThat(steps("early"))
        .extracting(step -> step.get(RunTable.STATUS))
        .containsExactly("failed");

    Cli.Answer thin = run("panel", "--run-id", "thin");
    assertThat(thin.exit()).isEqualTo(3);
    assertThat(thin.err()).doesNotContain("Refused");
    assertThat(tables().rows(QualityCheckTable.SPEC).where(Keys.RUN_ID, "thin").list())
        .isNotEmpty();
    assertThat(lake.text("warehouse/_locks/tiny")).isEmpty();
  }
}
