package org.cityeval.numeric.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as the decimals they are written as. Data and thresholds come in decimals, of which most
 * have no binary form. Seven indices that add up to 560 have the mean 80. Whether -0.2 is at or
 * below -0.2 must not depend on the order in which they were added.
 *
 * <p>Sums, differences and means are exact over the shortest decimals of their arguments and
 * rounded once, at the end. What cannot be exact, such as a third, is compared by its first {@link
 * #DIGITS} digits. Two numbers that agree in them are equal, here and wherever a number meets a
 * threshold.
 */
public final class Decimals {
  /** So many significant digits are compared; a double holds 15, of which sums lose some. */
  public static final int DIGITS = 12;

  private static final MathContext COMPARED = new MathContext(DIGITS);
  private static final MathContext DIVIDED = MathContext.DECIMAL128;

  /** Numbers further apart, as a share of the larger, differ in the digits that are compared. */
  private static final double FAR = 1e-11;

  /**
   * Decimals of up to nine places are added up as whole numbers, the usual case and the fast one.
   */
  private static final double PARTS = 1e9;

  private static final double LARGEST_WHOLE = 0x1p53;

  private Decimals() {}

  /** Sum of the observed values, rounded once; {@code NaN} where none is. */
  public static double sum(double[] values) {
    return total(values, false);
  }

  /** Mean of the observed values, rounded once; {@code NaN} where none is. */
  public static double mean(double[] values) {
    return total(values, true);
  }

  private static double total(double[] values, boolean isMean) {
    int observed = Moments.observed(values);
    if (observed == 0) {
      return Double.NaN;
    }
    double divisor = isMean ? observed : 1;
    double most = LARGEST_WHOLE / observed;
    double parts = 0;
    boolean isWhole = true;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        double part = Math.rint(value * PARTS);
        isWhole &= part / PARTS == value && Math.abs(part) < most;
        parts += part;
      }
    }
    if (isWhole) {
      return parts / (PARTS * divisor);
    }
    return areFinite(values)
        ? exact(values).divide(BigDecimal.valueOf(divisor), DIVIDED).doubleValue()
        : Moments.sum(values) / divisor;
  }

  private static BigDecimal exact(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = Double.isNaN(value) ? sum : sum.add(BigDecimal.valueOf(value));
    }
    return sum;
  }

  private static boolean areFinite(double... values) {
    for (double value : values) {
      if (Double.isInfinite(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Mean of the observed values by weight, rounded once; {@code NaN} where none is observed, or
   * those that are weigh nothing.
   *
   * @param weights one per value, finite and not negative
   */
  public static double weightedMean(double[] values, double[] weights) {
    if (values.length != weights.length) {
      throw new IllegalArgumentException("weights: " + weights.length + " of " + values.length);
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weight = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(weights[i]) || weights[i] < 0) {
        throw new IllegalArgumentException("weights: " + weights[i] + " weighs nothing");
      }
      if (Double.isInfinite(values[i])) {
        return Double.NaN;
      }
      if (!Double.isNaN(values[i])) {
        BigDecimal by = BigDecimal.valueOf(weights[i]);
        sum = sum.add(by.multiply(BigDecimal.valueOf(values[i])));
        weight = weight.add(by);
      }
    }
    return weight.signum() == 0 ? Double.NaN : sum.divide(weight, DIVIDED).doubleValue();
  }

  /** One number less another, rounded once. */
  public static double difference(double number, double less) {
    return Double.isFinite(number) && Double.isFinite(less)
        ? BigDecimal.valueOf(number).subtract(BigDecimal.valueOf(less)).doubleValue()
        : number - less;
  }

  /** One number over another, rounded once; as doubles do where the other is 0. */
  public static double quotient(double number, double over) {
    return Double.isFinite(number) && Double.isFinite(over) && over != 0
        ? BigDecimal.valueOf(number).divide(BigDecimal.valueOf(over), DIVIDED).doubleValue()
        : number / over;
  }

  /** By which fraction of its normal a level differs from it, rounded once: 80 of 100 is -0.2. */
  public static double change(double level, double normal) {
    if (!Double.isFinite(level) || !Double.isFinite(normal) || normal == 0) {
      return (level - normal) / normal;
    }
    BigDecimal usual = BigDecimal.valueOf(normal);
    return BigDecimal.valueOf(level).subtract(usual).divide(usual, DIVIDED).doubleValue();
  }

  /** The number by the digits that are compared, so that what only rounding sets apart ties. */
  public static double rounded(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).round(COMPARED).doubleValue() + 0.0
        : number;
  }

  /**
   * Whether two numbers are equal in the digits that are compared; {@code NaN} is equal to none.
   */
  public static boolean same(double number, double other) {
    if (number == other) {
      return true;
    }
    double largest = Math.max(Math.abs(number), Math.abs(other));
    return Double.isFinite(largest)
        && Math.abs(number - other) <= FAR * largest
        && rounded(number) == rounded(other);
  }

  /** Whether a number is at or below a threshold; false where either is {@code NaN}. */
  public static boolean atMost(double number, double threshold) {
    return number <= threshold || same(number, threshold);
  }

  /** Whether a number is at or above a threshold; false where either is {@code NaN}. */
  public static boolean atLeast(double number, double threshold) {
    return number >= threshold || same(number, threshold);
  }

  /** Whether a number is below a threshold; false where either is {@code NaN}. */
  public static boolean below(double number, double threshold) {
    return number < threshold && !same(number, threshold);
  }

  /** Whether a number is above a threshold; false where either is {@code NaN}. */
  public static boolean above(double number, double threshold) {
    return number > threshold && !same(number, threshold);
  }
}
