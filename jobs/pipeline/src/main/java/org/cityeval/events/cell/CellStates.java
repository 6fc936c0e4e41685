package org.cityeval.events.cell;

import java.util.Arrays;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;

/**
 * What is known of one measure, by cell, while events are read or parts are put together. States of
 * the same cell can be added up in any order, with the same result. Events come in batches: the
 * cell of each, below 0 where it does not count, and its value.
 */
public abstract class CellStates {
  private static final int FIRST_CELLS = 64;

  private long[] records = new long[FIRST_CELLS];

  /** The states of an aggregate. */
  public static CellStates of(Feed feed) {
    return switch (feed.aggregate()) {
      case COUNT -> new Counts();
      case SUM, MEAN -> new Sums(feed.aggregate());
      case SHARE -> new Shares();
      case DISTINCT -> feed.type() == Feed.Type.LONG ? new DistinctIds() : new DistinctTexts();
      case DISTINCT_APPROXIMATE -> new DistinctSketches();
    };
  }

  /** Makes room for cells up to a number; called before events of new cells are added. */
  public final void reach(int cells) {
    if (cells > records.length) {
      records = Arrays.copyOf(records, Math.max(2 * records.length, cells));
      grow(records.length);
    }
  }

  /** Counts events; their values are added by one of the others. */
  public final void count(int[] cells, int events) {
    for (int i = 0; i < events; i++) {
      if (cells[i] >= 0) {
        records[cells[i]]++;
      }
    }
  }

  public void addNumbers(int[] cells, double[] values, int events) {
    throw new UnsupportedOperationException("no numbers are asked for");
  }

  /** Adds ids; or truths, 1 and 0. */
  public void addIds(int[] cells, long[] values, int events) {
    throw new UnsupportedOperationException("no ids are asked for");
  }

  public void addTexts(int[] cells, byte[][] values, int events) {
    throw new UnsupportedOperationException("no texts are asked for");
  }

  /** Events counted. */
  public final long records(int cell) {
    return records[cell];
  }

  public final void write(int cell, ByteSink out) {
    out.writeLong(records[cell]);
    if (records[cell] > 0) {
      writeState(cell, out);
    }
  }

  /** Adds a state that was written. */
  public final void read(int cell, ByteSource in) {
    long more = in.readLong();
    if (more > 0) {
      records[cell] += more;
      readState(cell, in);
    }
  }

  /** Forgets a cell. */
  public final void clear(int cell) {
    records[cell] = 0;
    clearState(cell);
  }

  abstract void grow(int cells);

  abstract void writeState(int cell, ByteSink out);

  abstract void readState(int cell, ByteSource in);

  abstract void clearState(int cell);

  /** The measure's value, where events were counted. */
  public abstract double value(int cell);

  /** Bytes held by what grows with the events and not with the cells alone, roughly. */
  public abstract long bytes();

  /** Events with a value. */
  private static final class Counts extends CellStates {
    @Override
    void grow(int cells) {}

    @Override
    void writeState(int cell, ByteSink out) {}

    @Override
    void readState(int cell, ByteSource in) {}

    @Override
    void clearState(int cell) {}

    @Override
    public double value(int cell) {
      return records(cell);
    }

    @Override
    public long bytes() {
      return 0;
    }
  }

  /** The share of events for which something holds. */
  private static final class Shares extends CellStates {
    private long[] holds = new long[FIRST_CELLS];

    @Override
    void grow(int cells) {
      holds = Arrays.copyOf(holds, cells);
    }

    @Override
    public void addIds(int[] cells, long[] values, int events) {
      for (int i = 0; i < events; i++) {
        if (cells[i] >= 0) {
          holds[cells[i]] += values[i];
        }
      }
    }

    @Override
    void writeState(int cell, ByteSink out) {
      out.writeLong(holds[cell]);
    }

    @Override
    void readState(int cell, ByteSource in) {
      holds[cell] += in.readLong();
    }

    @Override
    void clearState(int cell) {
      holds[cell] = 0;
    }

    @Override
    public double value(int cell) {
      return (double) holds[cell] / records(cell);
    }

    @Override
    public long bytes() {
      return 0;
    }
  }
}
