package org.cityeval.numeric.frontier;

import java.util.Arrays;

/**
 * Powers of two, as exponents, that bring the entries of a program near one.
 *
 * @param row what each row is multiplied by
 * @param column what each variable's coefficients are multiplied by; the last stands for the limits
 */
record Scales(int[] row, int[] column) {
  private static final int SWEEPS = 4;

  /** Far beyond the exponent of any number, and of their sums. */
  private static final int NO_SIZE = 1 << 28;

  /** Bits of a double below its exponent. */
  private static final int MANTISSA = 52;

  static Scales none(int rows, int variables) {
    return new Scales(new int[rows], new int[variables + 1]);
  }

  static Scales of(double[][] coefficients, double[] limits) {
    int rows = limits.length;
    int columns = rows == 0 ? 1 : coefficients[0].length + 1;
    // Sizes of zeros are neither the least nor the most of any row.
    int[][] least = new int[rows][columns];
    int[][] most = new int[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double entry = j + 1 < columns ? coefficients[i][j] : limits[i];
        least[i][j] = entry == 0 ? NO_SIZE : Math.getExponent(entry);
        most[i][j] = entry == 0 ? -NO_SIZE : least[i][j];
      }
    }
    Scales scales = new Scales(new int[rows], new int[columns]);
    int[] low = new int[columns];
    int[] high = new int[columns];
    // Rows that stay as they are would have the columns stay, and these the rows.
    boolean moved = true;
    for (int sweep = 0; sweep < SWEEPS && moved; sweep++) {
      Arrays.fill(low, NO_SIZE);
      Arrays.fill(high, -NO_SIZE);
      for (int i = 0; i < rows; i++) {
        widen(low, high, least[i], most[i], scales.row[i]);
      }
      for (int j = 0; j < columns; j++) {
        scales.column[j] = -middle(low[j], high[j]);
      }
      moved = false;
      for (int i = 0; i < rows; i++) {
        int scale = -middle(least[i], most[i], scales.column);
        moved |= scale != scales.row[i];
        scales.row[i] = scale;
      }
    }
    return scales;
  }

  private static void widen(int[] low, int[] high, int[] least, int[] most, int scale) {
    for (int j = 0; j < low.length; j++) {
      low[j] = Math.min(low[j], least[j] + scale);
      high[j] = Math.max(high[j], most[j] + scale);
    }
  }

  int limits() {
    return column[column.length - 1];
  }

  private static int middle(int[] least, int[] most, int[] scales) {
    int low = NO_SIZE;
    int high = -NO_SIZE;
    for (int j = 0; j < scales.length; j++) {
      low = Math.min(low, least[j] + scales[j]);
      high = Math.max(high, most[j] + scales[j]);
    }
    return middle(low, high);
  }

  /** Half-way between the smallest and the largest entry; 0 where all are zeros. */
  private static int middle(int low, int high) {
    return high < -NO_SIZE / 2 ? 0 : Math.floorDiv(low + high, 2);
  }

  /** {@link Math#scalb} by one multiplication, where the power of two is a normal number. */
  static double scaled(double number, int exponent) {
    return exponent >= Double.MIN_EXPONENT && exponent <= Double.MAX_EXPONENT
        ? number * Double.longBitsToDouble((exponent + (long) Double.MAX_EXPONENT) << MANTISSA)
        : Math.scalb(number, exponent);
  }
}
