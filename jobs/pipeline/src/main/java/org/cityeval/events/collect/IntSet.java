package org.cityeval.events.collect;

import java.util.Arrays;

/**
 * Different numbers from 0 to 2^31 - 1, exactly. They are appended as they come and put in order
 * when room runs out. So adding one is writing one, without search or probing. It never takes more
 * than twice the memory of the different ones.
 */
public final class IntSet {
  private static final int FIRST_ROOM = 8;

  /** Below it, more room costs less than looking for what is twice there. */
  private static final int ORDER_FROM = 1 << 14;

  private int[] values = new int[FIRST_ROOM];
  private int size;

  /** So many from the first on are in order and different. */
  private int ordered;

  public void add(int value, SortSpace space) {
    if (size == values.length) {
      makeRoom(space);
    }
    values[size++] = value;
  }

  private void makeRoom(SortSpace space) {
    if (size >= ORDER_FROM) {
      order(space);
    }
    if (size > values.length / 2) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
  }

  private void order(SortSpace space) {
    if (ordered < size) {
      space.sort(values, ordered, size);
      size = space.merge(values, ordered, size);
      ordered = size;
    }
  }

  /** Forgets all numbers, and keeps the room. */
  public void clear() {
    size = 0;
    ordered = 0;
  }

  public int count(SortSpace space) {
    order(space);
    return size;
  }

  /** The numbers in order; valid up to the count. */
  public int[] ordered(SortSpace space) {
    order(space);
    return values;
  }

  public void write(ByteSink out, SortSpace space) {
    order(space);
    out.writeSize(size);
    int before = 0;
    for (int i = 0; i < size; i++) {
      out.writeSize(values[i] - before);
      before = values[i];
    }
  }

  /** Adds a set that was written. */
  public void read(ByteSource in, SortSpace space) {
    order(space);
    int more = in.readSize();
    if (size + more > values.length) {
      values = Arrays.copyOf(values, Math.max(size + more, Math.min(2 * size, Integer.MAX_VALUE)));
    }
    int value = 0;
    for (int i = 0; i < more; i++) {
      value += in.readSize();
      values[size + i] = value;
    }
    size = space.merge(values, size, size + more);
    ordered = size;
  }
}
