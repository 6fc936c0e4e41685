package org.cityeval.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.standalone.DeltaLog;
import io.delta.standalone.Snapshot;
import io.delta.standalone.data.CloseableIterator;
import io.delta.standalone.data.RowRecord;
import io.delta.standalone.types.BooleanType;
import io.delta.standalone.types.DataType;
import io.delta.standalone.types.DateType;
import io.delta.standalone.types.DoubleType;
import io.delta.standalone.types.IntegerType;
import io.delta.standalone.types.LongType;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.readers.TwoPublications.Asked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The last release of a reader that knows no table features: what it opens, old tools open. */
class DeltaStandaloneTest {

  @ParameterizedTest
  @MethodSource("org.cityeval.readers.TwoPublications#tables")
  void readsTheVersionThatTheManifestNames(Asked asked) throws IOException {
    Snapshot snapshot =
        DeltaLog.forTable(
                new Configuration(), TwoPublications.place(asked.table()).toUri().toString())
            .getSnapshotForVersionAsOf(asked.version());
    Rows rows = new Rows(asked.table());
    try (CloseableIterator<RowRecord> read = snapshot.open()) {
      while (read.hasNext()) {
        RowRecord row = read.next();
        rows.add(column -> cell(row, column));
      }
    }
    assertThat(rows.sorted()).isEqualTo(asked.expected());
  }

  private static Object cell(RowRecord row, String column) {
    if (row.isNullAt(column)) {
      return null;
    }
    DataType type = row.getSchema().get(column).getDataType();
    if (type instanceof DoubleType) {
      return row.getDouble(column);
    }
    if (type instanceof IntegerType) {
      return row.getInt(column);
    }
    if (type instanceof LongType) {
      return row.getLong(column);
    }
    if (type instanceof BooleanType) {
      return row.getBoolean(column);
    }
    return type instanceof DateType ? row.getDate(column) : row.getString(column);
  }
}
