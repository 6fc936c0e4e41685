package org.cityeval.numeric.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Sums of neighbouring values as the decimals they are written as, exact and rounded once. The
 * digits of a value are found once for all sums that it is part of, and only if one of them needs
 * them.
 */
final class DecimalSums {
  private static final MathContext DIVIDED = MathContext.DECIMAL128;

  /**
   * Decimals of up to nine places are added up as whole numbers, the usual case and the fast one.
   */
  private static final double PARTS = 1e9;

  private static final double LARGEST_WHOLE = 0x1p53;

  /** Places with which a power of ten, times how many are summed, is a double. */
  private static final int MOST_PLACES = 22;

  /**
   * So near to the middle of two doubles, as a share of the way there, the digits of all decide.
   */
  private static final double UNSURE = 1e-6;

  private static final int RADIX = 10;

  private final double[] values;
  private Digits[] digits;

  DecimalSums(double[] values) {
    this.values = values;
  }

  /**
   * The sum of the observed values from one position to another, not included, over a divisor.
   *
   * @param observed of them, at least 1
   * @param divisor 1, or as many as are observed
   */
  double over(int from, int to, int observed, int divisor) {
    double most = LARGEST_WHOLE / observed;
    double parts = 0;
    boolean isWhole = true;
    for (int i = from; i < to && isWhole; i++) {
      if (!Double.isNaN(values[i])) {
        double part = Math.rint(values[i] * PARTS);
        isWhole = part / PARTS == values[i] && Math.abs(part) < most;
        parts += part;
      }
    }
    if (isWhole) {
      return parts / (PARTS * divisor);
    }
    for (int i = from; i < to; i++) {
      if (Double.isInfinite(values[i])) {
        double[] some = Arrays.copyOfRange(values, from, to);
        return Moments.sum(some) / divisor;
      }
    }
    if (observed > 1) {
      return overDigits(from, to, divisor);
    }
    double only = 0;
    for (int i = from; i < to; i++) {
      only = Double.isNaN(values[i]) ? only : values[i];
    }
    return only;
  }

  private double overDigits(int from, int to, int divisor) {
    Digits sum = Digits.ZERO;
    for (int i = from; i < to && sum != null; i++) {
      sum = Double.isNaN(values[i]) ? sum : sum.plus(digits(i));
    }
    double told = sum == null ? Double.NaN : sum.over(divisor);
    if (!Double.isNaN(told)) {
      return told;
    }
    BigDecimal exact = sum == null ? longSum(from, to) : sum.decimal();
    return exact.divide(BigDecimal.valueOf(divisor), DIVIDED).doubleValue();
  }

  /** The sum where it has more digits than a whole number holds. */
  private BigDecimal longSum(int from, int to) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = from; i < to; i++) {
      sum = Double.isNaN(values[i]) ? sum : sum.add(digits(i).decimal());
    }
    return sum;
  }

  private Digits digits(int i) {
    if (digits == null) {
      digits = new Digits[values.length];
    }
    if (digits[i] == null) {
      digits[i] = Digits.of(values[i]);
    }
    return digits[i];
  }

  /**
   * A decimal: {@code unscaled} times ten to the power of minus {@code scale}.
   *
   * @param unscaled all digits, at most 18
   */
  record Digits(long unscaled, int scale) {
    static final Digits ZERO = new Digits(0, 0);

    /** Those that a finite double is written with, of which there are at most 17. */
    static Digits of(double number) {
      String text = Double.toString(number);
      long unscaled = 0;
      int scale = 0;
      boolean isFraction = false;
      int at = text.charAt(0) == '-' ? 1 : 0;
      for (; at < text.length() && text.charAt(at) != 'E'; at++) {
        if (text.charAt(at) == '.') {
          isFraction = true;
        } else {
          unscaled = RADIX * unscaled + (text.charAt(at) - '0');
          scale += isFraction ? 1 : 0;
        }
      }
      if (at < text.length()) {
        scale -= Integer.parseInt(text.substring(at + 1));
      }
      // 80.0 is 80.
      if (unscaled % RADIX == 0) {
        unscaled /= RADIX;
        scale--;
      }
      return new Digits(number < 0 ? -unscaled : unscaled, scale);
    }

    BigDecimal decimal() {
      return BigDecimal.valueOf(unscaled, scale);
    }

    /** The exact sum; null where it has more digits than a whole number holds. */
    Digits plus(Digits other) {
      if (unscaled == 0) {
        // Else zero, which has no places, would have a number of 300 digits written out.
        return other;
      }
      if (scale < other.scale) {
        return other.plus(this);
      }
      long aligned = other.unscaled;
      for (int place = other.scale; place < scale && aligned != 0; place++) {
        if (aligned > Long.MAX_VALUE / RADIX || aligned < Long.MIN_VALUE / RADIX) {
          return null;
        }
        aligned *= RADIX;
      }
      long sum = unscaled + aligned;
      boolean isTooLarge = ((unscaled ^ sum) & (aligned ^ sum)) < 0;
      return isTooLarge ? null : new Digits(sum, scale);
    }

    /**
     * The double next to this over a divisor; {@code NaN} where that takes more digits to tell.
     *
     * <p>The quotient of doubles and that of its remainder are the quotient to some 104 binary
     * digits. They tell the nearest double, unless they lie next to the middle of two.
     */
    double over(int divisor) {
      if (unscaled == 0) {
        return 0;
      }
      if (scale < 0 || scale > MOST_PLACES) {
        return Double.NaN;
      }
      double power = Decimals.powerOfTen(scale);
      double over = power * divisor;
      double high = unscaled;
      double low = unscaled - (long) high;
      if (Math.fma(power, divisor, -over) != 0 || high == Long.MAX_VALUE) {
        return Double.NaN;
      }
      double quotient = high / over;
      double rest = (Math.fma(-quotient, over, high) + low) / over;
      double nearest = quotient + rest;
      double beyond = Math.abs(rest - (nearest - quotient));
      double middle = Math.ulp(nearest) / 2;
      // Below a power of two the next double is half as far.
      boolean isUnsure =
          Math.abs(beyond - middle) <= UNSURE * middle
              || Math.abs(beyond - middle / 2) <= UNSURE * middle;
      return isUnsure ? Double.NaN : nearest;
    }
  }
}
