package org.cityeval.warehouse;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.defaults.internal.data.vector.DefaultGenericVector;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.TableAlreadyExistsException;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.transaction.CreateTableTransactionBuilder;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.cityeval.table.spec.TableSpec;

/**
 * Adds a few rows that this process holds to a table, or files that stand there, by Delta Kernel:
 * no session is needed, and no job runs. A new table is made by the commit that brings its first.
 */
final class TableAppend {
  private static final String ENGINE = "CityEval";

  private final Engine engine;
  private final TableSpec table;
  private final StructType schema;
  private final String location;

  /**
   * @param engine one that keeps a note with each commit
   * @param schema the columns, partitions among them
   */
  TableAppend(
      Engine engine,
      TableSpec table,
      org.apache.spark.sql.types.StructType schema,
      String location) {
    this.engine = engine;
    this.table = table;
    this.schema = DataTypeJsonSerDe.deserializeStructType(schema.json());
    this.location = location;
  }

  /**
   * Adds rows in one commit.
   *
   * @param isNew whether the table is not there yet
   * @param rows cells in the order of the table's columns, all of one partition
   */
  void write(boolean isNew, List<Object[]> rows) {
    if (!table.checks().isEmpty()) {
      throw new IllegalArgumentException(
          table.qualifiedName() + " has checks, and Delta Kernel evaluates none.");
    }
    try {
      commit(isNew ? creation() : update(), rows);
    } catch (TableAlreadyExistsException | ConcurrentWriteException faster) {
      if (!isNew) {
        throw faster;
      }
      // Another evaluation made the same table meanwhile.
      commit(update(), rows);
    }
  }

  /**
   * Makes the table of files.
   *
   * @param files that stand in its folder, all of one partition
   */
  void adopt(List<TableFiles.DataFile> files) {
    Transaction transaction = creation();
    if (files.isEmpty()) {
      commit(transaction, CloseableIterable.emptyIterable());
      return;
    }
    Row state = transaction.getTransactionState(engine);
    DataWriteContext context =
        Transaction.getWriteContext(engine, state, partition(files.get(0).partition()));
    Iterator<DataFileStatus> there =
        files.stream()
            .map(
                file ->
                    new DataFileStatus(
                        file.path(), file.bytes(), file.modified(), Optional.empty()))
            .iterator();
    commit(
        transaction,
        CloseableIterable.inMemoryIterable(
            Transaction.generateAppendActions(
                engine, state, Utils.toCloseableIterator(there), context)));
  }

  private Transaction creation() {
    CreateTableTransactionBuilder creation =
        TableManager.buildCreateTableTransaction(location, schema, ENGINE)
            .withTableProperties(TableProperties.ofKernel(table));
    return (table.partitions().isEmpty()
            ? creation
            : creation.withDataLayoutSpec(
                DataLayoutSpec.partitioned(table.partitions().stream().map(Column::new).toList())))
        .build(engine);
  }

  private Transaction update() {
    Snapshot snapshot = TableManager.loadSnapshot(location).build(engine);
    TableCommit.requireReaderVersion1(table, snapshot.getProtocol().getMinReaderVersion());
    return snapshot.buildUpdateTableTransaction(ENGINE, Operation.WRITE).build(engine);
  }

  /** By the columns that partition the table. */
  private Map<String, Literal> partition(List<Object[]> rows) {
    Map<String, String> values = new TreeMap<>();
    for (String column : table.partitions()) {
      int at = schema.indexOf(column);
      Set<Object> found = new HashSet<>();
      rows.forEach(row -> found.add(row[at]));
      if (found.size() != 1) {
        throw new IllegalArgumentException(
            table.qualifiedName() + " is given rows of several partitions: " + found);
      }
      values.put(column, String.valueOf(rows.get(0)[at]));
    }
    return partition(values);
  }

  private Map<String, Literal> partition(Map<String, String> values) {
    Map<String, Literal> literals = new TreeMap<>();
    values.forEach(
        (column, value) ->
            literals.put(
                column,
                schema.get(column).getDataType().equals(DateType.DATE)
                    ? Literal.ofDate(Math.toIntExact(LocalDate.parse(value).toEpochDay()))
                    : Literal.ofString(value)));
    return literals;
  }

  private void commit(Transaction transaction, List<Object[]> rows) {
    Row state = transaction.getTransactionState(engine);
    Map<String, Literal> partition = partition(rows);
    FilteredColumnarBatch batch = new FilteredColumnarBatch(batch(rows), Optional.empty());
    try (CloseableIterator<FilteredColumnarBatch> data =
        Transaction.transformLogicalData(
            engine, state, Utils.singletonCloseableIterator(batch), partition)) {
      DataWriteContext context = Transaction.getWriteContext(engine, state, partition);
      CloseableIterator<DataFileStatus> files =
          engine
              .getParquetHandler()
              .writeParquetFiles(folder(context), data, context.getStatisticsColumns());
      commit(
          transaction,
          CloseableIterable.inMemoryIterable(
              Transaction.generateAppendActions(engine, state, files, context)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + location, e);
    }
  }

  /** Kernel gives the folder as a URI and takes it as a path: a space would become {@code %20}. */
  private static String folder(DataWriteContext context) {
    return new Path(URI.create(context.getTargetDirectory())).toString();
  }

  private void commit(Transaction transaction, CloseableIterable<Row> actions) {
    try {
      TransactionCommitResult made = transaction.commit(engine, actions);
      for (PostCommitHook hook : made.getPostCommitHooks()) {
        // A checksum would tell of the table without its description, and Delta would refuse it.
        if (hook.getType() == PostCommitHook.PostCommitHookType.CHECKPOINT) {
          hook.threadSafeInvoke(engine);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + location, e);
    }
  }

  private DefaultColumnarBatch batch(List<Object[]> rows) {
    ColumnVector[] columns = new ColumnVector[schema.length()];
    for (int i = 0; i < columns.length; i++) {
      int at = i;
      columns[i] =
          DefaultGenericVector.fromArray(
              schema.at(i).getDataType(), rows.stream().map(row -> stored(row[at])).toArray());
    }
    return new DefaultColumnarBatch(rows.size(), schema, columns);
  }

  private static Object stored(Object cell) {
    if (cell instanceof Instant instant) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
    return cell instanceof LocalDate day ? (Object) (int) day.toEpochDay() : cell;
  }
}
