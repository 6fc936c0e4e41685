package org.cityeval.events.collect;

import java.util.Arrays;

/** Different numbers of 64 bits, exactly; as {@link IntSet} at twice the room. */
public final class LongSet {
  private static final int FIRST_ROOM = 8;
  private static final int ORDER_FROM = 1024;

  private long[] values = new long[FIRST_ROOM];
  private int size;
  private int ordered;

  public void add(long value, SortSpace space) {
    if (size == values.length) {
      if (size >= ORDER_FROM) {
        order(space);
      }
      if (size > values.length / 2) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
    }
    values[size++] = value;
  }

  private void order(SortSpace space) {
    if (ordered < size) {
      Arrays.sort(values, ordered, size);
      size = space.merge(values, ordered, size);
      ordered = size;
    }
  }

  public int count(SortSpace space) {
    order(space);
    return size;
  }

  public void write(ByteSink out, SortSpace space) {
    order(space);
    out.writeSize(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(values[i]);
    }
  }

  /** Adds a set that was written. */
  public void read(ByteSource in, SortSpace space) {
    order(space);
    int more = in.readSize();
    if (size + more > values.length) {
      values = Arrays.copyOf(values, Math.max(size + more, 2 * size));
    }
    for (int i = 0; i < more; i++) {
      values[size + i] = in.readLong();
    }
    size = space.merge(values, size, size + more);
    ordered = size;
  }
}
