package org.cityeval.cli.output;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.cityeval.problem.BusyProblem;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;

/** What a file system says when it is full, closed to us or damaged; none of it is a bug. */
final class StorageFaults {
  private static final Pattern FULL =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|DSQuotaExceeded|not enough space on the disk"
              + "|File too large");
  private static final Pattern CLOSED =
      Pattern.compile(
          "Permission denied|Read-only file system|AccessDenied|AccessControlException"
              + "|Mkdirs failed to create|DELTA_CANNOT_CREATE_LOG_PATH|ParentNotDirectory"
              + "|Parent path is not a directory|exists and is not a directory|Not a directory"
              + "|Operation not permitted");
  private static final Pattern DAMAGED =
      Pattern.compile(
          "FAILED_READ_FILE|CANNOT_READ_FILE_FOOTER|is not a Parquet file|ChecksumException"
              + "|Checksum error|FileNotFoundException|does not exist|Cannot read the file");

  /** A file of a table of a warehouse. */
  private static final Pattern FILE =
      Pattern.compile("[^\\s\"']*/(silver|gold|ops)/(\\w+)/[^\\s\"',]*\\.parquet");

  private StorageFaults() {}

  /** Whether there is no room for what is written. */
  static boolean isFull(Throwable failure) {
    return FULL.matcher(failure.getClass().getName() + " " + failure.getMessage()).find();
  }

  /**
   * The problem that a failure comes from, if it is one of these.
   *
   * @param warehouse as it was given
   */
  static Optional<UserProblem> find(Throwable failure, String warehouse) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String told = cause.getClass().getName() + " " + cause.getMessage();
      Matcher full = FULL.matcher(told);
      if (full.find()) {
        return Optional.of(
            new BusyProblem(
                "There is no room for what is written to " + warehouse + ".",
                line(told, full.start()) + "; what was published stays.",
                "Free space there and where Spark keeps temporary files (spark.local.dir, "
                    + System.getProperty("java.io.tmpdir")
                    + "), or name another --warehouse; then run again.",
                failure));
      }
      Matcher closed = CLOSED.matcher(told);
      if (closed.find()) {
        return Optional.of(
            new UserProblem(
                "A file or folder may not be written, or not be read; the warehouse is "
                    + warehouse
                    + ".",
                line(told, closed.start()) + ".",
                "Let this user in, or name a folder of its own with --warehouse.",
                failure));
      }
      Matcher file = FILE.matcher(told);
      if (DAMAGED.matcher(told).find() && file.find() && names(told, warehouse, file)) {
        return Optional.of(damaged(file, failure));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a message names a table's folder in the warehouse; a lake may have such folders too.
   */
  private static boolean names(String told, String warehouse, Matcher file) {
    Path folder = StoragePath.of(warehouse).resolve(file.group(1) + "/" + file.group(2)).hadoop();
    // Some messages write a path as a URI.
    return told.contains(folder.toUri().getPath() + "/")
        || told.contains(folder.toUri().getRawPath() + "/");
  }

  private static UserProblem damaged(Matcher file, Throwable failure) {
    String table = file.group(1) + "." + file.group(2);
    boolean kept = table.matches("ops\\.(run|quality_check|mend)|gold\\.publication");
    return new UserProblem(
        "A file of table " + table + " is damaged or gone.",
        file.group() + " cannot be read.",
        kept
            ? "Bring the file back from a copy. No run can make it anew: it holds what runs did."
            : "Run 'cityeval run --full': it reads the lake again and writes the table anew.",
        failure);
  }

  /** The line of a text that holds a place in it. */
  private static String line(String text, int at) {
    int from = text.lastIndexOf('\n', at) + 1;
    int to = text.indexOf('\n', at);
    return (to < 0 ? text.substring(from) : text.substring(from, to)).strip();
  }
}
