package org.cityeval.events.cell;

import java.util.Arrays;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.cityeval.events.collect.IntSet;
import org.cityeval.events.collect.SortSpace;
import org.cityeval.events.collect.TextCodes;

/**
 * Different texts, exactly. Within a part of the lake each text has a number. Parts must exchange
 * the texts themselves, so what is handed over is as large as they are. Ids that are whole numbers
 * are better read as such.
 */
final class DistinctTexts extends CellStates {
  private final SortSpace space = new SortSpace();
  private TextCodes codes = new TextCodes();
  private IntSet[] sets = new IntSet[64];
  private long held;

  @Override
  void grow(int cells) {
    sets = Arrays.copyOf(sets, cells);
  }

  @Override
  public void addTexts(int[] cells, byte[][] values, int events) {
    held += events;
    for (int i = 0; i < events; i++) {
      if (cells[i] >= 0) {
        set(cells[i]).add(codes.code(values[i]), space);
      }
    }
  }

  private IntSet set(int cell) {
    if (sets[cell] == null) {
      sets[cell] = new IntSet();
    }
    return sets[cell];
  }

  /** Cells that are put together one by one share no texts worth keeping. */
  @Override
  void clearState(int cell) {
    sets[cell] = null;
    codes = new TextCodes();
  }

  @Override
  void writeState(int cell, ByteSink out) {
    int count = set(cell).count(space);
    int[] different = sets[cell].ordered(space);
    out.writeSize(count);
    for (int i = 0; i < count; i++) {
      byte[] text = codes.text(different[i]);
      out.writeSize(text.length);
      out.writeBytes(text, text.length);
    }
  }

  @Override
  void readState(int cell, ByteSource in) {
    int count = in.readSize();
    for (int i = 0; i < count; i++) {
      set(cell).add(codes.code(in.readBytes(in.readSize())), space);
    }
  }

  @Override
  public double value(int cell) {
    return set(cell).count(space);
  }

  @Override
  public long bytes() {
    return codes.bytes() + 2 * Integer.BYTES * held;
  }
}
