package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.ops.SourceFileTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the published lake's only run, "first", left behind. */
@ExtendWith(SparkExtension.class)
class RunCommandTest {
  @TempDir private Path folder;

  @Test
  void theStepsAreThoseFromTheLakeToTheReport() {
    assertThat(new RunCommand().steps())
        .extracting(StepCommand.Step::name)
        .containsExactly("ingest", "panel", "evaluate", "compare", "report");
    assertThat(new RunCommand().reads()).isTrue();
  }

  private static List<StoredRow> steps(TinyLake lake) {
    return lake.beginWithoutSession().warehouse().stored().rows(RunTable.SPEC).list();
  }

  @Test
  void theLastStepSaysWhatTheRunRestedOn() {
    assertThat(steps(TinyLake.published()))
        .filteredOn(step -> step.get(RunTable.INPUT_VERSIONS).contains("\"basis\""))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.get(RunTable.STEP)).isEqualTo("report");
              assertThat(step.get(RunTable.INPUT_VERSIONS))
                  .containsPattern("\"basis\":\"[0-9a-f]{16}\"")
                  .contains("\"publication\":\"2020-04-10\"");
            });
    assertThat(TinyLake.publishedAnswer().out()).contains("Districts by the efficiency weighting");
  }

  /** The same files, with the times of their writing. */
  private TinyLake copy() throws IOException {
    TinyLake lake = TinyLake.published().copyTo(folder.resolve("lake"));
    try (Stream<Path> files = Files.list(lake.config().getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(
            file,
            Files.getLastModifiedTime(TinyLake.published().file(file.getFileName().toString())));
      }
    }
    return lake;
  }

  /** A record of Alder's that the first run is said to have refused is told again. */
  @Test
  void whereNothingChangedTheResultIsToldAgainAndNothingIsDone() throws IOException {
    TinyLake lake = copy();
    int before = steps(lake).size();
    StoredTables tables = lake.beginWithoutSession().warehouse().stored();
    Written.to(
        tables,
        SourceFileTable.SPEC,
        new TableRow(SourceFileTable.SPEC)
            .set(Keys.SOURCE_ID, "tiny/cases")
            .set(SourceFileTable.FILE, "more.csv")
            .set(Keys.AS_OF, LocalDate.of(2020, 4, 10))
            .set(SourceFileTable.BYTES, 1L)
            .set(SourceFileTable.MODIFIED, Instant.EPOCH)
            .set(SourceFileTable.MAPPING_HASH, "hash")
            .set(SourceFileTable.CONTENT, "0 0 0")
            .set(SourceFileTable.OUTCOMES, "{\"none\": 79, \"out_of_range\": 1}"));
    Written.to(
        tables,
        QuarantineTable.SPEC,
        new TableRow(QuarantineTable.SPEC)
            .set(Keys.SOURCE_ID, "tiny/cases")
            .set(QuarantineTable.FILE, "more.csv")
            .set(QuarantineTable.POSITION, "more.csv:2 new_cases")
            .set(Keys.DISTRICT_ID, "A")
            .set(QuarantineTable.REASON_CODE, "out_of_range")
            .set(QuarantineTable.REASON, "too high: 9")
            .set(Keys.RUN_ID, "first"));

    Cli.Answer answer = lake.run("run", "--run-id", "second");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("Districts by the efficiency weighting");
    // 120 records of the first run, and 80.
    assertThat(answer.err().lines())
        .hasSize(2)
        .contains(
            "Nothing has changed since run first: what it published stays (--full computes it"
                + " again).")
        .anyMatch(
            line ->
                line.startsWith(
                    "Refused  1 of 200 records of tiny/cases (0.5 %), most of Alder (A) 1;"));
    assertThat(steps(lake))
        .hasSize(before + 1)
        .filteredOn(step -> step.get(Keys.RUN_ID).equals("second"))
        .singleElement()
        .satisfies(step -> assertThat(step.get(RunTable.STATUS)).isEqualTo("unchanged"));
  }
}
