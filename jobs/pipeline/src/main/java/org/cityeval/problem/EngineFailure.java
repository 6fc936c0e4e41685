package org.cityeval.problem;

import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/** What may be told of a failure of the engine to somebody who does not own the files. */
public final class EngineFailure {
  private static final Pattern OF_A_FILE =
      Pattern.compile("path|file|location", Pattern.CASE_INSENSITIVE);

  private EngineFailure() {}

  /** Whether what the engine says names a file or a folder. */
  public static boolean namesFiles(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable engine
          && engine.getMessageParameters().keySet().stream()
              .anyMatch(parameter -> OF_A_FILE.matcher(parameter).find())) {
        return true;
      }
    }
    return false;
  }
}
