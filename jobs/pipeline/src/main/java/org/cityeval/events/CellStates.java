package org.cityeval.events;

import java.util.Arrays;

/**
 * What is known of one measure, by cell, while events are read or parts are put together. States of
 * the same cell can be added up in any order, with the same result. Events come in batches: the
 * cell of each, below 0 where it does not count, and its value.
 */
abstract class CellStates {
  private static final int FIRST_CELLS = 64;

  private long[] records = new long[FIRST_CELLS];

  /** The states of an aggregate. */
  static CellStates of(Feed feed) {
    return switch (feed.aggregate()) {
      case COUNT -> new Counts();
      case SUM, MEAN -> new Sums(feed.aggregate());
      case SHARE -> new Shares();
      case DISTINCT -> feed.type() == Feed.Type.LONG ? new DistinctIds() : new DistinctTexts();
      case DISTINCT_APPROXIMATE -> new DistinctSketches();
    };
  }

  /** Makes room for cells up to a number; called before events of new cells are added. */
  final void reach(int cells) {
    if (cells > records.length) {
      records = Arrays.copyOf(records, Math.max(2 * records.length, cells));
      grow(records.length);
    }
  }

  /** Counts events; their values are added by one of the others. */
  final void count(int[] cells, int events) {
    for (int i = 0; i < events; i++) {
      if (cells[i] >= 0) {
        records[cells[i]]++;
      }
    }
  }

  void addNumbers(int[] cells, double[] values, int events) {
    throw new UnsupportedOperationException("no numbers are asked for");
  }

  /** Adds ids; or truths, 1 and 0. */
  void addIds(int[] cells, long[] values, int events) {
    throw new UnsupportedOperationException("no ids are asked for");
  }

  void addTexts(int[] cells, byte[][] values, int events) {
    throw new UnsupportedOperationException("no texts are asked for");
  }

  /** Events counted. */
  final long records(int cell) {
    return records[cell];
  }

  final void write(int cell, ByteSink out) {
    out.writeLong(records[cell]);
    if (records[cell] > 0) {
      writeState(cell, out);
    }
  }

  /** Adds a state that was written. */
  final void read(int cell, ByteSource in) {
    long more = in.readLong();
    if (more > 0) {
      records[cell] += more;
      readState(cell, in);
    }
  }

  /** Forgets a cell. */
  final void clear(int cell) {
    records[cell] = 0;
    clearState(cell);
  }

  abstract void grow(int cells);

  abstract void writeState(int cell, ByteSink out);

  abstract void readState(int cell, ByteSource in);

  abstract void clearState(int cell);

  /** The measure's value, where events were counted. */
  abstract double value(int cell);

  /** Bytes held by what grows with the events and not with the cells alone, roughly. */
  abstract long bytes();

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
    double value(int cell) {
      return records(cell);
    }

    @Override
    long bytes() {
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
    void addIds(int[] cells, long[] values, int events) {
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
    double value(int cell) {
      return (double) holds[cell] / records(cell);
    }

    @Override
    long bytes() {
      return 0;
    }
  }
}
