package org.cityeval.numeric.statistics;

import java.util.Arrays;

/**
 * A power of two that brings values to the order of one, so that their sums, products and squares
 * neither overflow nor vanish. Nothing is rounded by it, but for values 300 orders of magnitude
 * below the largest, so that results have the same digits with and without.
 *
 * @param exponent of two that the values were divided by
 */
public record BinaryScale(int exponent) {
  /** Leaves room for differences and for sums of a few. */
  private static final int ROOM = 2;

  /** The scale of the largest of some values; infinities and {@code NaN} have none. */
  public static BinaryScale of(double... values) {
    double largest = 0;
    for (double value : values) {
      double size = Math.abs(value);
      largest = size > largest && size < Double.POSITIVE_INFINITY ? size : largest;
    }
    if (largest == 0) {
      return new BinaryScale(0);
    }
    // A subnormal has no exponent of its own before it is brought up.
    int exponent =
        largest < Double.MIN_NORMAL
            ? Math.getExponent(largest * 0x1p60) - 60
            : Math.getExponent(largest);
    return new BinaryScale(exponent + ROOM);
  }

  /** The values in this scale: below 1/2 in size. */
  public double[] reduced(double[] values) {
    return Arrays.stream(values).map(this::reduced).toArray();
  }

  /** A value in this scale. */
  public double reduced(double value) {
    return Math.scalb(value, -exponent);
  }

  /** A value of this scale in the unit of the values again; infinite where it is too large. */
  public double restored(double reduced) {
    return Math.scalb(reduced, exponent);
  }
}
