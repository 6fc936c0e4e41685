package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.exceptions.ConcurrentAppendException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.cityeval.problem.SourceProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  @Test
  void aConcurrentCommitIsBusyAndToBeRetried() {
    var problem =
        Failures.asProblem(
            new IllegalStateException(new ConcurrentAppendException("files were added")), "w");

    assertThat(problem.exitCode()).isEqualTo(75);
    assertThat(problem.render()).contains("Another job changed the same table", "Retry");
  }

  @Test
  void aProblemIsFoundWithinWhatTheEngineWrapsAroundIt() {
    var problem =
        Failures.asProblem(
            new IllegalStateException(
                new RuntimeException(new SourceProblem("gone", "no file", "bring it"))),
            "w");

    assertThat(problem.exitCode()).isEqualTo(4);
  }

  @Test
  void anythingElseIsNoProblemOfTheUsers() {
    assertThat(Failures.asProblem(new IllegalStateException("broken"), "w")).isNull();
    assertThat(Failures.render(new IllegalStateException(new RuntimeException("no luck"))))
        .startsWith("The run failed: RuntimeException: no luck")
        .contains("-v");
  }

  /** In this process, and as an executor's failure is told. */
  @Test
  void aHeapThatIsFullIsNoBug() {
    for (Throwable failure :
        List.of(
            new IllegalStateException(new OutOfMemoryError("Java heap space")),
            new IllegalStateException(
                "Lost task 0.3 in stage 4.0: java.lang.OutOfMemoryError: Java heap space\n\tat x"))) {
      assertThat(Failures.render(failure))
          .contains("Java heap space", " MB;", "-Xmx", "spark.executor.memory")
          .doesNotContain("bug", "\tat");
    }
    assertThat(Failures.render(new OutOfMemoryError("Metaspace"))).doesNotContain("-Xmx");
  }

  /** As java.io, Hadoop and Spark tell it, within what they wrap around it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "Disk quota exceeded",
        "Job aborted: Lost task 0.0: java.io.IOException: No space left on device\n\tat x",
      })
  void aFullDiskPassesAndIsToldWithItsPlace(String message) {
    var problem =
        Failures.asProblem(new IllegalStateException(new IOException(message)), "/srv/cityeval");

    assertThat(problem.exitCode()).isEqualTo(75);
    assertThat(problem.render()).contains("/srv/cityeval").doesNotContain("bug", "\tat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/cityeval/gold/wave/part-0.parquet (Permission denied)",
        "/srv/cityeval/_locks/a (Read-only file system)",
        "Mkdirs failed to create file:/srv/cityeval/_locks (exists=false, cwd=file:/)",
      })
  void aClosedFolderIsWrongUsageAndToldWithItsPath(String message) {
    var problem =
        Failures.asProblem(new UncheckedIOException(new IOException(message)), "/srv/cityeval");

    assertThat(problem.exitCode()).isEqualTo(2);
    assertThat(problem.render()).contains("/srv/cityeval/").doesNotContain("bug");
  }

  @Test
  void aDamagedFileOfATableIsNamedWithItsMend() {
    String file = "file:/srv/w/silver/district_day/evaluation_id=a/part-0.snappy.parquet";
    var silver =
        Failures.asProblem(
            new RuntimeException(
                "[FAILED_READ_FILE.NO_HINT] Encountered error while reading file " + file + "."),
            "/srv/w");
    var log =
        Failures.asProblem(
            new RuntimeException(
                file.replace("silver/district_day", "ops/run") + " is not a Parquet file"),
            "/srv/w");

    assertThat(silver.exitCode()).isEqualTo(2);
    assertThat(silver.render()).contains("silver.district_day", file, "--full");
    assertThat(log.render()).contains("ops.run").doesNotContain("--full");
    // A file of the lake is none of a table, whatever its folders are called.
    assertThat(
            Failures.asProblem(
                new RuntimeException("FAILED_READ_FILE /lake/gold/cases/a.parquet"), "/srv/w"))
        .isNull();
    assertThat(
            Failures.asProblem(new RuntimeException("FAILED_READ_FILE /lake/a.parquet"), "/srv/w"))
        .isNull();
  }
}
