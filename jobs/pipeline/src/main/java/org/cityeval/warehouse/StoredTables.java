package org.cityeval.warehouse;

import io.delta.kernel.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.TableSpec;

/**
 * The tables of a warehouse as their files hold them, read in this process by Delta Kernel. A
 * command that shows a few thousand rows need not start Spark.
 */
public final class StoredTables {
  private final StoragePath root;
  private final Configuration hadoop;
  private final Engine engine;

  /** Tables below a root, in the file system that the configuration describes. */
  public StoredTables(StoragePath root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
    this.engine = KernelEngine.of(hadoop);
  }

  public StoragePath root() {
    return root;
  }

  /** How the file system is reached. */
  public Configuration hadoop() {
    return hadoop;
  }

  /** Where the files of a table stand. */
  public StoragePath folder(TableSpec table) {
    return root.resolve(table.schema() + "/" + table.name());
  }

  String location(TableSpec table) {
    // One spelling of the path: Delta takes file:/x and file:///x for two places.
    return folder(table).hadoop().toString();
  }

  public boolean exists(TableSpec table) {
    return commitLog(table).isBegun();
  }

  /** The newest version of a table. */
  public long version(TableSpec table) {
    return commitLog(table).newestVersion();
  }

  /** The versions whose log entries are kept, and when each was committed. */
  public SortedMap<Long, Instant> commits(TableSpec table) {
    return commitLog(table).times();
  }

  /**
   * The files that a version of a table is made of.
   *
   * @throws RuntimeException of Delta Kernel, if the log tells no longer
   */
  public TableFiles files(TableSpec table, long version) {
    return TableFiles.at(location(table), version, hadoop);
  }

  /** The versions of a table that were committed with the note, the newest first. */
  public Stream<Long> findVersions(TableSpec table, String note) {
    return exists(table) ? commitLog(table).find(note) : Stream.empty();
  }

  /** The note a version of a table was committed with, if the log still tells. */
  public Optional<String> findNote(TableSpec table, long version) {
    return commitLog(table).note(version);
  }

  /** The newest rows of a table; none where it was never written. */
  public StoredRows rows(TableSpec table) {
    return exists(table) ? rows(table, version(table)) : StoredRows.none(table);
  }

  /** The rows a table had at a version. */
  public StoredRows rows(TableSpec table, long version) {
    return StoredRows.of(engine, location(table), version, table);
  }

  /**
   * Adds a few rows to a table, in one commit; a new table is made by it.
   *
   * @param rows cells in the order of the table's columns, all of one partition
   * @param note kept with the commit; names the run
   */
  public void append(TableSpec table, List<Object[]> rows, String note) {
    append(table, table.structType(), note).write(!exists(table), rows);
  }

  /**
   * Makes a table of files that stand in its folder already.
   *
   * @param schema their columns, partitions among them
   * @param files all of one partition
   * @param note kept with the commit; names the run
   */
  public void adopt(
      TableSpec table, StructType schema, List<TableFiles.DataFile> files, String note) {
    append(table, schema, note).adopt(files);
  }

  private TableAppend append(TableSpec table, StructType schema, String note) {
    return new TableAppend(
        new NotedEngine(engine, hadoop, table.grain(), note), table, schema, location(table));
  }

  CommitLog commitLog(TableSpec table) {
    return new CommitLog(location(table), hadoop);
  }
}
