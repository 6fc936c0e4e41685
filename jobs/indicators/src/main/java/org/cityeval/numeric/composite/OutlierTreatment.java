package org.cityeval.numeric.composite;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;

/**
 * How the outliers of an indicator are kept from deciding its scale: clamped, or the whole
 * indicator taken as a logarithm. Fitted once and stored, so that a value can be treated again.
 *
 * <p>An indicator has outliers where |skewness| reaches 2 and excess kurtosis reaches 3.5. Then the
 * extreme value on the longer side is set to the next one until one of both falls below, at most
 * five values in all. If they do not suffice, all values are kept and x becomes log(x - min + 0.01
 * (max - min)). Source: Nardo et al. (2008), step 5, in the form of the COIN tool (Becker et al.
 * 2022). Equal values move together, but unlike there never more than five, and never until all are
 * equal.
 *
 * @param low values below become this, in the unit of the indicator; minus infinity if none does
 * @param high values above become this; plus infinity if none does
 * @param transform of what was clamped
 * @param winsorised how many of the fitted values were clamped
 */
public record OutlierTreatment(double low, double high, Transform transform, int winsorised)
    implements Serializable {
  private static final double OUTLYING_SKEWNESS = 2;
  private static final double OUTLYING_KURTOSIS = 3.5;
  private static final int MOST_WINSORISED = 5;

  /** Kurtosis needs as many. */
  private static final int FEWEST_VALUES = 4;

  /** Keeps the logarithm finite at the smallest value. */
  private static final double OFFSET_SHARE = 0.01;

  private static final OutlierTreatment NONE =
      new OutlierTreatment(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Transform.NONE, 0);

  /** What becomes of a value after it was clamped. */
  public enum Transform {
    NONE,
    LOG
  }

  public OutlierTreatment {
    boolean spans = transform == Transform.NONE ? low <= high : high - low > 0;
    if (!spans || (transform == Transform.LOG && Double.isInfinite(high - low))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "transform %s cannot be taken from low %s to high %s",
              transform,
              low,
              high));
    }
  }

  /** Leaves every value as it is. */
  public static OutlierTreatment none() {
    return NONE;
  }

  /**
   * The treatment that these values need; {@code NaN} is missing. None for fewer than four.
   *
   * @throws IllegalArgumentException for an infinite value, or values so far apart that no double
   *     holds the distance
   */
  public static OutlierTreatment fit(double[] values) {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Domain.finite("values", sorted);
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n > 0 && Double.isInfinite(sorted[n - 1] - sorted[0])) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The values from %s to %s are too far apart", sorted[0], sorted[n - 1]));
    }
    if (n < FEWEST_VALUES || !hasOutliers(sorted)) {
      return none();
    }
    double[] clamped = sorted.clone();
    int below = 0;
    int above = 0;
    while (hasOutliers(clamped)) {
      if (Moments.skewness(clamped) >= 0) {
        above = n - 1 - lastBelow(clamped, clamped[n - 1]);
      } else {
        below = firstAbove(clamped, clamped[0]);
      }
      boolean leavesTwoValues = below + above < n && sorted[below] < sorted[n - 1 - above];
      if (below + above > MOST_WINSORISED || !leavesTwoValues) {
        return new OutlierTreatment(sorted[0], sorted[n - 1], Transform.LOG, 0);
      }
      Arrays.fill(clamped, 0, below, sorted[below]);
      Arrays.fill(clamped, n - above, n, sorted[n - 1 - above]);
    }
    return new OutlierTreatment(
        below == 0 ? Double.NEGATIVE_INFINITY : sorted[below],
        above == 0 ? Double.POSITIVE_INFINITY : sorted[n - 1 - above],
        Transform.NONE,
        below + above);
  }

  /** The treated value: does not fall where {@code value} grows; {@code NaN} stays. */
  public double apply(double value) {
    double clamped = Math.max(low, Math.min(high, value));
    return transform == Transform.NONE ? clamped : logarithm(clamped);
  }

  /**
   * The treated value of a draw, not held at the ends. There the treatment goes on in the direction
   * it has, and a logarithm below its start as its tangent.
   */
  public double extended(double value) {
    if (transform == Transform.NONE) {
      return value;
    }
    double offset = OFFSET_SHARE * (high - low);
    return value < low ? Math.log(offset) + (value - low) / offset : logarithm(value);
  }

  private double logarithm(double value) {
    double offset = OFFSET_SHARE * (high - low);
    double above = value - low + offset;
    return Double.isInfinite(above) && Double.isFinite(value)
        ? Math.log(value / 2 - low / 2 + offset / 2) + Math.log(2)
        : Math.log(above);
  }

  /**
   * The treatment for a scale that ends at a target, and not at the best of the values. On its side
   * nothing is clamped; on the other neither, if that would bring a value up to the target. A
   * logarithm spans the target, too.
   *
   * @param values those that the treatment was fitted to
   */
  public OutlierTreatment towards(double target, boolean higherIsBetter, double[] values) {
    Domain.within("target", target, -Double.MAX_VALUE, Double.MAX_VALUE);
    if (transform == Transform.LOG) {
      return new OutlierTreatment(Math.min(low, target), Math.max(high, target), transform, 0);
    }
    boolean meets = higherIsBetter ? low >= target : high <= target;
    double from = higherIsBetter && !meets ? low : Double.NEGATIVE_INFINITY;
    double to = higherIsBetter || meets ? Double.POSITIVE_INFINITY : high;
    long clamped = Arrays.stream(values).filter(value -> value < from || value > to).count();
    return new OutlierTreatment(from, to, transform, (int) clamped);
  }

  private static boolean hasOutliers(double[] values) {
    return Math.abs(Moments.skewness(values)) >= OUTLYING_SKEWNESS
        && Moments.excessKurtosis(values) >= OUTLYING_KURTOSIS;
  }

  private static int firstAbove(double[] sorted, double value) {
    int at = 0;
    while (at < sorted.length && sorted[at] <= value) {
      at++;
    }
    return at;
  }

  private static int lastBelow(double[] sorted, double value) {
    int at = sorted.length - 1;
    while (at >= 0 && sorted[at] >= value) {
      at--;
    }
    return at;
  }
}
