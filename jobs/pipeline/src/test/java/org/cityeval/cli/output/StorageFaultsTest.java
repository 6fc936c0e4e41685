package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageFaultsTest {
  @TempDir private Path folder;

  private UserProblem found(Throwable failure) {
    return StorageFaults.find(failure, folder.toString()).orElseThrow();
  }

  /** What Linux, HDFS and Windows say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "Disk quota exceeded",
        "The DiskSpace quota is exceeded: DSQuotaExceededException",
        "There is not enough space on the disk"
      })
  void aFullDiskPassesAndIsTriedAgain(String message) {
    Throwable failure = new IllegalStateException("task failed", new IOException(message));

    assertThat(StorageFaults.isFull(failure.getCause())).isTrue();
    assertThat(found(failure).exitCode()).isEqualTo(75);
    assertThat(found(failure).why()).contains(message);
  }

  @Test
  void whatMayNotBeWrittenIsTheUsersToOpen() {
    UserProblem problem =
        found(new UncheckedIOException(new AccessDeniedException("/srv/gold/wave")));

    assertThat(problem.exitCode()).isEqualTo(2);
    assertThat(problem.render()).contains("/srv/gold/wave").contains("--warehouse");
  }

  @Test
  void aDamagedFileOfAResultIsMadeAnew() {
    UserProblem problem =
        found(
            new IOException(
                "FAILED_READ_FILE: " + folder + "/gold/wave/part-0.parquet is not a Parquet file"));

    assertThat(problem.problem()).contains("gold.wave");
    assertThat(problem.fix()).contains("--full");
  }

  @Test
  void aDamagedFileOfTheLogOfRunsIsBroughtBack() {
    UserProblem problem =
        found(
            new IOException(
                "CANNOT_READ_FILE_FOOTER "
                    + folder
                    + "/ops/run/part-0.parquet: ChecksumException"));

    assertThat(problem.problem()).contains("ops.run");
    assertThat(problem.fix()).contains("from a copy").doesNotContain("--full");
  }

  @Test
  void aFileOfTheLakeIsNoFileOfTheWarehouse() {
    Throwable failure =
        new IOException(
            "FAILED_READ_FILE: /another/lake/gold/wave/part-0.parquet is not a Parquet file");

    assertThat(StorageFaults.find(failure, folder.toString())).isEmpty();
  }

  @Test
  void whatIsNoFaultOfStorageIsNotTakenForOne() {
    assertThat(StorageFaults.find(new IllegalStateException("a bug"), folder.toString())).isEmpty();
  }
}
