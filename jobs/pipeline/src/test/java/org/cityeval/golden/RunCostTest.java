package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a run of a small lake costs, in counts that do not depend on the machine. Most of such a run
 * is what Spark does for each job and each commit, whatever the data.
 */
@ExtendWith(SparkExtension.class)
class RunCostTest {
  /** Adds up what Spark was asked for. */
  private static final class Counter extends SparkListener {
    private final AtomicInteger jobs = new AtomicInteger();
    private final AtomicInteger executions = new AtomicInteger();

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      jobs.incrementAndGet();
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof SparkListenerSQLExecutionStart) {
        executions.incrementAndGet();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"riverton, 73, 58, 230, 2", "us-metros, 60, 46, 233, 1"})
  void aRunStartsFewJobsAndCommitsEachTableOnce(
      String lake, int jobs, int executions, int files, long quarantined, SparkSession spark)
      throws IOException, TimeoutException {
    Path warehouse = Commands.folder("cost");
    Counter counter = new Counter();
    spark.sparkContext().addSparkListener(counter);
    try {
      Riverton.evaluate(Commands.config(lake), warehouse);
      spark.sparkContext().listenerBus().waitUntilEmpty(60_000);
    } finally {
      spark.sparkContext().removeSparkListener(counter);
    }

    assertThat(counter.jobs.get()).as("jobs").isLessThanOrEqualTo(jobs);
    assertThat(counter.executions.get()).as("executions").isLessThanOrEqualTo(executions);
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
