package org.cityeval.comparison;

import java.util.Arrays;

/**
 * Ranks of many rows of finite numbers, 1 for the largest; equal numbers share the best of theirs.
 * As {@link org.cityeval.numeric.statistics.Ranks#fromHighest}, for rows of the same length one
 * after the other, with nothing made anew for each. A long row is sorted by digits of its bits, in
 * time linear in its length.
 */
final class FloatRanks {
  /** Of fewer, each is compared with each. */
  private static final int FEWEST_TO_SORT = 64;

  private static final int MOST_BITS = 11;

  private final int length;
  private final int[] counts = new int[1 << MOST_BITS];
  private final int[] keys;

  /** Keys, and in the lower half their places. */
  private long[] sorted;

  private long[] other;

  /**
   * Ranks of rows.
   *
   * @param length of each
   */
  FloatRanks(int length) {
    this.length = length;
    boolean sorts = length >= FEWEST_TO_SORT;
    this.keys = new int[sorts ? length : 0];
    this.sorted = new long[keys.length];
    this.other = new long[keys.length];
  }

  /**
   * The ranks of one row.
   *
   * @param ranks takes them, from {@code at} on
   */
  void of(float[] row, int[] ranks, int at) {
    if (length < FEWEST_TO_SORT) {
      compare(row, ranks, at);
      return;
    }
    sort(row);
    int rank = 0;
    long former = -1;
    for (int i = 0; i < length; i++) {
      long key = sorted[i] >>> Integer.SIZE;
      if (key != former) {
        rank = i + 1;
        former = key;
      }
      ranks[at + (int) sorted[i]] = rank;
    }
  }

  private void compare(float[] row, int[] ranks, int at) {
    for (int i = 0; i < length; i++) {
      int rank = 1;
      for (int j = 0; j < length; j++) {
        rank += row[j] > row[i] ? 1 : 0;
      }
      ranks[at + i] = rank;
    }
  }

  /** By the digits of the keys, the last first, as many as the keys differ in. */
  private void sort(float[] row) {
    int smallest = Integer.MAX_VALUE;
    int largest = Integer.MIN_VALUE;
    for (int i = 0; i < length; i++) {
      keys[i] = key(row[i]);
      smallest = Math.min(smallest, keys[i]);
      largest = Math.max(largest, keys[i]);
    }
    for (int i = 0; i < length; i++) {
      sorted[i] = ((long) keys[i] - smallest) << Integer.SIZE | i;
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros((long) largest - smallest);
    int digits = (bits + MOST_BITS - 1) / MOST_BITS;
    int width = digits == 0 ? 0 : (bits + digits - 1) / digits;
    for (int digit = 0; digit < digits; digit++) {
      sortBy(Integer.SIZE + digit * width, (1 << width) - 1);
    }
  }

  private void sortBy(int shift, int mask) {
    Arrays.fill(counts, 0, mask + 1, 0);
    for (int i = 0; i < length; i++) {
      counts[(int) (sorted[i] >>> shift) & mask]++;
    }
    int before = 0;
    for (int i = 0; i <= mask; i++) {
      int count = counts[i];
      counts[i] = before;
      before += count;
    }
    for (int i = 0; i < length; i++) {
      other[counts[(int) (sorted[i] >>> shift) & mask]++] = sorted[i];
    }
    long[] by = other;
    other = sorted;
    sorted = by;
  }

  /** Falls where the number grows; adding zero takes the sign off a zero. */
  private static int key(float number) {
    int bits = Float.floatToRawIntBits(number + 0.0f);
    return bits < 0 ? bits & Integer.MAX_VALUE : ~bits;
  }
}
