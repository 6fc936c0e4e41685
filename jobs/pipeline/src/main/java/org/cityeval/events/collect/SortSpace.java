package org.cityeval.events.collect;

import java.util.Arrays;

/** Sorts parts of arrays; keeps the room that takes for the next time. */
public final class SortSpace {
  private static final int DIGIT_BITS = 11;
  private static final int BUCKETS = 1 << DIGIT_BITS;

  /** Below it comparing costs less than counting into buckets. */
  private static final int RADIX_FROM = 512;

  private final int[] starts = new int[BUCKETS];
  private int[] spare = new int[BUCKETS];
  private long[] spareLongs = new long[0];

  /** Sorts numbers that are not negative. */
  void sort(int[] values, int from, int to) {
    if (to - from < RADIX_FROM) {
      Arrays.sort(values, from, to);
      return;
    }
    room(to - from);
    int any = 0;
    int all = -1;
    for (int i = from; i < to; i++) {
      any |= values[i];
      all &= values[i];
    }
    int varying = any & ~all;
    for (int shift = 0; shift < Integer.SIZE; shift += DIGIT_BITS) {
      if ((varying >>> shift & (BUCKETS - 1)) != 0) {
        pass(values, from, to, shift);
      }
    }
  }

  private void pass(int[] values, int from, int to, int shift) {
    Arrays.fill(starts, 0);
    for (int i = from; i < to; i++) {
      starts[values[i] >>> shift & (BUCKETS - 1)]++;
    }
    int start = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int count = starts[bucket];
      starts[bucket] = start;
      start += count;
    }
    for (int i = from; i < to; i++) {
      int value = values[i];
      spare[starts[value >>> shift & (BUCKETS - 1)]++] = value;
    }
    System.arraycopy(spare, 0, values, from, to - from);
  }

  /**
   * Merges two sorted parts, [0, middle) without repetition and [middle, to), into one without.
   *
   * @return how many are left, from 0 on
   */
  int merge(int[] values, int middle, int to) {
    if (middle == 0) {
      return unique(values, to);
    }
    room(to);
    int left = 0;
    int right = middle;
    int count = 0;
    while (left < middle || right < to) {
      boolean takeLeft = right == to || (left < middle && values[left] <= values[right]);
      int next = takeLeft ? values[left++] : values[right++];
      if (count == 0 || spare[count - 1] != next) {
        spare[count++] = next;
      }
    }
    System.arraycopy(spare, 0, values, 0, count);
    return count;
  }

  private static int unique(int[] values, int to) {
    int count = Math.min(1, to);
    for (int i = 1; i < to; i++) {
      if (values[i] != values[count - 1]) {
        values[count++] = values[i];
      }
    }
    return count;
  }

  /** As {@link #merge(int[], int, int)}. */
  int merge(long[] values, int middle, int to) {
    if (spareLongs.length < to) {
      spareLongs = new long[Math.max(to, 2 * spareLongs.length)];
    }
    int left = 0;
    int right = middle;
    int count = 0;
    while (left < middle || right < to) {
      boolean takeLeft = right == to || (left < middle && values[left] <= values[right]);
      long next = takeLeft ? values[left++] : values[right++];
      if (count == 0 || spareLongs[count - 1] != next) {
        spareLongs[count++] = next;
      }
    }
    System.arraycopy(spareLongs, 0, values, 0, count);
    return count;
  }

  private void room(int length) {
    if (spare.length < length) {
      spare = new int[Math.max(length, 2 * spare.length)];
    }
  }
}
