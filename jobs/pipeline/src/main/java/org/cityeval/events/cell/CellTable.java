package org.cityeval.events.cell;

import java.util.Arrays;
import org.cityeval.events.collect.Mixing;

/** Numbers cells from 0 on by their key: open addressing, linear probing, nothing allocated. */
public final class CellTable {
  private static final int FIRST_SLOTS = 1 << 10;

  private int[] slots = empty(FIRST_SLOTS);
  private long[] keys = new long[FIRST_SLOTS / 2];
  private int count;
  private long lastKey;
  private int lastCell = -1;

  private static int[] empty(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }

  /** The number of a cell; a new key gets the next one. */
  public int cell(long key) {
    // Events of one district and day often follow each other.
    if (key == lastKey && lastCell >= 0) {
      return lastCell;
    }
    int slot = (int) Mixing.of(key) & (slots.length - 1);
    while (slots[slot] >= 0 && keys[slots[slot]] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] < 0) {
      if (count == keys.length) {
        grow();
        return cell(key);
      }
      keys[count] = key;
      slots[slot] = count++;
    }
    lastKey = key;
    lastCell = slots[slot];
    return lastCell;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * keys.length);
    slots = empty(2 * keys.length);
    for (int cell = 0; cell < count; cell++) {
      int slot = (int) Mixing.of(keys[cell]) & (slots.length - 1);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = cell;
    }
  }

  public int count() {
    return count;
  }

  public long key(int cell) {
    return keys[cell];
  }

  public void clear() {
    Arrays.fill(slots, -1);
    count = 0;
    lastCell = -1;
  }
}
