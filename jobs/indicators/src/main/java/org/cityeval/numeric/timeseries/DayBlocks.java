package org.cityeval.numeric.timeseries;

import java.util.random.RandomGenerator;

/**
 * Draws days in blocks, because neighbouring days resemble each other and single draws would make
 * intervals too narrow.
 *
 * <p>Source: Künsch (1989), the moving-block bootstrap.
 */
public final class DayBlocks {
  private DayBlocks() {}

  /**
   * Day indices (0-based) of one replicate of a series of {@code days} days: blocks of {@code
   * blockDays} consecutive days with uniformly drawn starts, the last one cut to length. A series
   * shorter than a block is one block, that is the series itself.
   */
  public static int[] indices(int days, int blockDays, RandomGenerator random) {
    if (days < 0 || blockDays < 1) {
      throw new IllegalArgumentException(
          "No replicate of " + days + " days in blocks of " + blockDays);
    }
    int block = Math.min(blockDays, days);
    int[] indices = new int[days];
    for (int from = 0; from < days; from += block) {
      int start = random.nextInt(days - block + 1);
      for (int day = from; day < Math.min(days, from + block); day++) {
        indices[day] = start + day - from;
      }
    }
    return indices;
  }

  /** The values at the given days, in that order. */
  public static double[] take(double[] daily, int[] indices) {
    double[] taken = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      taken[i] = daily[indices[i]];
    }
    return taken;
  }
}
