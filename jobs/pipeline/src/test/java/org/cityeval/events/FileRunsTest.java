package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.Test;

class FileRunsTest {
  private static ColumnarBatch batch(String... paths) {
    OnHeapColumnVector column = new OnHeapColumnVector(16, DataTypes.StringType);
    for (String path : paths) {
      byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
      column.appendByteArray(bytes, 0, bytes.length);
    }
    return new ColumnarBatch(new ColumnVector[] {column}, paths.length);
  }

  /** Each run as its file and the first event after it. */
  private static List<String> found(FileRuns runs, ColumnarBatch batch) {
    runs.find(batch);
    List<String> found = new ArrayList<>();
    for (int run = 0; run < runs.count(); run++) {
      found.add(runs.tally(run).path() + " " + runs.end(run));
    }
    return found;
  }

  @Test
  void eventsOfOneFileInARowAreOneRun() {
    assertThat(found(new FileRuns(0), batch("a", "a", "b", "a", "a", "a", "c")))
        .containsExactly("a 2", "b 3", "a 6", "c 7");
  }

  @Test
  void aFileHasOneTallyInAllRunsAndBatches() {
    FileRuns runs = new FileRuns(0);
    runs.find(batch("a", "b", "a"));
    FileCounts first = runs.tally(0);

    assertThat(runs.tally(2)).isSameAs(first);
    assertThat(found(runs, batch("a"))).containsExactly("a 1");
    assertThat(runs.tally(0)).isSameAs(first);
    assertThat(runs.all()).extracting(FileCounts::path).containsExactlyInAnyOrder("a", "b");
  }

  /** What was handed on is counted anew, also in the file that was looked at last. */
  @Test
  void clearedTalliesAreGone() {
    FileRuns runs = new FileRuns(0);
    runs.find(batch("a"));
    FileCounts first = runs.tally(0);
    runs.clear();

    assertThat(runs.all()).isEmpty();
    runs.find(batch("a"));
    assertThat(runs.tally(0)).isNotSameAs(first);
  }

  @Test
  void anEmptyBatchHasNoRun() {
    assertThat(found(new FileRuns(0), batch())).isEmpty();
  }

  /** The scan escapes blanks and writes three slashes; rows of the lake write neither. */
  @Test
  void whereTheScanTellsTheFileItIsNamedAsRowsNameIt() {
    FileRuns runs = new FileRuns(EventPlan.NONE);
    try {
      InputFileBlockHolder.set("file:///lake/a%20b.parquet", 0, 1);
      assertThat(found(runs, batch("x", "y"))).containsExactly("file:/lake/a%20b.parquet 2");
      InputFileBlockHolder.set("file:///lake/c.parquet", 0, 1);
      assertThat(found(runs, batch("x"))).containsExactly("file:/lake/c.parquet 1");
    } finally {
      InputFileBlockHolder.unset();
    }
  }
}
