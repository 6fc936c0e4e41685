package org.cityeval.events;

import java.util.Arrays;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.events.cell.CellStates;
import org.cityeval.events.cell.Feed;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.events.collect.Mixing;
import org.cityeval.lake.CellText;

/** The values of one measure in a batch of events, and the reasons against them. One task's own. */
final class EventValues {
  private final EventPlan plan;
  private int[] reasons = new int[0];
  private double[] numbers = new double[0];
  private long[] longs = new long[0];
  private byte[][] texts = new byte[0][];

  EventValues(EventPlan plan) {
    this.plan = plan;
  }

  /** A whole number of any type. */
  static long integral(ColumnVector column, int event) {
    DataType type = column.dataType();
    if (type instanceof IntegerType) {
      return column.getInt(event);
    }
    if (type instanceof ShortType) {
      return column.getShort(event);
    }
    return type instanceof ByteType ? column.getByte(event) : column.getLong(event);
  }

  private static double number(ColumnVector column, int event) {
    DataType type = column.dataType();
    if (type instanceof DoubleType) {
      return column.getDouble(event);
    }
    return type instanceof FloatType ? column.getFloat(event) : integral(column, event);
  }

  /** Reads a measure; what was read before is overwritten. */
  void read(ColumnarBatch batch, int measure) {
    int events = batch.numRows();
    if (reasons.length < events) {
      reasons = new int[events];
      numbers = new double[events];
      longs = new long[events];
      texts = new byte[events][];
    }
    boolean isTold = plan.columns().reasons() != EventPlan.NONE;
    if (isTold) {
      told(batch, measure + 1, events);
    }
    int place = plan.columns().values().get(measure);
    if (place == EventPlan.NONE) {
      if (!isTold) {
        Arrays.fill(reasons, 0, events, ReasonCodes.NONE);
      }
      return;
    }
    ColumnVector column = batch.column(place);
    if (!isTold) {
      presence(column, events);
    }
    values(column, plan.feeds().get(measure), events);
  }

  private void told(ColumnarBatch batch, int index, int events) {
    ColumnVector packed = batch.column(plan.columns().reasons() + PackedReasons.column(index));
    for (int i = 0; i < events; i++) {
      reasons[i] = PackedReasons.unpack(packed.getLong(i), index);
    }
  }

  private void presence(ColumnVector column, int events) {
    if (!column.hasNull()) {
      Arrays.fill(reasons, 0, events, ReasonCodes.NONE);
      return;
    }
    for (int i = 0; i < events; i++) {
      reasons[i] = column.isNullAt(i) ? ReasonCodes.NO_VALUE : ReasonCodes.NONE;
    }
  }

  private void values(ColumnVector column, Feed feed, int events) {
    switch (feed.type()) {
      case NUMBER -> {
        for (int i = 0; i < events; i++) {
          if (reasons[i] == ReasonCodes.NONE) {
            numbers[i] = number(column, i);
            reasons[i] = feed.judge(numbers[i]);
          }
        }
      }
      case LONG -> {
        for (int i = 0; i < events; i++) {
          if (reasons[i] == ReasonCodes.NONE) {
            longs[i] = integral(column, i);
          }
        }
      }
      case TRUTH -> {
        for (int i = 0; i < events; i++) {
          if (reasons[i] == ReasonCodes.NONE) {
            longs[i] = column.getBoolean(i) ? 1 : 0;
          }
        }
      }
      case TEXT -> texts(column, events);
      case PRESENCE -> {
        if (column.dataType() == DataTypes.StringType) {
          texts(column, events);
        }
      }
    }
  }

  private void texts(ColumnVector column, int events) {
    for (int i = 0; i < events; i++) {
      if (reasons[i] == ReasonCodes.NONE) {
        UTF8String text = CellText.stripped(column.getUTF8String(i));
        texts[i] = text.getBytes();
        if (texts[i].length == 0) {
          reasons[i] = ReasonCodes.NO_VALUE;
        }
      }
    }
  }

  /** Codes of {@link ReasonCodes}. */
  int[] reasons() {
    return reasons;
  }

  /** Whether there is no reason against any value. */
  boolean areGood(int events) {
    boolean good = true;
    for (int i = 0; i < events; i++) {
      good &= reasons[i] == ReasonCodes.NONE;
    }
    return good;
  }

  /** Takes good values into the hashes of their events. */
  void hashInto(long[] hashes, Feed feed, int events) {
    switch (feed.type()) {
      case NUMBER -> {
        for (int i = 0; i < events; i++) {
          hashes[i] = Mixing.step(hashes[i], Double.doubleToRawLongBits(numbers[i]));
        }
      }
      case LONG, TRUTH -> {
        for (int i = 0; i < events; i++) {
          hashes[i] = Mixing.step(hashes[i], longs[i]);
        }
      }
      case TEXT, PRESENCE -> {
        for (int i = 0; i < events; i++) {
          hashes[i] = Mixing.step(hashes[i], bits(feed, i));
        }
      }
    }
  }

  /** Adds the good values to their cells. */
  void addTo(CellStates states, Feed feed, int[] cells, int events) {
    states.count(cells, events);
    switch (feed.type()) {
      case NUMBER -> states.addNumbers(cells, numbers, events);
      case LONG, TRUTH -> states.addIds(cells, longs, events);
      case TEXT -> states.addTexts(cells, texts, events);
      case PRESENCE -> {
        // That it is there is all that counts.
      }
    }
  }

  /** A good value in 64 bits, which texts may share. */
  long bits(Feed feed, int event) {
    return switch (feed.type()) {
      case NUMBER -> Double.doubleToRawLongBits(numbers[event]);
      case LONG, TRUTH -> longs[event];
      case TEXT -> Mixing.of(texts[event], 0, texts[event].length);
      case PRESENCE -> 0;
    };
  }
}
