package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.CellStates;
import org.cityeval.events.cell.Feed;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;
import org.junit.jupiter.api.Test;

/** Values of batches made by hand. */
class EventValuesTest {
  private static final int ROOM = 8;

  private static EventPlan plan(int reasons, Feed... feeds) {
    return new EventPlan(
        "city/trips",
        new EventPlan.Places(EventPlan.NONE, reasons, 0, 0, EventPlan.NONE, List.of(0)),
        EventPlan.DateType.DATE,
        ZoneOffset.UTC,
        CellKey.NO_DAY,
        Reason.UNKNOWN_DISTRICT,
        List.of(feeds));
  }

  private static EventValues read(EventPlan plan, int events, ColumnVector... columns) {
    EventValues values = new EventValues(plan);
    values.read(new ColumnarBatch(columns, events), 0);
    return values;
  }

  private static Feed feed(Aggregate aggregate, Feed.Type type, MeasureConfig.Range range) {
    return new Feed("fare", aggregate, type, true, range);
  }

  private static double value(EventValues values, Feed feed, int... cells) {
    CellStates states = CellStates.of(feed);
    values.addTo(states, feed, cells, cells.length);
    return states.value(0);
  }

  /** 2 and 3 are good; nothing, a negative count, what is no number and 11 are not. */
  @Test
  void numbersAreJudgedOneByOne() {
    OnHeapColumnVector column = new OnHeapColumnVector(ROOM, DataTypes.DoubleType);
    column.appendDouble(2);
    column.appendNull();
    column.appendDouble(-1);
    column.appendDouble(Double.NaN);
    column.appendDouble(11);
    column.appendDouble(3);
    Feed feed = feed(Aggregate.SUM, Feed.Type.NUMBER, new MeasureConfig.Range(0, 10));
    EventValues values = read(plan(EventPlan.NONE, feed), 6, column);

    assertThat(values.reasons())
        .containsExactly(
            ReasonCodes.NONE,
            ReasonCodes.NO_VALUE,
            ReasonCodes.of(Reason.NEGATIVE_COUNT),
            ReasonCodes.of(Reason.UNPARSABLE_NUMBER),
            ReasonCodes.of(Reason.OUT_OF_RANGE),
            ReasonCodes.NONE);
    assertThat(values.areGood(6)).isFalse();
    assertThat(value(values, feed, 0, -1, -1, -1, -1, 0)).isEqualTo(5);
  }

  /** Four cells that say d1, with blanks as pages leave them, are one device; a blank is none. */
  @Test
  void textsCountWithoutTheBlanksAroundThem() {
    OnHeapColumnVector column = new OnHeapColumnVector(ROOM, DataTypes.StringType);
    for (String cell : List.of("d1", " d1", "d1\u00a0", "\u3000d1\t", "\u00a0", "d2")) {
      byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
      column.appendByteArray(bytes, 0, bytes.length);
    }
    Feed feed = feed(Aggregate.DISTINCT, Feed.Type.TEXT, null);
    EventValues values = read(plan(EventPlan.NONE, feed), 6, column);

    assertThat(values.reasons()[4]).isEqualTo(ReasonCodes.NO_VALUE);
    assertThat(value(values, feed, 0, 0, 0, 0, -1, 0)).isEqualTo(2);
  }

  @Test
  void aShareIsThatOfTheEventsThatItHoldsFor() {
    OnHeapColumnVector column = new OnHeapColumnVector(ROOM, DataTypes.BooleanType);
    for (boolean cell : new boolean[] {true, false, false, true, false}) {
      column.appendBoolean(cell);
    }
    Feed feed = feed(Aggregate.SHARE, Feed.Type.TRUTH, null);
    EventValues values = read(plan(EventPlan.NONE, feed), 5, column);

    assertThat(values.areGood(5)).isTrue();
    assertThat(value(values, feed, 0, 0, 0, 0, 0)).isEqualTo(0.4);
  }

  /** 7 is told to have no value, whatever stands in its cell. */
  @Test
  void aReasonThatWasToldIsBelieved() {
    OnHeapColumnVector column = new OnHeapColumnVector(ROOM, DataTypes.LongType);
    OnHeapColumnVector told = new OnHeapColumnVector(ROOM, DataTypes.LongType);
    for (long id : new long[] {5, 7, 5}) {
      column.appendLong(id);
      told.appendLong(id == 7 ? (ReasonCodes.NO_VALUE + 1L) << 6 : 0);
    }
    Feed feed = feed(Aggregate.DISTINCT, Feed.Type.LONG, null);
    EventValues values = read(plan(1, feed), 3, column, told);

    assertThat(values.reasons())
        .containsExactly(ReasonCodes.NONE, ReasonCodes.NO_VALUE, ReasonCodes.NONE);
    assertThat(value(values, feed, 0, -1, 0)).isEqualTo(1);
  }

  @Test
  void wholeNumbersOfAnyTypeAreTheSame() {
    OnHeapColumnVector bytes = new OnHeapColumnVector(ROOM, DataTypes.ByteType);
    bytes.appendByte((byte) -3);
    OnHeapColumnVector shorts = new OnHeapColumnVector(ROOM, DataTypes.ShortType);
    shorts.appendShort((short) -3);
    OnHeapColumnVector ints = new OnHeapColumnVector(ROOM, DataTypes.IntegerType);
    ints.appendInt(-3);
    OnHeapColumnVector longs = new OnHeapColumnVector(ROOM, DataTypes.LongType);
    longs.appendLong(-3);

    for (ColumnVector column : new ColumnVector[] {bytes, shorts, ints, longs}) {
      assertThat(EventValues.integral(column, 0)).isEqualTo(-3);
    }
  }

  @Test
  void aHashTellsOneValueFromAnother() {
    OnHeapColumnVector column = new OnHeapColumnVector(ROOM, DataTypes.DoubleType);
    for (double number : new double[] {1, 1, 2}) {
      column.appendDouble(number);
    }
    Feed feed = feed(Aggregate.SUM, Feed.Type.NUMBER, null);
    long[] hashes = {9, 9, 9};
    read(plan(EventPlan.NONE, feed), 3, column).hashInto(hashes, feed, 3);

    assertThat(hashes[0]).isEqualTo(hashes[1]).isNotEqualTo(hashes[2]).isNotEqualTo(9);
  }
}
