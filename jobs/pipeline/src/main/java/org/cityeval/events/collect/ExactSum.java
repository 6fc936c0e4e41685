package org.cityeval.events.collect;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of doubles without rounding until it is asked for. It depends neither on the order of what
 * is added nor on how that is split. Whole numbers are added as such. All others are added to
 * digits of 32 bits that span the range of a double. Only the digits touched are held. This is
 * Kulisch's long accumulator, in the form of Neal (Fast exact summation using small and large
 * superaccumulators, 2015).
 */
public final class ExactSum {
  /** A double is a whole multiple of two to the minus this. */
  private static final int FRACTION_BITS = 1074;

  private static final int DIGIT_BITS = 32;
  private static final long DIGIT = (1L << DIGIT_BITS) - 1;
  private static final int MANTISSA_BITS = 52;

  /** Whole numbers below it are added as such; a sum beyond {@link #FULL} is put away first. */
  private static final double WHOLE_BELOW = 0x1p52;

  private static final long FULL = 1L << 62;

  /** So many times a digit takes another without overflow. */
  private static final int MOST_ADDITIONS = 1 << 30;

  private long whole;
  private long[] digits;
  private int lowest;
  private int additions;

  /** What was put away, in units of the smallest double; null for none. */
  private BigInteger rest;

  /**
   * Adds a number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public void add(double value) {
    long integer = (long) value;
    if (integer == value && Math.abs(value) < WHOLE_BELOW) {
      whole += integer;
      if (whole >= FULL || whole <= -FULL) {
        putAway();
      }
    } else {
      addDigits(value);
    }
  }

  private void addDigits(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> MANTISSA_BITS) & 0x7ff;
    if (exponent == 0x7ff) {
      throw new IllegalArgumentException("Not a finite number: " + value);
    }
    long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << MANTISSA_BITS;
    }
    int position = exponent - 1;
    int shift = position % DIGIT_BITS;
    int at = window(position / DIGIT_BITS);
    long low = (mantissa << shift) & DIGIT;
    long middle = (mantissa >>> (DIGIT_BITS - shift)) & DIGIT;
    long high = (mantissa >>> DIGIT_BITS) >>> (DIGIT_BITS - shift);
    if (bits < 0) {
      digits[at] -= low;
      digits[at + 1] -= middle;
      digits[at + 2] -= high;
    } else {
      digits[at] += low;
      digits[at + 1] += middle;
      digits[at + 2] += high;
    }
    additions++;
    if (additions == MOST_ADDITIONS) {
      putAway();
    }
  }

  /** Where in the held digits the given one and its two successors stand. */
  private int window(int digit) {
    if (digits == null) {
      lowest = digit;
      digits = new long[3];
    } else if (digit < lowest) {
      long[] wider = new long[digits.length + lowest - digit];
      System.arraycopy(digits, 0, wider, lowest - digit, digits.length);
      digits = wider;
      lowest = digit;
    } else if (digit + 3 > lowest + digits.length) {
      digits = Arrays.copyOf(digits, digit + 3 - lowest);
    }
    return digit - lowest;
  }

  private void putAway() {
    rest = exact();
    whole = 0;
    digits = null;
    additions = 0;
  }

  /** The sum in units of the smallest double. */
  private BigInteger exact() {
    BigInteger sum = BigInteger.valueOf(whole).shiftLeft(FRACTION_BITS);
    if (digits != null) {
      BigInteger fraction = BigInteger.ZERO;
      for (int i = digits.length - 1; i >= 0; i--) {
        fraction = fraction.shiftLeft(DIGIT_BITS).add(BigInteger.valueOf(digits[i]));
      }
      sum = sum.add(fraction.shiftLeft(DIGIT_BITS * lowest));
    }
    return rest == null ? sum : sum.add(rest);
  }

  /** The double nearest to the sum, ties to even; infinite if it is beyond all doubles. */
  public double value() {
    if (digits == null && rest == null) {
      return whole;
    }
    BigInteger exact = exact();
    BigInteger size = exact.abs();
    // 64 bits round as all of them do if the lowest says whether anything follows.
    int shift = Math.max(0, size.bitLength() - Long.SIZE);
    BigInteger leading = size.shiftRight(shift);
    if (shift > 0 && size.getLowestSetBit() < shift) {
      leading = leading.setBit(0);
    }
    double value = Math.scalb(leading.doubleValue(), shift - FRACTION_BITS);
    return exact.signum() < 0 ? -value : value;
  }

  public void write(ByteSink out) {
    if (digits == null && rest == null) {
      out.writeLong(whole);
      out.writeSize(0);
      return;
    }
    BigInteger exact = exact();
    int zeros = Math.max(0, exact.getLowestSetBit());
    byte[] bytes = exact.shiftRight(zeros).toByteArray();
    out.writeLong(0);
    out.writeSize(bytes.length);
    out.writeSize(zeros);
    out.writeBytes(bytes, bytes.length);
  }

  /** Adds a sum that was written. */
  public void read(ByteSource in) {
    long integers = in.readLong();
    int length = in.readSize();
    // A sum that was written as whole stays below the limit, and so does twice that in 64 bits.
    whole += integers;
    if (whole >= FULL || whole <= -FULL) {
      putAway();
    }
    if (length > 0) {
      int zeros = in.readSize();
      BigInteger sum = new BigInteger(in.readBytes(length)).shiftLeft(zeros);
      rest = rest == null ? sum : rest.add(sum);
    }
  }
}
