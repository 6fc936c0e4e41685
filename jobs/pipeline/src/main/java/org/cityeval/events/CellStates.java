package org.cityeval.events;

import java.util.Arrays;

/**
 * What is known of one measure, by cell, while events are read or parts are put together. States of
 * the same cell can be added up in any order, with the same result.
 */
abstract class CellStates {
  private long[] records = new long[64];

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

  /** Counts one event; subclasses look at its value before. */
  final void count(int cell) {
    if (cell >= records.length) {
      records = Arrays.copyOf(records, Math.max(2 * records.length, cell + 1));
    }
    records[cell]++;
  }

  void add(int cell, double value) {
    throw new UnsupportedOperationException("no number is asked for");
  }

  void add(int cell, long value) {
    throw new UnsupportedOperationException("no id is asked for");
  }

  void add(int cell, boolean value) {
    throw new UnsupportedOperationException("no truth is asked for");
  }

  void add(int cell, byte[] value) {
    throw new UnsupportedOperationException("no text is asked for");
  }

  /** Events counted. */
  final long records(int cell) {
    return cell < records.length ? records[cell] : 0;
  }

  final void write(int cell, ByteSink out) {
    long counted = records(cell);
    out.writeLong(counted);
    if (counted > 0) {
      writeState(cell, out);
    }
  }

  /** Adds a state that was written. */
  final void read(int cell, ByteSource in) {
    long more = in.readLong();
    if (more > 0) {
      if (cell >= records.length) {
        records = Arrays.copyOf(records, Math.max(2 * records.length, cell + 1));
      }
      records[cell] += more;
      readState(cell, in);
    }
  }

  abstract void writeState(int cell, ByteSink out);

  abstract void readState(int cell, ByteSource in);

  /** The measure's value, where events were counted. */
  abstract double value(int cell);

  /** Bytes held by what grows with the events and not with the cells alone, roughly. */
  abstract long bytes();

  /** Events with a value. */
  private static final class Counts extends CellStates {
    @Override
    void writeState(int cell, ByteSink out) {}

    @Override
    void readState(int cell, ByteSource in) {}

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
    private long[] holds = new long[64];

    @Override
    void add(int cell, boolean value) {
      reach(cell);
      holds[cell] += value ? 1 : 0;
    }

    private void reach(int cell) {
      if (cell >= holds.length) {
        holds = Arrays.copyOf(holds, Math.max(2 * holds.length, cell + 1));
      }
    }

    @Override
    void writeState(int cell, ByteSink out) {
      reach(cell);
      out.writeLong(holds[cell]);
    }

    @Override
    void readState(int cell, ByteSource in) {
      reach(cell);
      holds[cell] += in.readLong();
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
