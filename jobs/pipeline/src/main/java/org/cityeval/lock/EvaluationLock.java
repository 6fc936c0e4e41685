package org.cityeval.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;
import org.cityeval.problem.BusyProblem;
import org.cityeval.storage.StoragePath;

/** One run at a time per evaluation and warehouse: a file below {@code _locks} names its holder. */
public final class EvaluationLock {
  /** After Spark, which stops at 40 and writes no more then; before file systems close at 10. */
  private static final int WHEN_STOPPED = FileSystem.SHUTDOWN_HOOK_PRIORITY + 10;

  private final HeldLock held;

  private EvaluationLock(HeldLock held) {
    this.held = held;
  }

  /**
   * Takes the lock. A holder of this host that no longer lives is succeeded; another host's is not
   * judged from here.
   *
   * @throws BusyProblem if another run holds it
   */
  public static EvaluationLock take(
      StoragePath warehouse, String evaluationId, String runId, Configuration hadoop) {
    StoragePath file = warehouse.resolve("_locks/" + evaluationId);
    LockHolder self = LockHolder.self(runId);
    try {
      return new EvaluationLock(
          file.local().isPresent()
              ? DiskLock.take(file, self)
              : StoreLock.take(file.hadoop().getFileSystem(hadoop), file, self));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file, e);
    }
  }

  /** Does the work, then lets the lock go, whatever happens; also when the process is stopped. */
  public void during(Runnable work) {
    Runnable stopped = this::release;
    ShutdownHookManager.get().addShutdownHook(stopped, WHEN_STOPPED);
    try {
      work.run();
    } finally {
      if (!ShutdownHookManager.get().isShutdownInProgress()) {
        ShutdownHookManager.get().removeShutdownHook(stopped);
        release();
      }
    }
  }

  private void release() {
    try {
      held.release();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unlock", e);
    }
  }
}
