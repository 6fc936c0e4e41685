package org.cityeval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that goes from 10:00 to 10:05. */
class RunLogTest {
  private static final Instant TEN = Instant.parse("2020-05-01T10:00:00Z");
  private static final Instant FIVE_PAST = Instant.parse("2020-05-01T10:05:00Z");

  @TempDir private Path folder;
  private Run run;
  private RunLog log;

  @BeforeEach
  void begin() {
    run = TinyLake.in(folder).beginWithoutSession();
    Iterator<Instant> clock = List.of(TEN, FIVE_PAST).iterator();
    log = new RunLog(run, clock::next);
  }

  private StoredRow written() {
    List<StoredRow> rows = run.warehouse().stored().rows(RunTable.SPEC).list();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void aStepIsLoggedWithWhatItReadAndWrote() {
    log.step("panel", () -> new RunLog.Counts(Map.of("tiny/cases", "v1"), 120, 40));

    StoredRow row = written();
    assertThat(row.get(Keys.RUN_ID)).isEqualTo("run");
    assertThat(row.get(RunTable.ATTEMPT)).isEqualTo(1);
    assertThat(row.get(RunTable.STEP)).isEqualTo("panel");
    assertThat(row.get(Keys.EVALUATION_ID)).isEqualTo("tiny");
    assertThat(row.get(RunTable.JOB)).isEqualTo("test");
    assertThat(row.get(RunTable.CONFIG_HASH)).isEqualTo("hash");
    assertThat(row.get(RunTable.CODE_VERSION)).isEqualTo("code");
    assertThat(row.get(RunTable.INPUT_VERSIONS)).isEqualTo("{\"tiny/cases\":\"v1\"}");
    assertThat(row.get(RunTable.STARTED)).isEqualTo(TEN);
    assertThat(row.get(RunTable.ENDED)).isEqualTo(FIVE_PAST);
    assertThat(row.get(RunTable.STATUS)).isEqualTo("succeeded");
    assertThat(row.get(RunTable.ROWS_IN)).isEqualTo(120);
    assertThat(row.get(RunTable.ROWS_OUT)).isEqualTo(40);
    assertThat(row.get(RunTable.MESSAGE)).isNull();
  }

  @Test
  void aProblemIsLoggedInItsWordsAndPassedOn() {
    UserProblem problem = new UserProblem("No file.", "It is gone.", "Bring it back.");

    assertThatThrownBy(
            () ->
                log.step(
                    "ingest",
                    () -> {
                      throw problem;
                    }))
        .isSameAs(problem);

    assertThat(written().get(RunTable.STATUS)).isEqualTo("failed");
    assertThat(written().get(RunTable.MESSAGE))
        .isEqualTo("No file.\n  why: It is gone.\n  fix: Bring it back.");
    assertThat(written().get(RunTable.ROWS_OUT)).isZero();
  }

  @Test
  void anErrorOfTheMachineIsLoggedToo() {
    assertThatThrownBy(
            () ->
                log.step(
                    "ingest",
                    () -> {
                      throw new StackOverflowError("deep");
                    }))
        .isInstanceOf(StackOverflowError.class);

    assertThat(written().get(RunTable.MESSAGE)).isEqualTo("java.lang.StackOverflowError: deep");
  }

  /** The failure itself is what a user must see; that it could not be logged stands behind it. */
  @Test
  void aFailureThatCannotBeLoggedIsStillTheOneThatIsTold() throws IOException {
    Files.createDirectories(folder.resolve("warehouse"));
    Files.writeString(folder.resolve("warehouse/ops"), "a file where the folder should be");
    IllegalStateException failure = new IllegalStateException("first");

    assertThatThrownBy(
            () ->
                log.step(
                    "ingest",
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(failure.getSuppressed()).hasSize(1);
  }

  @Test
  void aRunWithNothingToDoSaysSinceWhich() {
    log.unchanged(TEN.minusSeconds(60), "nightly");

    assertThat(written().get(RunTable.STEP)).isEqualTo("run");
    assertThat(written().get(RunTable.STATUS)).isEqualTo("unchanged");
    assertThat(written().get(RunTable.STARTED)).isEqualTo(TEN.minusSeconds(60));
    assertThat(written().get(RunTable.MESSAGE)).isEqualTo("Nothing has changed since run nightly.");
  }

  @Test
  void aFurtherInputStandsBesideTheOthers() {
    RunLog.Counts counts = new RunLog.Counts(Map.of("a", "1"), 3, 4).with("basis", "b");

    assertThat(counts).isEqualTo(new RunLog.Counts(Map.of("a", "1", "basis", "b"), 3, 4));
  }
}
