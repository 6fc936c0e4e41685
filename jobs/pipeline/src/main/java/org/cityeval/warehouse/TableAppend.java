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
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cityeval.table.spec.TableSpec;

/**
 * Adds a few rows that this process holds to a table, by Delta Kernel: no session is needed, and no
 * job runs. A new table is made by the commit that brings its first rows.
 */
final class TableAppend {
  private static final String ENGINE = "CityEval";

  private final Engine engine;
  private final TableSpec table;
  private final String location;

  /**
   * @param engine one that keeps a note with each commit
   * @param table one that is not partitioned
   */
  TableAppend(Engine engine, TableSpec table, String location) {
    if (!table.partitions().isEmpty()) {
      throw new IllegalArgumentException(table.qualifiedName() + " is partitioned");
    }
    this.engine = engine;
    this.table = table;
    this.location = location;
  }

  /**
   * Adds rows in one commit.
   *
   * @param isNew whether the table is not there yet
   * @param rows cells in the order of the table's columns
   */
  void of(boolean isNew, List<Object[]> rows) {
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

  private Transaction creation() {
    Map<String, String> properties = new TreeMap<>(TableProperties.of(table));
    // Kernel finds the lowest protocol that fits by itself, and knows no name for it.
    properties.keySet().removeIf(name -> name.matches("delta\\.min(Reader|Writer)Version"));
    return TableManager.buildCreateTableTransaction(location, schema(), ENGINE)
        .withTableProperties(properties)
        .build(engine);
  }

  private Transaction update() {
    Snapshot snapshot = TableManager.loadSnapshot(location).build(engine);
    TableCommit.requireReaderVersion1(table, snapshot.getProtocol().getMinReaderVersion());
    return snapshot.buildUpdateTableTransaction(ENGINE, Operation.WRITE).build(engine);
  }

  private StructType schema() {
    return DataTypeJsonSerDe.deserializeStructType(table.structType().json());
  }

  private void commit(Transaction transaction, List<Object[]> rows) {
    Row state = transaction.getTransactionState(engine);
    FilteredColumnarBatch batch = new FilteredColumnarBatch(batch(rows), Optional.empty());
    try (CloseableIterator<FilteredColumnarBatch> data =
        Transaction.transformLogicalData(
            engine, state, Utils.singletonCloseableIterator(batch), Map.of())) {
      DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
      CloseableIterator<DataFileStatus> files =
          engine
              .getParquetHandler()
              .writeParquetFiles(
                  context.getTargetDirectory(), data, context.getStatisticsColumns());
      TransactionCommitResult made =
          transaction.commit(
              engine,
              CloseableIterable.inMemoryIterable(
                  Transaction.generateAppendActions(engine, state, files, context)));
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
    StructType schema = schema();
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
