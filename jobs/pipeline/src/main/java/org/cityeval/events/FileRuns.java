package org.cityeval.events;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/** Which events of a batch stand in which file: runs of one file each, and the files' tallies. */
final class FileRuns {
  private final int pathColumn;
  private final Map<String, FileCounts> files = new HashMap<>();
  private FileCounts[] tallies = new FileCounts[1];
  private int[] ends = new int[1];
  private int count;
  private UTF8String scanned;
  private UTF8String scannedAs;
  private UTF8String lastPath;
  private FileCounts lastTally;

  /**
   * @param pathColumn the column that tells the file, or {@link EventPlan#NONE}: the scan does, and
   *     no batch holds events of two files
   */
  FileRuns(int pathColumn) {
    this.pathColumn = pathColumn;
  }

  /** Finds the runs of a batch. */
  void find(ColumnarBatch batch) {
    count = 0;
    if (pathColumn == EventPlan.NONE) {
      UTF8String path = InputFileBlockHolder.getInputFilePath();
      if (!path.equals(scanned)) {
        scanned = path.copy();
        scannedAs = UTF8String.fromString(asRowsNameIt(path.toString()));
      }
      add(tally(scannedAs), batch.numRows());
      return;
    }
    ColumnVector paths = batch.column(pathColumn);
    for (int i = 0; i < batch.numRows(); i++) {
      FileCounts tally = tally(paths.getUTF8String(i));
      if (count > 0 && tallies[count - 1] == tally) {
        ends[count - 1] = i + 1;
      } else {
        add(tally, i + 1);
      }
    }
  }

  /** The scan writes {@code file:///x} what a row's metadata call {@code file:/x}. */
  private static String asRowsNameIt(String scanned) {
    return new Path(new Path(URI.create(scanned)).toString()).toUri().toString();
  }

  private FileCounts tally(UTF8String path) {
    if (!path.equals(lastPath)) {
      lastPath = path.copy();
      lastTally = files.computeIfAbsent(path.toString(), FileCounts::new);
    }
    return lastTally;
  }

  private void add(FileCounts tally, int end) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      tallies = Arrays.copyOf(tallies, 2 * count);
    }
    tallies[count] = tally;
    ends[count] = end;
    count++;
  }

  /** Runs of the batch looked at last. */
  int count() {
    return count;
  }

  FileCounts tally(int run) {
    return tallies[run];
  }

  /** The first event after a run. */
  int end(int run) {
    return ends[run];
  }

  /** The tallies of all files so far. */
  Collection<FileCounts> all() {
    return files.values();
  }

  void clear() {
    files.clear();
    lastPath = null;
  }
}
