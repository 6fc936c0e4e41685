package org.cityeval.warehouse;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The files of one version of a table, as its log names them. Delta Kernel reads the log in this
 * process; Delta's reader for Spark would run jobs for it.
 *
 * @param schema the columns, partitions among them
 * @param readerVersion of the protocol; a table of version 1 is its Parquet files and nothing else
 */
public record TableFiles(
    StructType schema, List<String> partitions, int readerVersion, List<DataFile> files) {

  /** Whether the table is more than its Parquet files, so that only its own reader knows what. */
  public boolean needNewerReader() {
    return isNewer(readerVersion);
  }

  /** Whether a reader version is one that tools of version 1 fail on, or lose rows with. */
  static boolean isNewer(int readerVersion) {
    return readerVersion > 1;
  }

  /**
   * A file of the table.
   *
   * @param logged its path below the table's folder, as the log escapes it
   * @param partition what its rows hold in the columns that partition the table
   */
  public record DataFile(
      String path, String logged, Map<String, String> partition, long bytes, long modified) {}

  /** Lists a version of the table at a place. */
  static TableFiles at(String location, long version, Configuration hadoop) {
    Engine engine = KernelEngine.of(hadoop);
    Snapshot snapshot = TableManager.loadSnapshot(location).atVersion(version).build(engine);
    List<DataFile> files = new ArrayList<>();
    each(snapshot.getScanBuilder().build(), engine, location, row -> files.add(file(row)));
    return new TableFiles(
        (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString()),
        snapshot.getPartitionColumnNames(),
        snapshot.getProtocol().getMinReaderVersion(),
        files);
  }

  /** What is done with a file of a scan. */
  interface Use {
    void of(Row file) throws IOException;
  }

  /** Goes through the files of a scan. */
  static void each(Scan scan, Engine engine, String location, Use use) {
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            use.of(rows.next());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + location, e);
    }
  }

  private static DataFile file(Row row) {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(row);
    return new DataFile(
        status.getPath(),
        new AddFile(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)).getPath(),
        new TreeMap<>(InternalScanFileUtils.getPartitionValues(row)),
        status.getSize(),
        status.getModificationTime());
  }
}
