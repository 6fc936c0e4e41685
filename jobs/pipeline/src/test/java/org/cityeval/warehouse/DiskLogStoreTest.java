package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLogStoreTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path log;
  private final DiskLogStore store = new DiskLogStore(HADOOP);

  private boolean commits(Path version, String line, boolean overwrite) throws IOException {
    try {
      store.write(
          StoragePath.of(version).hadoop(), List.of(line, "end").iterator(), overwrite, HADOOP);
      return true;
    } catch (FileAlreadyExistsException faster) {
      return false;
    }
  }

  @Test
  void aVersionIsCommittedByOneOfManyThatRace() throws Exception {
    int writers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    CyclicBarrier together = new CyclicBarrier(writers);
    try {
      for (int round = 0; round < 200; round++) {
        Path version = log.resolve("%20 仓库 " + round + ".json");
        List<Callable<String>> attempts =
            IntStream.range(0, writers)
                .mapToObj(
                    writer ->
                        (Callable<String>)
                            () -> {
                              together.await();
                              return commits(version, "writer " + writer, false)
                                  ? "writer " + writer
                                  : "";
                            })
                .toList();
        List<String> committed = new ArrayList<>();
        for (Future<String> attempt : threads.invokeAll(attempts)) {
          if (!attempt.get().isEmpty()) {
            committed.add(attempt.get());
          }
        }
        assertThat(committed).hasSize(1);
        assertThat(version).hasContent(committed.get(0) + "\nend\n");
      }
    } finally {
      threads.shutdownNow();
    }
    // Nothing half-written is left.
    assertThat(log).isDirectoryNotContaining("glob:**.tmp");
  }

  /** An archive is a file system without links. */
  @Test
  void aDiskWithoutLinksTakesAVersionOnceToo() throws IOException {
    try (FileSystem archive =
        FileSystems.newFileSystem(log.resolve("log.zip"), Map.of("create", "true"))) {
      Path first = Files.writeString(archive.getPath("first"), "first");
      Path second = Files.writeString(archive.getPath("second"), "second");
      Path version = archive.getPath("0.json");

      DiskLogStore.commit(first, version);

      assertThatExceptionOfType(FileAlreadyExistsException.class)
          .isThrownBy(() -> DiskLogStore.commit(second, version));
      assertThat(Files.readString(version)).isEqualTo("first");
    }
  }

  @Test
  void overwritesWhereItIsAskedTo() throws IOException {
    Path file = log.resolve("_last_checkpoint");

    assertThat(commits(file, "first", true)).isTrue();
    assertThat(commits(file, "second", true)).isTrue();

    assertThat(Files.readAllLines(file)).containsExactly("second", "end");
  }
}
