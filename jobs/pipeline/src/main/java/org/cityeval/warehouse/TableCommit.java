package org.cityeval.warehouse;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.DummySnapshot;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.constraints.Constraint;
import org.apache.spark.sql.delta.constraints.Constraints;
import org.apache.spark.sql.delta.schema.DeltaInvariantViolationException;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableSpec;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One commit of one table by Delta's own transaction, which finds out who else has committed. A new
 * table is made by the commit that brings its first rows.
 */
final class TableCommit {
  private final SparkSession spark;
  private final TableSpec table;
  private final DeltaLog log;

  TableCommit(SparkSession spark, TableSpec table, String location) {
    this.spark = spark;
    this.table = table;
    this.log = DeltaLog.forTable(spark, new Path(location));
  }

  /** Makes the table, empty, where it is not there. */
  void create() {
    OptimisticTransaction transaction = begin();
    if (transaction.readVersion() < 0) {
      try {
        transaction.commit(
            seq(List.of()),
            new DeltaOperations.CreateTable(transaction.metadata(), false, false, none()));
      } catch (DeltaConcurrentModificationException made) {
        // Another evaluation that begins in the same warehouse makes the very same table.
        begin();
      }
    }
  }

  /** Puts rows in the place of those of a slice. */
  Warehouse.Commit replace(Slice slice, Dataset<Row> rows, String note) {
    return commit(begin(), rows, slice, note);
  }

  private Warehouse.Commit commit(
      OptimisticTransaction transaction, Dataset<Row> rows, Slice slice, String note) {
    List<Action> actions = new ArrayList<>();
    long written = 0;
    for (FileAction added : write(transaction, rows, slice)) {
      actions.add(added);
      written += (Long) ((AddFile) added).numLogicalRecords().get();
    }
    actions.addAll(replaced(transaction, slice));
    DeltaOperations.Write operation =
        new DeltaOperations.Write(
            SaveMode.Overwrite,
            Option.apply(seq(table.partitions())),
            Option.apply(slice.predicate()),
            Option.apply(note),
            none(),
            none(),
            none(),
            none(),
            none());
    boolean isNew = transaction.readVersion() < 0;
    try {
      return new Warehouse.Commit(transaction.commit(seq(actions), operation), written);
    } catch (DeltaConcurrentModificationException faster) {
      if (!isNew) {
        throw faster;
      }
      // Another evaluation made the same table meanwhile; this one begins again on it.
      return commit(begin(), rows, slice, note);
    }
  }

  private List<FileAction> write(
      OptimisticTransaction transaction, Dataset<Row> rows, Slice slice) {
    List<Constraint> inside = new ArrayList<>();
    inside.add(new Constraints.Check("slice", expression(slice.predicate())));
    // Delta evaluates those that the table names; one made before names none.
    Set<String> named =
        CollectionConverters.asJava(transaction.metadata().configuration().keySet());
    for (TableCheck check : TableProperties.unnamed(table, named)) {
      inside.add(new Constraints.Check(check.name(), expression(check.expression())));
    }
    try {
      return CollectionConverters.asJava(transaction.writeFiles(rows, none(), seq(inside)));
    } catch (Exception failed) {
      requireNoneBroken(failed);
      throw failed;
    }
  }

  /** Names the check that a row breaks, if that is what failed. */
  private void requireNoneBroken(Exception failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof DeltaInvariantViolationException violation) {
        throw new IllegalStateException(
            "A row breaks a check of "
                + table.qualifiedName()
                + "; nothing of it was written: "
                + violation.getMessage(),
            failed);
      }
    }
  }

  /** What takes the slice's rows out: whole files, and what else such a file held written anew. */
  private List<Action> replaced(OptimisticTransaction transaction, Slice slice) {
    if (transaction.readVersion() < 0) {
      return List.of();
    }
    return slice.isMadeOf(table.partitions())
        ? wholeFiles(transaction, slice)
        : partsOfFiles(transaction, slice);
  }

  /** The files are listed by Kernel; Delta itself would start jobs to find them. */
  private List<Action> wholeFiles(OptimisticTransaction transaction, Slice slice) {
    transaction.trackReadPredicates(
        seq(List.of(expression(slice.predicate()))), /* partitionOnly= */ true, true);
    List<Action> actions = new ArrayList<>();
    TableFiles.at(log.dataPath().toString(), transaction.readVersion(), log.newDeltaHadoopConf())
        .files()
        .stream()
        .filter(file -> slice.holds(file.partition()))
        .forEach(file -> actions.add(action(file).remove()));
    return actions;
  }

  /** Delta itself finds those that may hold rows of the slice. */
  private List<Action> partsOfFiles(OptimisticTransaction transaction, Slice slice) {
    Seq<AddFile> old = transaction.filterFiles(seq(List.of(expression(slice.predicate()))), false);
    List<Action> actions = new ArrayList<>();
    CollectionConverters.asJava(old).forEach(file -> actions.add(file.remove()));
    if (!actions.isEmpty()) {
      Dataset<Row> kept =
          log.createDataFrame(transaction.snapshot(), old, false, none())
              .where(functions.not(functions.expr(slice.predicate())));
      actions.addAll(
          CollectionConverters.asJava(transaction.writeFiles(kept, none(), seq(List.of()))));
    }
    return actions;
  }

  private static AddFile action(TableFiles.DataFile file) {
    return new AddFile(
        file.logged(),
        map(file.partition()),
        file.bytes(),
        file.modified(),
        true,
        null,
        null,
        null,
        none(),
        none(),
        none(),
        none(),
        none());
  }

  /** Begins on the newest version, and refuses one that newer readers only could read. */
  private OptimisticTransaction begin() {
    OptimisticTransaction transaction = log.startTransaction(none(), Option.apply(newest()));
    if (transaction.readVersion() < 0) {
      transaction.updateMetadataForNewTable(metadata());
    }
    requireReaderVersion1(table, transaction.protocol().minReaderVersion());
    addColumns(transaction);
    return transaction;
  }

  /**
   * The newest version. Of a table that is not there it keeps the protocol, which Delta else finds
   * anew each time it asks.
   */
  private Snapshot newest() {
    Snapshot newest = log.update(false, none(), none());
    return newest.version() < 0
        ? new DummySnapshot(
            log.logPath(), log, newest.metadata(), none(), Option.apply(newest.protocol()))
        : newest;
  }

  /**
   * A table that an earlier release made takes the columns it lacks; old rows have none in them.
   */
  private void addColumns(OptimisticTransaction transaction) {
    Metadata stored = transaction.metadata();
    List<String> known = List.of(stored.schema().fieldNames());
    StructType all = stored.schema();
    for (StructField field : table.structType().fields()) {
      all = known.contains(field.name()) ? all : all.add(field);
    }
    if (all.length() > known.size()) {
      transaction.updateMetadata(
          new Metadata(
              stored.id(),
              stored.name(),
              stored.description(),
              stored.format(),
              all.json(),
              stored.partitionColumns(),
              stored.configuration(),
              stored.createdTime()),
          false);
    }
  }

  static void requireReaderVersion1(TableSpec table, int reader) {
    if (TableFiles.isNewer(reader)) {
      throw new UserProblem(
          "Table " + table.qualifiedName() + " needs Delta reader version " + reader + ".",
          "BI tools that read version 1 would fail on it, or silently lose rows.",
          "Take the features off (ALTER TABLE ... DROP FEATURE) or write to another --warehouse.");
    }
  }

  private Metadata metadata() {
    return Metadata.apply(
        UUID.randomUUID().toString(),
        null,
        table.grain(),
        new Format("parquet", map(Map.of())),
        table.structType().json(),
        seq(table.partitions()),
        map(TableProperties.of(table)),
        Option.apply(log.clock().getTimeMillis()));
  }

  private Expression expression(String predicate) {
    try {
      return spark.sessionState().sqlParser().parseExpression(predicate);
    } catch (ParseException e) {
      throw new IllegalStateException("A slice is no predicate: " + predicate, e);
    }
  }

  private static <T> Option<T> none() {
    return Option.empty();
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }

  private static scala.collection.immutable.Map<String, String> map(Map<String, String> map) {
    return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(map));
  }
}
