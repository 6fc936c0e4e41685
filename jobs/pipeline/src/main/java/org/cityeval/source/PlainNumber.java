package org.cityeval.source;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;

/**
 * A decimal number as programs write it, {@value Notation#PLAIN_NUMBER}. NaN, Infinity and 1d are
 * none, nor is what exceeds a double.
 */
public final class PlainNumber {
  /**
   * A whole number up to it, over a power of ten up to the 22nd, is rounded once (Clinger 1990).
   */
  private static final long LARGEST_EXACT = 1L << 53;

  private static final int MOST_DIGITS = 18;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  private PlainNumber() {}

  /** The number that a text without blanks around it writes, or null. */
  static Column of(Column text) {
    return MethodColumn.ask(PlainNumber.class, "read", DataTypes.DoubleType, text);
  }

  /** Called by plans. */
  public static Double read(UTF8String text) {
    int end = text.numBytes();
    int at = end > 0 && isSign(text.getByte(0)) ? 1 : 0;
    int digits = 0;
    int decimals = 0;
    long whole = 0;
    boolean pointed = false;
    for (; at < end; at++) {
      byte octet = text.getByte(at);
      if (octet == '.' && !pointed) {
        pointed = true;
      } else if (isDigit(octet)) {
        digits++;
        decimals += pointed ? 1 : 0;
        whole = digits > MOST_DIGITS ? whole : 10 * whole + (octet - '0');
      } else {
        break;
      }
    }
    if (digits == 0 || (at < end && !isExponent(text, at, end))) {
      return null;
    }
    if (at == end && digits <= MOST_DIGITS && whole <= LARGEST_EXACT) {
      double number = whole / POWERS[decimals];
      return text.getByte(0) == '-' ? -number : number;
    }
    double number = Double.parseDouble(text.toString());
    return Double.isInfinite(number) ? null : number;
  }

  private static boolean isExponent(UTF8String text, int from, int end) {
    int at = from + 1;
    if (text.getByte(from) != 'e' && text.getByte(from) != 'E') {
      return false;
    }
    at += at < end && isSign(text.getByte(at)) ? 1 : 0;
    boolean any = at < end;
    for (; at < end; at++) {
      any &= isDigit(text.getByte(at));
    }
    return any;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static boolean isSign(byte octet) {
    return octet == '+' || octet == '-';
  }
}
