package org.cityeval.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {
  @TempDir private java.nio.file.Path folder;
  private final RenamesOnce store = new RenamesOnce();
  private StoragePath lock;

  @BeforeEach
  void open() throws IOException {
    store.initialize(URI.create("file:///"), new Configuration());
    lock = StoragePath.of(folder.resolve("_locks").resolve("tiny"));
  }

  private static LockHolder dead() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    return new LockHolder(
        LockHolder.self("x").host(), ended.pid(), Optional.empty(), "dead " + ended.pid());
  }

  private void write(String holder) throws IOException {
    try (FSDataOutputStream out = store.create(lock.hadoop(), true)) {
      out.write(holder.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void isHeldByOneAndGivenBack() throws IOException {
    StoreLock held = StoreLock.take(store, lock, LockHolder.self("first"));

    assertThatExceptionOfType(BusyProblem.class)
        .isThrownBy(() -> StoreLock.take(store, lock, LockHolder.self("second")))
        .withMessageContaining("Another run holds the evaluation tiny");

    held.release();
    StoreLock.take(store, lock, LockHolder.self("third")).release();
    assertThat(store.exists(lock.hadoop())).isFalse();
  }

  @Test
  void anEmptyOrTornFileIsNotTakenOver() throws IOException {
    write("");
    assertThatExceptionOfType(BusyProblem.class)
        .isThrownBy(() -> StoreLock.take(store, lock, LockHolder.self("mine")));

    write("host 1");
    assertThatExceptionOfType(BusyProblem.class)
        .isThrownBy(() -> StoreLock.take(store, lock, LockHolder.self("mine")))
        .withMessageContaining("cannot be read");
  }

  @Test
  void ofManyThatFindADeadHolderOneSucceedsIt() throws Exception {
    int threads = 4;
    try (Closing pool = new Closing(Executors.newFixedThreadPool(threads))) {
      for (int round = 0; round < 50; round++) {
        write(dead().line());
        Callable<Boolean> contender =
            () -> {
              try {
                StoreLock.take(store, lock, LockHolder.self("mine"));
                return true;
              } catch (BusyProblem busy) {
                return false;
              }
            };
        List<Future<Boolean>> taken =
            pool.executor.invokeAll(IntStream.range(0, threads).mapToObj(i -> contender).toList());
        int winners = 0;
        for (Future<Boolean> one : taken) {
          winners += one.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
        store.delete(lock.hadoop(), false);
      }
    }
  }

  private record Closing(ExecutorService executor) implements AutoCloseable {
    @Override
    public void close() {
      executor.shutdownNow();
    }
  }

  /** A disk that behaves as HDFS does: a name is made once, and renamed to once. */
  private static final class RenamesOnce extends RawLocalFileSystem {
    @Override
    public synchronized boolean rename(Path from, Path to) throws IOException {
      return exists(from) && !exists(to) && super.rename(from, to);
    }

    @Override
    public synchronized FSDataOutputStream createNonRecursive(
        Path file,
        FsPermission permission,
        EnumSet<CreateFlag> flags,
        int buffer,
        short copies,
        long block,
        Progressable progress)
        throws IOException {
      return super.createNonRecursive(file, permission, flags, buffer, copies, block, progress);
    }
  }
}
