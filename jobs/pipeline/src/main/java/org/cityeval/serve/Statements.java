package org.cityeval.serve;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.util.ArrowUtils;
import org.apache.spark.sql.vectorized.ArrowColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.problem.UserProblem;
import org.cityeval.query.Reach;
import org.cityeval.query.WarehouseQuery;
import org.cityeval.warehouse.Warehouse;

/**
 * Statements between two calls: prepared ones, and answers whose rows were not fetched yet. Each is
 * known by a handle that nobody can guess, and forgotten when it was not asked for in a while.
 */
final class Statements {
  private static final int LONGEST = 100_000;

  /** Of brackets; the parser takes seconds for thousands. */
  private static final int DEEPEST = 500;

  private static final int MOST = 10_000;
  private static final Duration KEPT_PREPARED = Duration.ofHours(12);
  private static final Duration KEPT_ANSWERED = Duration.ofMinutes(10);

  private final Warehouse warehouse;
  private final Cache<String, Prepared> prepared =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT_PREPARED).build();
  private final Cache<String, Dataset<Row>> answers =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT_ANSWERED).build();

  Statements(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** A statement and the values that were last put into it. */
  private static final class Prepared {
    private final String text;
    private volatile List<Literal> values = List.of();

    Prepared(String text) {
      this.text = text;
    }
  }

  /** An answer that waits to be fetched. */
  record Answer(ByteString handle, Dataset<Row> rows) {}

  /** A statement that waits to be carried out. */
  record Known(ByteString handle, WarehouseQuery.Expected expected) {}

  Known prepare(String text) {
    WarehouseQuery.Expected expected = query(text).expected(text);
    String handle = UUID.randomUUID().toString();
    prepared.put(handle, new Prepared(text));
    return new Known(ByteString.copyFromUtf8(handle), expected);
  }

  void close(ByteString handle) {
    prepared.invalidate(handle.toString(StandardCharsets.UTF_8));
  }

  /** Takes the values that a client puts in place of the question marks. */
  void put(ByteString handle, FlightStream values) {
    Prepared statement = known(handle);
    List<Literal> row = null;
    while (values.next()) {
      VectorSchemaRoot root = values.getRoot();
      if (root.getRowCount() > 1 || (row != null && root.getRowCount() > 0)) {
        throw new UserProblem(
            "A query takes one row of values at a time.", "", "Carry it out once for each.");
      }
      if (root.getRowCount() == 1) {
        row = literals(root);
      }
    }
    if (row != null) {
      statement.values = row;
    }
  }

  private static List<Literal> literals(VectorSchemaRoot root) {
    return root.getFieldVectors().stream().map(Statements::literal).toList();
  }

  private static Literal literal(FieldVector vector) {
    if (vector instanceof TimeStampMilliVector time) {
      Long micros = time.isNull(0) ? null : (Long) Math.multiplyExact(time.get(0), 1000L);
      return new Literal(micros, DataTypes.TimestampNTZType);
    }
    DataType type = ArrowUtils.fromArrowField(vector.getField());
    ColumnVector[] column = {new ArrowColumnVector(vector)};
    // Not closed: the vector is the stream's. Copied, for its memory is used again.
    InternalRow row = new ColumnarBatch(column, 1).getRow(0).copy();
    return new Literal(row.isNullAt(0) ? null : row.get(0, type), type);
  }

  /** Answers a prepared statement from what is published now. */
  Answer carryOut(ByteString handle) {
    Prepared statement = known(handle);
    return keep(query(statement.text).answer(statement.text, statement.values));
  }

  Answer answer(String text) {
    return keep(query(text).answer(text));
  }

  private Answer keep(Dataset<Row> rows) {
    String handle = UUID.randomUUID().toString();
    answers.put(handle, rows);
    return new Answer(ByteString.copyFromUtf8(handle), rows);
  }

  /** An answer, which is fetched once. */
  Dataset<Row> take(ByteString handle) {
    Dataset<Row> rows = answers.asMap().remove(handle.toString(StandardCharsets.UTF_8));
    if (rows == null) {
      throw CallStatus.NOT_FOUND
          .withDescription("The answer was fetched already, or waited too long. Ask again.")
          .toRuntimeException();
    }
    return rows;
  }

  private Prepared known(ByteString handle) {
    Prepared statement = prepared.getIfPresent(handle.toString(StandardCharsets.UTF_8));
    if (statement == null) {
      throw CallStatus.NOT_FOUND
          .withDescription("The prepared statement is closed. Prepare it again.")
          .toRuntimeException();
    }
    return statement;
  }

  private WarehouseQuery query(String text) {
    if (text.length() > LONGEST) {
      throw new UserProblem(
          "The statement has " + text.length() + " characters.",
          "The endpoint takes at most " + LONGEST + ".",
          "Write a shorter one.");
    }
    if (depth(text) > DEEPEST) {
      throw new UserProblem(
          "The statement is nested too deeply.",
          "The endpoint takes at most " + DEEPEST + " brackets within each other.",
          "Write it with fewer.");
    }
    return new WarehouseQuery(warehouse, Reach.PUBLISHED);
  }

  /** Brackets within texts count, too. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
