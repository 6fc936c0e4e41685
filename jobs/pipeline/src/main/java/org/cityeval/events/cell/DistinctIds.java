package org.cityeval.events.cell;

import java.util.Arrays;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.cityeval.events.collect.IntSet;
import org.cityeval.events.collect.LongSet;
import org.cityeval.events.collect.SortSpace;

/** Different whole numbers, exactly: the usual ids in 32 bits, all others in 64. */
public final class DistinctIds extends CellStates {
  private final SortSpace space = new SortSpace();
  private IntSet[] small = new IntSet[64];
  private LongSet[] large = new LongSet[0];
  private long held;

  @Override
  void grow(int cells) {
    small = Arrays.copyOf(small, cells);
  }

  @Override
  public void addIds(int[] cells, long[] values, int events) {
    held += events;
    for (int i = 0; i < events; i++) {
      if (cells[i] >= 0) {
        long value = values[i];
        if (value == (value & Integer.MAX_VALUE)) {
          small(cells[i]).add((int) value, space);
        } else {
          large(cells[i]).add(value, space);
        }
      }
    }
  }

  private IntSet small(int cell) {
    IntSet set = small[cell];
    if (set == null) {
      set = new IntSet();
      small[cell] = set;
    }
    return set;
  }

  private LongSet large(int cell) {
    if (cell >= large.length) {
      large = Arrays.copyOf(large, Math.max(2 * large.length, cell + 1));
    }
    if (large[cell] == null) {
      large[cell] = new LongSet();
    }
    return large[cell];
  }

  @Override
  void writeState(int cell, ByteSink out) {
    small(cell).write(out, space);
    boolean hasLarge = cell < large.length && large[cell] != null;
    out.writeSize(hasLarge ? 1 : 0);
    if (hasLarge) {
      large[cell].write(out, space);
    }
  }

  @Override
  void readState(int cell, ByteSource in) {
    small(cell).read(in, space);
    if (in.readSize() == 1) {
      large(cell).read(in, space);
    }
  }

  @Override
  void clearState(int cell) {
    small(cell).clear();
    if (cell < large.length) {
      large[cell] = null;
    }
  }

  @Override
  public double value(int cell) {
    int count = small(cell).count(space);
    return cell < large.length && large[cell] != null
        ? (double) count + large[cell].count(space)
        : count;
  }

  @Override
  public long bytes() {
    return 2 * Integer.BYTES * held;
  }
}
