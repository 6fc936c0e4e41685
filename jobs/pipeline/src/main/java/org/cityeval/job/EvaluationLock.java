package org.cityeval.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;
import org.cityeval.problem.BusyProblem;

/**
 * One run at a time per evaluation and warehouse: a file that names its holder. A holder of this
 * host that no longer lives is succeeded; another host's is not judged from here.
 */
public final class EvaluationLock {
  /** After Spark, which stops at 40 and writes no more then; before file systems close at 10. */
  private static final int WHEN_STOPPED = FileSystem.SHUTDOWN_HOOK_PRIORITY + 10;

  private final FileSystem fileSystem;
  private final Path file;

  private EvaluationLock(FileSystem fileSystem, Path file) {
    this.fileSystem = fileSystem;
    this.file = file;
  }

  /**
   * Takes the lock.
   *
   * @throws BusyProblem if another run holds it
   */
  public static EvaluationLock take(
      String warehouse, String evaluationId, String runId, Configuration hadoop) {
    Path file = new Path(warehouse + "/_locks/" + evaluationId);
    try {
      FileSystem fileSystem = file.getFileSystem(hadoop);
      if (!create(fileSystem, file, runId)) {
        Optional<String> holder = holder(fileSystem, file);
        if (holder.isPresent() && isAlive(holder.get())) {
          throw busy(evaluationId, holder.get(), file);
        }
        fileSystem.delete(file, false);
        if (!create(fileSystem, file, runId)) {
          throw busy(evaluationId, "another run", file);
        }
      }
      return new EvaluationLock(fileSystem, file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file, e);
    }
  }

  private static boolean create(FileSystem fileSystem, Path file, String runId) throws IOException {
    fileSystem.mkdirs(file.getParent());
    try (Writer out =
        new OutputStreamWriter(fileSystem.create(file, false), StandardCharsets.UTF_8)) {
      out.write(host() + " " + ProcessHandle.current().pid() + " " + runId + "\n");
      return true;
    } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException held) {
      return false;
    }
  }

  private static Optional<String> holder(FileSystem fileSystem, Path file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(fileSystem.open(file), StandardCharsets.UTF_8))) {
      return Optional.ofNullable(in.readLine());
    }
  }

  private static boolean isAlive(String holder) {
    String[] parts = holder.split(" ", -1);
    if (parts.length < 3 || !parts[1].matches("[0-9]{1,18}") || !parts[0].equals(host())) {
      return true;
    }
    return ProcessHandle.of(Long.parseLong(parts[1])).isPresent();
  }

  private static BusyProblem busy(String evaluationId, String holder, Path file) {
    return new BusyProblem(
        "Another run holds the evaluation " + evaluationId + ".",
        "It is " + holder + " (host, process, run).",
        "Retry when it has ended; if its machine is gone, delete " + file + ".");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown-host";
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
      fileSystem.delete(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unlock " + file, e);
    }
  }
}
