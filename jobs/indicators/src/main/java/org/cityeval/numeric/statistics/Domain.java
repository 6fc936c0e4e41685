package org.cityeval.numeric.statistics;

import java.util.Locale;

/**
 * Refuses arguments for which a function has no meaning, by name, before anything is computed. What
 * comes from data and may be missing is not refused: there a function gives {@code NaN}.
 */
public final class Domain {
  private Domain() {}

  /**
   * Refuses arrays of unequal length.
   *
   * @throws IllegalArgumentException that names both
   */
  public static void sameLength(String name, int length, String other, int otherLength) {
    if (length != otherLength) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s and %s differ in length: %d and %d",
              name,
              other,
              length,
              otherLength));
    }
  }

  /**
   * Refuses a number outside an interval whose ends belong to it, and {@code NaN}.
   *
   * @throws IllegalArgumentException that names the number
   */
  public static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s lies within %s..%s, unlike %s", name, least, most, value));
    }
  }

  /**
   * Refuses a share or a probability that is not strictly between 0 and 1, such as the level of an
   * interval.
   *
   * @throws IllegalArgumentException that names the number
   */
  public static void between0And1(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s lies between 0 and 1, unlike %s", name, value));
    }
  }

  /**
   * Refuses a whole number below the least that makes sense.
   *
   * @throws IllegalArgumentException that names the number
   */
  public static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is at least %d, not %d", name, least, value));
    }
  }

  /**
   * Refuses arrays with an infinity or a {@code NaN}.
   *
   * @throws IllegalArgumentException that names the array and the place
   */
  public static void finite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s are finite, unlike number %d, %s", name, i, values[i]));
      }
    }
  }

  /** True where one of the values is infinite: such a value has an order, but no size. */
  public static boolean holdsInfinity(double... values) {
    for (double value : values) {
      if (Double.isInfinite(value)) {
        return true;
      }
    }
    return false;
  }
}
