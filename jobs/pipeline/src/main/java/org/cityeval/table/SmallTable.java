package org.cityeval.table;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;

/**
 * The rows of a table that is small by its nature, read in this process by Delta Kernel. A command
 * that shows a few rows need not start Spark.
 */
public final class SmallTable {
  private final StoragePath root;
  private final Engine engine;
  private final Configuration hadoop;

  /** Tables below a root, in the file system that the configuration describes. */
  public SmallTable(StoragePath root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
    this.engine = DefaultEngine.create(hadoop);
  }

  /**
   * The newest rows of a table, in no order; none where it was never written.
   *
   * @return per row the columns in their order: text, numbers, {@link LocalDate}, {@link Instant}
   *     or null
   */
  public List<Map<String, Object>> rows(TableSpec table) {
    String location = root.resolve(table.schema() + "/" + table.name()).hadoop().toString();
    List<Map<String, Object>> rows = new ArrayList<>();
    if (!new CommitLog(location, hadoop).isBegun()) {
      return rows;
    }
    Snapshot snapshot = TableManager.loadSnapshot(location).build(engine);
    Scan scan = snapshot.getScanBuilder().build();
    Row state = scan.getScanState(engine);
    TableFiles.each(scan, engine, location, file -> addRows(state, file, rows));
    return rows;
  }

  private void addRows(Row state, Row file, List<Map<String, Object>> rows) throws IOException {
    CloseableIterator<ColumnarBatch> read =
        engine
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                ScanStateRow.getPhysicalDataReadSchema(state),
                Optional.empty())
            .map(result -> result.getData());
    try (CloseableIterator<FilteredColumnarBatch> batches =
        Scan.transformPhysicalData(engine, state, file, read)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> batch = batches.next().getRows()) {
          while (batch.hasNext()) {
            rows.add(columns(batch.next()));
          }
        }
      }
    }
  }

  private static Map<String, Object> columns(Row row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    List<StructField> fields = row.getSchema().fields();
    for (int i = 0; i < fields.size(); i++) {
      columns.put(
          fields.get(i).getName(),
          row.isNullAt(i) ? null : value(row, i, fields.get(i).getDataType()));
    }
    return columns;
  }

  private static Object value(Row row, int at, DataType type) {
    return switch (type.toString()) {
      case "string" -> row.getString(at);
      case "boolean" -> row.getBoolean(at);
      case "integer" -> row.getInt(at);
      case "long" -> row.getLong(at);
      case "double" -> row.getDouble(at);
      case "date" -> LocalDate.ofEpochDay(row.getInt(at));
      case "timestamp" -> Instant.EPOCH.plus(row.getLong(at), ChronoUnit.MICROS);
      default -> throw new IllegalArgumentException("No table has a column of type " + type);
    };
  }
}
