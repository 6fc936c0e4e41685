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

  /** Decimals of up to nine places are told by whole numbers, the usual case and the fast one. */
  private static final double PARTS = 1e9;

  /** Of so many parts the next are apart by more than doubles are; a decimal is then the one. */
  private static final double TELLING_PARTS = 0x1p52;

  /** Powers of ten that a double holds exactly. */
  private static final double[] TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Decimal digits that a binary one is worth. */
  private static final double LOG_2 = 0.30102999566398120;

  private static final double LARGEST_COMPARED = 1e12;

  /**
   * So close to half a unit of the last digit that is compared, a double may lie on the other side
   * than its decimal. The two, and the double in that unit, are at most 0.0003 apart.
   */
  private static final double UNSURE = 1e-3;

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
    return observed == 0
        ? Double.NaN
        : new DecimalSums(values).over(0, values.length, observed, isMean ? observed : 1);
  }

  /**
   * The mean of the observed values among the last so many, rounded once, by the last of them.
   *
   * @param length of a window, at least 1; the first windows are shorter
   * @param needed observed values of a window, at least 1; with fewer it is {@code NaN}
   */
  public static double[] trailingMeans(double[] values, int length, int needed) {
    Domain.atLeast("length", length, 1);
    Domain.atLeast("needed", needed, 1);
    DecimalSums sums = new DecimalSums(values);
    double[] means = new double[values.length];
    int observed = 0;
    for (int last = 0; last < values.length; last++) {
      observed += Double.isNaN(values[last]) ? 0 : 1;
      observed -= last < length || Double.isNaN(values[last - length]) ? 0 : 1;
      means[last] =
          observed < needed
              ? Double.NaN
              : sums.over(Math.max(0, last - length + 1), last + 1, observed, observed);
    }
    return means;
  }

  /** Ten to a power of 0 to 22, which a double holds exactly. */
  static double powerOfTen(int power) {
    return TEN[power];
  }

  /** A double as the decimal it is written as. */
  static BigDecimal decimal(double number) {
    return DecimalSums.Digits.of(number).decimal();
  }

  /** How many parts a number is made of, -0.0 where none; {@code NaN} where that cannot be told. */
  private static double parts(double number) {
    double parts = Math.rint(number * PARTS);
    return parts / PARTS == number && Math.abs(parts) < TELLING_PARTS ? parts : Double.NaN;
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
        BigDecimal by = decimal(weights[i]);
        sum = sum.add(by.multiply(decimal(values[i])));
        weight = weight.add(by);
      }
    }
    return weight.signum() == 0 ? Double.NaN : sum.divide(weight, DIVIDED).doubleValue();
  }

  /** One number less another, rounded once. */
  public static double difference(double number, double less) {
    double parts = parts(number) - parts(less);
    if (!Double.isNaN(parts)) {
      return parts / PARTS + 0.0;
    }
    return Double.isFinite(number) && Double.isFinite(less)
        ? decimal(number).subtract(decimal(less)).doubleValue()
        : number - less;
  }

  /** One number over another, rounded once; as doubles do where the other is 0. */
  public static double quotient(double number, double over) {
    if (over == 0) {
      return number / over;
    }
    double quotient = parts(number) / parts(over);
    if (!Double.isNaN(quotient)) {
      return quotient + 0.0;
    }
    return Double.isFinite(number) && Double.isFinite(over)
        ? decimal(number).divide(decimal(over), DIVIDED).doubleValue()
        : number / over;
  }

  /** By which fraction of its normal a level differs from it, rounded once: 80 of 100 is -0.2. */
  public static double change(double level, double normal) {
    if (!Double.isFinite(level) || !Double.isFinite(normal) || normal == 0) {
      return (level - normal) / normal;
    }
    double change = (parts(level) - parts(normal)) / parts(normal);
    if (!Double.isNaN(change)) {
      return change + 0.0;
    }
    BigDecimal usual = decimal(normal);
    return decimal(level).subtract(usual).divide(usual, DIVIDED).doubleValue();
  }

  /** The number by the digits that are compared, so that what only rounding sets apart ties. */
  public static double rounded(double number) {
    if (number == 0) {
      return 0;
    }
    double size = Math.abs(number);
    int shift = DIGITS - 1 - (int) Math.floor(Math.getExponent(size) * LOG_2);
    if (shift < TEN.length && shift > 1 - TEN.length) {
      double units = shifted(size, shift);
      if (units >= LARGEST_COMPARED) {
        shift--;
        units = shifted(size, shift);
      }
      double whole = Math.floor(units);
      double rest = units - whole;
      if (Math.abs(rest - 0.5) > UNSURE) {
        return Math.copySign(shifted(rest < 0.5 ? whole : whole + 1, -shift), number);
      }
    }
    return Double.isFinite(number) ? decimal(number).round(COMPARED).doubleValue() + 0.0 : number;
  }

  /** By so many places to the left, or to the right where below 0; rounded once. */
  private static double shifted(double number, int places) {
    return places >= 0 ? number * TEN[places] : number / TEN[-places];
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
