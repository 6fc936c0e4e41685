package org.cityeval.terminal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a person reads them: no more digits than they bear. */
public final class ShownNumber {
  /** Digits of a number of which nothing else is known. */
  public static final int DIGITS = 6;

  /** Below a ten-thousandth a power of ten is shown. */
  private static final int LEAST_EXPONENT = -3;

  private ShownNumber() {}

  /** So many significant digits, and no digit before the point lost. */
  public static String of(double number, int digits) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    boolean isLong = exact.precision() - exact.scale() >= digits;
    return plain(
        isLong
            ? exact.setScale(0, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  /**
   * As many decimals as give a spread two significant digits: the digits beyond say nothing.
   *
   * @param spread width of the interval the number lies in; where it has none, six digits are shown
   */
  public static String within(double number, double spread) {
    if (!Double.isFinite(number) || !Double.isFinite(spread) || spread <= 0) {
      return of(number, DIGITS);
    }
    BigDecimal width = BigDecimal.valueOf(spread);
    int decimals = Math.max(0, 2 - (width.precision() - width.scale()));
    return plain(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  private static String plain(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = number.stripTrailingZeros();
    // 0.0000000000379 is counted, not read.
    return stripped.precision() - stripped.scale() < LEAST_EXPONENT
        ? String.format(Locale.ROOT, "%." + (stripped.precision() - 1) + "e", stripped)
        : stripped.toPlainString();
  }
}
