package org.cityeval.table;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;

/**
 * The Delta tables under one root, as {@code <root>/<schema>/<table>}. This package alone knows
 * Delta. A step replaces its own slice of a table in one commit; a crash leaves the last version.
 */
public final class Warehouse {
  /** Settings that keep every table readable by readers of protocol version 1. */
  private static final Map<String, String> PROPERTIES =
      new TreeMap<>(
          Map.of(
              "delta.minReaderVersion", "1",
              "delta.minWriterVersion", "2",
              "delta.enableDeletionVectors", "false",
              "delta.columnMapping.mode", "none",
              "delta.checkpointPolicy", "classic",
              "delta.enableChangeDataFeed", "false",
              "delta.logRetentionDuration", "interval 90 days",
              "delta.deletedFileRetentionDuration", "interval 30 days"));

  /** How long a table that another is making is waited for: two seconds. */
  private static final int LOOKS = 40;

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final SparkSession spark;
  private final StoragePath root;

  public Warehouse(SparkSession spark, StoragePath root) {
    this.spark = spark;
    this.root = root;
    // A step that writes nothing leaves its commit all the same: it says that nothing was found.
    spark.conf().set("spark.databricks.delta.skipRecordingEmptyCommits", "false");
  }

  public SparkSession spark() {
    return spark;
  }

  public StoragePath root() {
    return root;
  }

  public String location(TableSpec table) {
    // One spelling of the path: Delta takes file:/x and file:///x for two places.
    return root.resolve(table.schema() + "/" + table.name()).hadoop().toString();
  }

  public boolean exists(TableSpec table) {
    return commitLog(table).isBegun();
  }

  /** The newest rows of a table; none where it was never written. */
  public Dataset<Row> read(TableSpec table) {
    return exists(table)
        ? spark.read().format("delta").load(location(table))
        : spark.createDataFrame(List.<Row>of(), table.structType());
  }

  /** The rows a table had at a version. */
  public Dataset<Row> read(TableSpec table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(location(table));
  }

  /** The newest version of a table. */
  public long version(TableSpec table) {
    return commitLog(table).newestVersion();
  }

  /** The newest version of a table that was committed with the note, if the log still tells. */
  public Optional<Long> findVersion(TableSpec table, String note) {
    return exists(table) ? commitLog(table).find(note, -1).map(Commit::version) : Optional.empty();
  }

  /** The note a version of a table was committed with, if the log still tells. */
  public Optional<String> findNote(TableSpec table, long version) {
    return commitLog(table).note(version);
  }

  /**
   * Replaces a slice of a table in one commit.
   *
   * @param rows the whole new content of the slice, in the table's columns
   * @param note kept with the commit; names the run
   * @return the version this commit made and the rows it wrote
   */
  public Commit replace(TableSpec table, Slice slice, Dataset<Row> rows, String note) {
    Dataset<Row> conformed = conform(table, rows);
    long before = create(table);
    conformed
        .write()
        .format("delta")
        .mode("overwrite")
        .option("replaceWhere", slice.predicate())
        .option("userMetadata", note)
        .save(location(table));
    return commitLog(table).newestBy(note, before);
  }

  /** Adds rows to a table in one commit. */
  public Commit append(TableSpec table, Dataset<Row> rows, String note) {
    Dataset<Row> conformed = conform(table, rows);
    long before = create(table);
    conformed
        .write()
        .format("delta")
        .mode("append")
        .option("userMetadata", note)
        .save(location(table));
    return commitLog(table).newestBy(note, before);
  }

  /** Makes a table that not every run writes, so that whoever looks for it finds it empty. */
  public void ensure(TableSpec table) {
    if (!exists(table)) {
      create(table);
    }
  }

  /** Rows from the driver, in the table's columns. */
  public Dataset<Row> rows(TableSpec table, List<Row> rows) {
    return spark.createDataFrame(rows, table.structType()).coalesce(1);
  }

  /** Picks and checks the table's columns, and sorts within partitions by the key. */
  private Dataset<Row> conform(TableSpec table, Dataset<Row> rows) {
    List<String> found = Arrays.asList(rows.columns());
    for (StructField field : table.structType().fields()) {
      if (!found.contains(field.name())
          || !rows.schema().apply(field.name()).dataType().equals(field.dataType())) {
        throw new IllegalStateException(
            table.qualifiedName()
                + " needs column "
                + field.name()
                + " of type "
                + field.dataType().simpleString()
                + ", the stage made "
                + rows.schema().simpleString());
      }
    }
    return rows.select(
            Arrays.stream(table.structType().fields())
                .map(Warehouse::cell)
                .toArray(i -> new org.apache.spark.sql.Column[i]))
        .sortWithinPartitions(
            table.key().stream()
                .map(functions::col)
                .toArray(i -> new org.apache.spark.sql.Column[i]));
  }

  private static org.apache.spark.sql.Column cell(StructField field) {
    org.apache.spark.sql.Column cell = functions.col(field.name());
    return field.dataType().equals(DataTypes.StringType)
        ? ValidText.of(cell).as(field.name())
        : cell;
  }

  /**
   * Creates the table with its comments, empty, and refuses one that newer readers only could read.
   *
   * @return the version before anything is written
   */
  private long create(TableSpec table) {
    if (!exists(table)) {
      createEmpty(table);
    }
    int reader = commitLog(table).readerVersion();
    if (reader > 1) {
      throw new UserProblem(
          "Table " + table.qualifiedName() + " needs Delta reader version " + reader + ".",
          "BI tools that read version 1 would fail on it, or silently lose rows.",
          "Take the features off (ALTER TABLE ... DROP FEATURE) or write to another --warehouse.");
    }
    return commitLog(table).newestVersion();
  }

  private void createEmpty(TableSpec table) {
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(spark)
            .location(location(table))
            .comment(table.grain())
            .addColumns(table.structType())
            .partitionedBy(table.partitions().toArray(String[]::new));
    for (Map.Entry<String, String> property : PROPERTIES.entrySet()) {
      builder = builder.property(property.getKey(), property.getValue());
    }
    try {
      builder.execute();
    } catch (Exception notMade) {
      // Spark throws some checked exceptions undeclared. Another evaluation that begins in the same
      // warehouse makes the very same table: its folder is seen before its first commit is.
      if (!appears(table)) {
        throw notMade;
      }
    }
  }

  private boolean appears(TableSpec table) {
    for (int i = 0; i < LOOKS && !exists(table); i++) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return exists(table);
  }

  private CommitLog commitLog(TableSpec table) {
    return new CommitLog(location(table), spark.sessionState().newHadoopConf());
  }

  /** What a commit made. */
  public record Commit(long version, long rows) {}
}
