package org.cityeval.numeric.statistics;

import java.io.Serializable;

/**
 * A power of two that brings values to the order of one, so that their sums, products and squares
 * neither overflow nor vanish. Nothing is rounded by it, but for values 300 orders of magnitude
 * below the largest, so that results have the same digits with and without.
 *
 * @param exponent of two that the values were divided by
 */
public record BinaryScale(int exponent) implements Serializable {
  /** Leaves room for differences and for sums of a few. */
  private static final int ROOM = 2;

  /** The exponents of powers of two that a number holds to full precision. */
  private static final int LEAST_POWER = Double.MIN_EXPONENT;

  private static final int LARGEST_POWER = Double.MAX_EXPONENT;

  /** Bits of a number after its exponent. */
  private static final int MANTISSA = 52;

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
    double[] reduced = new double[values.length];
    for (int i = 0; i < reduced.length; i++) {
      reduced[i] = times(values[i], -exponent);
    }
    return reduced;
  }

  /** A value in this scale. */
  public double reduced(double value) {
    return times(value, -exponent);
  }

  /** A value of this scale in the unit of the values again; infinite where it is too large. */
  public double restored(double reduced) {
    return times(reduced, exponent);
  }

  /**
   * As {@link Math#scalb}, rounded once at most as there. The power is made of its bits, since a
   * multiplication is a tenth of that method's time.
   */
  private static double times(double value, int power) {
    return power >= LEAST_POWER && power <= LARGEST_POWER
        ? value * Double.longBitsToDouble((long) (power + Double.MAX_EXPONENT) << MANTISSA)
        : Math.scalb(value, power);
  }
}
