package org.cityeval.warehouse;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.TableSpec;

/**
 * The Delta tables under one root, as {@code <root>/<schema>/<table>}. This package alone knows
 * Delta. A step replaces its own slice of a table in one commit; a crash leaves the last version.
 */
public final class Warehouse {
  private final Supplier<SparkSession> sessions;
  private final StoredTables stored;
  private final Map<String, Long> committed = new ConcurrentHashMap<>();
  private SparkSession spark;
  private volatile String purpose;
  private volatile String doing;

  /**
   * A warehouse that starts Spark when it is first needed.
   *
   * @param stored the same tables, as their files hold them
   */
  public Warehouse(Supplier<SparkSession> sessions, StoredTables stored) {
    this.sessions = sessions;
    this.stored = stored;
  }

  public Warehouse(SparkSession spark, StoragePath root) {
    this(() -> spark, new StoredTables(root, spark.sessionState().newHadoopConf()));
  }

  /** The session; it is started by the first who asks. */
  public SparkSession spark() {
    if (spark == null) {
      String before = doing;
      doing = "starts Spark";
      try {
        spark = sessions.get();
      } finally {
        doing = before;
      }
      // A step that writes nothing leaves its commit all the same: it says that nothing was found.
      spark.conf().set("spark.databricks.delta.skipRecordingEmptyCommits", "false");
      describe(doing);
    }
    return spark;
  }

  /** The tables as their files hold them; to read them needs no session. */
  public StoredTables stored() {
    return stored;
  }

  public StoragePath root() {
    return stored.root();
  }

  /**
   * Says what the jobs that are started from now on are for.
   *
   * @param purpose null for nothing that has a name
   */
  public void describeJobs(String purpose) {
    this.purpose = purpose;
    this.doing = null;
    describe(null);
  }

  /**
   * Says what of its purpose is done from now on.
   *
   * @param doing such as {@code reads the sources}
   */
  public void now(String doing) {
    this.doing = doing;
    describe(doing);
  }

  /** What is done at the moment, if it was said. */
  public Optional<String> doing() {
    return Optional.ofNullable(doing);
  }

  /** Describes the jobs of this thread; others may do something else. */
  private void describe(String what) {
    if (spark != null) {
      spark
          .sparkContext()
          .setJobDescription(what == null || purpose == null ? purpose : purpose + " " + what);
    }
  }

  public boolean exists(TableSpec table) {
    return stored.exists(table);
  }

  /** The newest rows of a table; none where it was never written. */
  public Dataset<Row> read(TableSpec table) {
    return exists(table)
        ? read(table, version(table))
        : spark().createDataFrame(List.<Row>of(), table.structType());
  }

  /** The rows a table had at a version. */
  public Dataset<Row> read(TableSpec table, long version) {
    String location = stored.location(table);
    TableFiles files = TableFiles.at(location, version, spark().sessionState().newHadoopConf());
    if (files.needNewerReader()) {
      return spark().read().format("delta").option("versionAsOf", version).load(location);
    }
    return TableFileIndex.rows(spark(), new Path(location), files);
  }

  /** The published rows of a table, of this evaluation and vintage alone. */
  public Dataset<Row> read(Publication publication, TableSpec table) {
    return read(table, publication.version(table))
        .where(
            functions.expr(Slice.of(publication.evaluationId(), publication.asOf()).predicate()));
  }

  /** The newest version of a table. */
  public long version(TableSpec table) {
    return stored.version(table);
  }

  /**
   * The version of a table that was committed here last; the newest where none was. Another
   * evaluation may have committed to the same table since: that version is of another run.
   */
  public long committedVersion(TableSpec table) {
    Long own = committed.get(table.qualifiedName());
    return own == null ? version(table) : own;
  }

  /**
   * Replaces a slice of a table in one commit.
   *
   * @param rows the whole new content of the slice, in the table's columns
   * @param note kept with the commit; names the run
   * @return the version this commit made and the rows it wrote
   */
  public Commit replace(TableSpec table, Slice slice, Dataset<Row> rows, String note) {
    now("writes " + table.qualifiedName());
    Commit made = commit(table).replace(slice, conform(table, rows), note);
    committed.put(table.qualifiedName(), made.version());
    return made;
  }

  /** Makes a table that not every run writes, so that whoever looks for it finds it empty. */
  public void ensure(TableSpec table) {
    if (!exists(table)) {
      commit(table).create();
    }
  }

  /**
   * Puts the small files of each partition together, by Delta's own OPTIMIZE. Rows stay the same,
   * and so do the files that earlier versions are made of.
   *
   * @param note kept with the commit
   */
  public void compact(TableSpec table, String note) {
    now("puts files of " + table.qualifiedName() + " together");
    String key = "spark.databricks.delta.commitInfo.userMetadata";
    spark().conf().set(key, note);
    try {
      DeltaTable.forPath(spark(), stored.location(table)).optimize().executeCompaction();
    } finally {
      spark().conf().unset(key);
    }
  }

  /** Rows from the driver, in the table's columns. */
  public Dataset<Row> rows(TableSpec table, List<Row> rows) {
    return spark().createDataFrame(rows, table.structType()).coalesce(1);
  }

  /** Picks and checks the table's columns, and sorts the rows of each part as they are written. */
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
            table.order().stream()
                .map(functions::col)
                .toArray(i -> new org.apache.spark.sql.Column[i]));
  }

  private static org.apache.spark.sql.Column cell(StructField field) {
    org.apache.spark.sql.Column cell = functions.col(field.name());
    return field.dataType().equals(DataTypes.StringType)
        ? ValidText.of(cell).as(field.name())
        : cell;
  }

  private TableCommit commit(TableSpec table) {
    return new TableCommit(spark(), table, stored.location(table));
  }

  /**
   * What a commit made.
   *
   * @param rows those it was given; what it carried over from files of the table is not counted
   */
  public record Commit(long version, long rows) {}
}
