package org.cityeval.cli.output;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.delta.DeltaAnalysisException;
import org.cityeval.problem.BusyProblem;
import org.cityeval.problem.EngineFailure;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;

/** Tells what a user can mend from what we must. */
public final class Failures {
  private static final int BYTES_IN_MEBIBYTE = 1 << 20;

  /** As the JVM says it, and Spark of memory for sorting. Other memory is not mended by a heap. */
  private static final List<String> HEAP_IS_FULL =
      List.of(
          "OutOfMemoryError: Java heap space",
          "OutOfMemoryError: GC overhead limit exceeded",
          "UNABLE_TO_ACQUIRE_MEMORY");

  private Failures() {}

  /**
   * The problem within a failure; null if it is our bug, or the engine's.
   *
   * @param warehouse as it was given
   */
  public static UserProblem asProblem(Throwable failure, String warehouse) {
    UserProblem problem = toldAsSuch(failure);
    if (problem == null) {
      problem = StorageFaults.find(failure, warehouse).orElse(null);
    }
    // After the warehouse's own files, for the engine says the same of both.
    return problem == null ? unreadable(failure) : problem;
  }

  /** The problem that a query itself has, if it is one: nothing of the files it reads. */
  public static Optional<UserProblem> ofStatement(Throwable failure) {
    return Optional.ofNullable(EngineFailure.namesFiles(failure) ? null : toldAsSuch(failure));
  }

  private static UserProblem toldAsSuch(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserProblem problem) {
        return problem;
      }
      if (cause instanceof DeltaConcurrentModificationException) {
        return new BusyProblem(
            "Another job changed the same table at the same time.",
            firstLine(cause),
            "Retry; what was published stays as it was.",
            failure);
      }
      if (cause instanceof AnalysisException && !(cause instanceof DeltaAnalysisException)) {
        return new UserProblem(
            "An expression or a query does not resolve.",
            firstLine(cause),
            "Correct the expression or the query.",
            failure);
      }
    }
    return null;
  }

  /** A file of the lake that the engine cannot read. */
  private static UserProblem unreadable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable engine
          && String.valueOf(engine.getCondition()).startsWith("FAILED_READ_FILE")) {
        return new SourceProblem(
            "A file cannot be read: " + engine.getMessageParameters().get("path") + ".",
            firstLine(root(failure)),
            "Mend the file, or deliver it again whole; what was published stays.",
            failure);
      }
    }
    return null;
  }

  /**
   * What keeps an output from being written.
   *
   * @param place as it was given
   */
  public static UserProblem unwritable(IOException failure, String place) {
    String why = failure.getClass().getSimpleName() + ": " + firstLine(failure) + ".";
    return StorageFaults.isFull(failure)
        ? new BusyProblem(
            "There is no room for " + place + ".",
            why,
            "Free space there, or name a place elsewhere; then run again.",
            failure)
        : new UserProblem(
            "Cannot write " + place + ".",
            why,
            "Name a place in a folder that is there and can be written to.",
            failure);
  }

  /** What failed, where {@link #asProblem} finds no problem in it. */
  public static String render(Throwable failure) {
    Throwable root = root(failure);
    long heap = Runtime.getRuntime().maxMemory() / BYTES_IN_MEBIBYTE;
    return "The run failed: "
        + root.getClass().getSimpleName()
        + ": "
        + firstLine(root)
        + (fillsTheHeap(failure)
            ? "\n  why: this command needs more than its heap of "
                + heap
                + " MB; what was published stays"
                + "\n  fix: give it more, such as CITYEVAL_JAVA_OPTS=-Xmx"
                + 2 * heap
                + "m; on a cluster set spark.driver.memory and spark.executor.memory"
            : "\n  why: a bug of CityEval's or a failure of the engine; what was published stays"
                + "\n  fix: run again with -v and report the trace");
  }

  /** By its words, because the error of an executor comes as words alone. */
  private static boolean fillsTheHeap(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (HEAP_IS_FULL.stream().anyMatch(cause.toString()::contains)) {
        return true;
      }
    }
    return false;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
