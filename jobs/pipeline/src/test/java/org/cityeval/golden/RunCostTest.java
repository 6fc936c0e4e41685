package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.StartedJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a run of a small lake costs, in counts that do not depend on the machine. Most of such a run
 * is what Spark does for each job and each commit, whatever the data.
 */
@ExtendWith(SparkExtension.class)
class RunCostTest {
  @ParameterizedTest
  @CsvSource({"riverton, 63, 52, 230, 2", "us-metros, 53, 43, 233, 1"})
  void aRunStartsFewJobsAndCommitsEachTableOnce(
      String lake, int jobs, int executions, int files, long quarantined, SparkSession spark)
      throws Exception {
    boolean isRiverton = lake.equals("riverton");
    Path warehouse = isRiverton ? Riverton.warehouse() : Commands.folder("cost");
    StartedJobs started =
        isRiverton
            ? Riverton.started()
            : StartedJobs.during(
                spark,
                () ->
                    // A third of its days: days change no count.
                    Riverton.evaluate(
                        Commands.config(lake),
                        warehouse,
                        "--set",
                        "evaluation.last_day=2020-05-31"));

    assertThat(started.jobs()).as("jobs").isLessThanOrEqualTo(jobs);
    assertThat(started.executions()).as("executions").isLessThanOrEqualTo(executions);
    try (Stream<Path> written = Files.walk(warehouse)) {
      assertThat(written.filter(Files::isRegularFile).count())
          .as("files")
          .isLessThanOrEqualTo(files);
    }
    // Each of five steps logs itself and what it checked; requests and observations are refused
    // apart.
    assertThat(commits(warehouse))
        .containsEntry("ops/run", 5L)
        .containsEntry("ops/quality_check", 5L)
        .containsEntry("ops/quarantine", quarantined)
        .allSatisfy(
            (table, commits) -> {
              if (!table.matches("ops/(run|quality_check|quarantine)")) {
                assertThat(commits).as(table).isEqualTo(1);
              }
            });
  }

  /** Tables that are there already cost no job more: nothing asks Delta what they hold. */
  @Test
  void aRunIntoTablesThatAreThereStartsNoMoreJobs(SparkSession spark) throws Exception {
    Path warehouse = Riverton.copy("cost-again");

    StartedJobs started =
        StartedJobs.during(
            spark, () -> Riverton.evaluate(Commands.config("riverton"), warehouse, "--full"));

    assertThat(started.jobs()).as("jobs").isLessThanOrEqualTo(65);
    assertThat(started.executions()).as("executions").isLessThanOrEqualTo(57);
  }

  /** How many commits each table has. */
  private static Map<String, Long> commits(Path warehouse) throws IOException {
    Map<String, Long> commits = new TreeMap<>();
    try (Stream<Path> files = Files.walk(warehouse)) {
      files
          .filter(file -> file.getFileName().toString().matches("\\d{20}\\.json"))
          .forEach(
              file -> {
                Path table = warehouse.relativize(file.getParent().getParent());
                commits.merge(table.toString(), 1L, Long::sum);
              });
    }
    return commits;
  }
}
