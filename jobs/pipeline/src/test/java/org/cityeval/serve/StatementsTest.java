package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class StatementsTest {
  /** Names no table, so that nothing has to be published. */
  private static final String THREE_VALUES =
      "select cast(? as int) + 1, cast(? as timestamp_ntz), upper(?)";

  @TempDir private Path folder;
  private Statements statements;

  @BeforeEach
  void begin(SparkSession spark) {
    statements = new Statements(new Warehouse(spark, StoragePath.of(folder)));
  }

  /** Values on their way: one batch for each count of rows, all with the same values. */
  private static final class SentValues extends FlightStream {
    private final VectorSchemaRoot root;
    private final List<Integer> batches;
    private int at = -1;

    SentValues(RootAllocator allocator, VectorSchemaRoot root, List<Integer> batches) {
      super(allocator, 1, (message, cause) -> {}, count -> {});
      this.root = root;
      this.batches = batches;
    }

    @Override
    public boolean next() {
      at++;
      if (at < batches.size()) {
        root.setRowCount(batches.get(at));
      }
      return at < batches.size();
    }

    @Override
    public VectorSchemaRoot getRoot() {
      return root;
    }

    /** Nothing is under way. */
    @Override
    public void close() {}
  }

  /** Puts batches of so many rows, of which each holds these values; null for nothing. */
  private void put(
      ByteString handle, List<Integer> batches, Integer number, Long millis, String text) {
    try (RootAllocator allocator = new RootAllocator();
        IntVector numbers = new IntVector("parameter_1", allocator);
        TimeStampMilliVector times = new TimeStampMilliVector("parameter_2", allocator);
        VarCharVector texts = new VarCharVector("parameter_3", allocator);
        VectorSchemaRoot root = VectorSchemaRoot.of(numbers, times, texts);
        SentValues values = new SentValues(allocator, root, batches)) {
      set(number, numbers::setNull, value -> numbers.setSafe(0, value));
      set(millis, times::setNull, value -> times.setSafe(0, value));
      set(text, texts::setNull, value -> texts.setSafe(0, value.getBytes(StandardCharsets.UTF_8)));
      statements.put(handle, values);
      if (text != null) {
        // The memory of a stream is used again.
        texts.getDataBuffer().setByte(0, 'z');
      }
    }
  }

  private static <T> void set(T value, Consumer<Integer> nothing, Consumer<T> something) {
    if (value == null) {
      nothing.accept(0);
    } else {
      something.accept(value);
    }
  }

  private static void assertNotFound(Runnable call, String description) {
    assertThatExceptionOfType(FlightRuntimeException.class)
        .isThrownBy(call::run)
        .satisfies(
            told -> {
              assertThat(told.status().code()).isEqualTo(FlightStatusCode.NOT_FOUND);
              assertThat(told.status().description()).isEqualTo(description);
            });
  }

  private static void assertProblem(Runnable call, String problem, String why) {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(call::run)
        .withMessage(problem)
        .satisfies(told -> assertThat(told.why()).isEqualTo(why));
  }

  @Test
  void anAnswerIsFetchedOnce() {
    Statements.Answer answer = statements.answer("select 7 n");
    Statements.Answer other = statements.answer("select 7 n");

    assertThat(answer.handle()).isNotEqualTo(other.handle());
    assertThat(statements.take(answer.handle()).collectAsList())
        .extracting(Row::mkString)
        .containsExactly("7");
    assertNotFound(
        () -> statements.take(answer.handle()),
        "The answer was fetched already, or waited too long. Ask again.");
    assertThat(statements.take(other.handle()).collectAsList()).hasSize(1);
    assertNotFound(
        () -> statements.take(ByteString.copyFromUtf8("guessed")),
        "The answer was fetched already, or waited too long. Ask again.");
  }

  @Test
  void aPreparedStatementSaysWhatItExpectsAndAnswers() {
    Statements.Known known = statements.prepare(THREE_VALUES);

    assertThat(known.expected().parameters())
        .containsExactly(DataTypes.IntegerType, DataTypes.TimestampNTZType, DataTypes.StringType);
    assertThat(known.expected().columns().fields())
        .extracting(StructField::dataType)
        .containsExactly(DataTypes.IntegerType, DataTypes.TimestampNTZType, DataTypes.StringType);
  }

  @Test
  void theValuesThatWereLastPutCount() {
    ByteString handle = statements.prepare(THREE_VALUES).handle();

    put(handle, List.of(1), 41, 1_583_020_800_001L, "ä");
    Row first = statements.carryOut(handle).rows().first();
    put(handle, List.of(1), 1, -1L, "' or 1=1");
    Row second = statements.carryOut(handle).rows().first();

    assertThat(first.getInt(0)).isEqualTo(42);
    assertThat(first.get(1)).isEqualTo(LocalDateTime.of(2020, 3, 1, 0, 0, 0, 1_000_000));
    assertThat(first.getString(2)).isEqualTo("Ä");
    assertThat(second.getInt(0)).isEqualTo(2);
    assertThat(second.get(1)).isEqualTo(LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_000_000));
    assertThat(second.getString(2)).isEqualTo("' OR 1=1");
  }

  @Test
  void nothingIsAValue() {
    ByteString handle = statements.prepare(THREE_VALUES).handle();

    put(handle, List.of(1), null, null, null);

    Row row = statements.carryOut(handle).rows().first();
    assertThat(row.isNullAt(0)).isTrue();
    assertThat(row.isNullAt(1)).isTrue();
    assertThat(row.isNullAt(2)).isTrue();
  }

  /** A driver may send an empty batch before or after the row. */
  @Test
  void batchesWithoutARowChangeNothing() {
    ByteString handle = statements.prepare(THREE_VALUES).handle();

    put(handle, List.of(0, 1, 0), 5, 0L, "a");
    put(handle, List.of(0), 9, 0L, "b");
    put(handle, List.of(), 9, 0L, "b");

    assertThat(statements.carryOut(handle).rows().first().getInt(0)).isEqualTo(6);
  }

  @Test
  void moreThanOneRowOfValuesIsRefusedAndTheLastOnesStay() {
    ByteString handle = statements.prepare(THREE_VALUES).handle();
    put(handle, List.of(1), 5, 0L, "a");
    String problem = "A query takes one row of values at a time.";

    assertProblem(() -> put(handle, List.of(2), 9, 0L, "b"), problem, "");
    assertProblem(() -> put(handle, List.of(1, 1), 9, 0L, "b"), problem, "");

    assertThat(statements.carryOut(handle).rows().first().getInt(0)).isEqualTo(6);
  }

  @Test
  void aStatementThatLacksValuesIsToldSo() {
    ByteString handle = statements.prepare(THREE_VALUES).handle();

    assertProblem(
        () -> statements.carryOut(handle),
        "The statement has 3 question marks, and was given 0 values.",
        "");
  }

  @Test
  void aClosedStatementIsForgottenAndTheOthersAreNot() {
    String closed = "The prepared statement is closed. Prepare it again.";
    ByteString one = statements.prepare("select 1").handle();
    ByteString other = statements.prepare("select 1").handle();

    statements.close(one);
    statements.close(one);

    assertNotFound(() -> statements.carryOut(one), closed);
    assertNotFound(() -> put(one, List.of(1), 1, 1L, "a"), closed);
    assertThat(statements.carryOut(other).rows().count()).isEqualTo(1);
  }

  /** The longest that is taken has 100,000 characters. */
  @Test
  void aStatementThatIsTooLongIsNotRead() {
    String longest = "select 1 --" + "x".repeat(100_000 - 11);

    assertThat(statements.answer(longest).rows().count()).isEqualTo(1);
    for (Consumer<String> ask :
        List.<Consumer<String>>of(statements::answer, statements::prepare)) {
      assertProblem(
          () -> ask.accept(longest + "x"),
          "The statement has 100001 characters.",
          "The endpoint takes at most 100000.");
    }
  }

  /** Brackets that stand beside each other are no levels. */
  @Test
  void aStatementThatIsTooDeepIsNotParsed() {
    String deep = "select 1 --" + "(".repeat(500) + ")".repeat(500) + "()";

    assertThat(statements.answer(deep).rows().count()).isEqualTo(1);
    assertProblem(
        () -> statements.answer("select 1 --)" + "(".repeat(502)),
        "The statement is nested too deeply.",
        "The endpoint takes at most 500 brackets within each other.");
  }

  /** What is written, but not published, is out of reach. */
  @Test
  void onlyWhatIsPublishedIsAsked() {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> statements.answer("select * from gold.wave"));
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> statements.prepare("select * from gold.wave"));
  }
}
