package org.cityeval.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.testing.ForkedCli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationLockTest {
  private static final int CONTENDERS = 3;
  private static final int ROUNDS = 60;

  @TempDir private Path warehouse;

  private EvaluationLock take(String run) {
    return EvaluationLock.take(StoragePath.of(warehouse), "tiny", run, new Configuration());
  }

  private Path file() {
    return warehouse.resolve("_locks").resolve("tiny");
  }

  private static LockHolder self() {
    return LockHolder.self("tonight");
  }

  private static LockHolder dead() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    return new LockHolder(self().host(), ended.pid(), Optional.empty(), "dead");
  }

  @Test
  void namesItsHolderWhileItIsHeldAndNobodyAfterwards() {
    take("tonight").during(() -> assertThat(file()).hasContent(self().line().strip()));

    assertThat(file()).isEmptyFile();
    take("again").during(() -> {});
  }

  @Test
  void twoRunsOfOneProcessDoNotMeet() {
    take("first")
        .during(
            () ->
                assertThatExceptionOfType(BusyProblem.class)
                    .isThrownBy(() -> take("second"))
                    .withMessageContaining("Another run holds the evaluation tiny"));
  }

  @Test
  void workThatFailsGivesTheLockBack() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                take("tonight")
                    .during(
                        () -> {
                          throw new IllegalStateException();
                        }));

    take("again").during(() -> {});
  }

  @Test
  void ofManyThatFindADeadHolderOneGoesIn() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Path lock = warehouse.resolve("round-" + round).resolve("_locks").resolve("tiny");
      Files.createDirectories(lock.getParent());
      Files.writeString(lock, dead().line());
    }
    List<Process> contenders = new ArrayList<>();
    for (int i = 0; i < CONTENDERS; i++) {
      contenders.add(
          ForkedCli.startUnderUmask(
              warehouse.resolve("out-" + i),
              "022",
              LockContender.class,
              warehouse.toString(),
              Integer.toString(ROUNDS),
              "ready-" + i));
    }
    for (int i = 0; i < CONTENDERS; i++) {
      while (!Files.exists(warehouse.resolve("ready-" + i))) {
        assertThat(contenders.get(i).waitFor(5, TimeUnit.MILLISECONDS)).isFalse();
      }
    }
    Path begin = warehouse.resolve("soon");
    Files.writeString(begin, Long.toString(System.currentTimeMillis() + 200));
    Files.move(begin, warehouse.resolve("begin"), StandardCopyOption.ATOMIC_MOVE);
    List<String> said = new ArrayList<>();
    for (int i = 0; i < CONTENDERS; i++) {
      assertThat(contenders.get(i).waitFor()).isZero();
      said.addAll(Files.readAllLines(warehouse.resolve("out-" + i)));
    }

    assertThat(said).hasSize(CONTENDERS * ROUNDS).containsOnly("alone", "busy");
    assertThat(said).filteredOn("alone"::equals).hasSizeGreaterThanOrEqualTo(ROUNDS);
    assertThat(said).contains("busy");
  }
}
