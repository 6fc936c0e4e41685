package org.cityeval.numeric.composite;

import java.io.Serializable;
import java.util.Arrays;
import org.cityeval.numeric.statistics.Moments;

/**
 * Draws in extreme values before scores are made, so that one of them does not press all others
 * together (OECD/JRC 2008, step 3; the rule of the JRC as in COINr, Becker et al. 2022): while
 * absolute skewness is above 2 and kurtosis above 3.5, the most extreme value on the side of the
 * skew is set to its neighbour; if five are not enough, logarithms are taken instead.
 *
 * @param low values below are drawn in to this; minus infinity for none
 * @param high values above are drawn in to this; infinity for none
 * @param transform what is then done to the value
 * @param shift added to the value before a logarithm is taken
 * @param winsorised how many values were drawn in
 */
public record OutlierTreatment(
    double low, double high, Transform transform, double shift, int winsorised)
    implements Serializable {
  private static final double MOST_SKEW = 2;
  private static final double MOST_KURTOSIS = 3.5;
  private static final int MOST_WINSORISED = 5;

  /** Below this there is no telling what is extreme. */
  private static final int FEWEST = 4;

  /** Keeps the smallest value from a logarithm of zero, as a share of the range. */
  private static final double OFFSET = 0.01;

  /** What is done to a value. */
  public enum Transform {
    NONE,
    LOG
  }

  /** Leaves every value as it is. */
  public static OutlierTreatment none() {
    return new OutlierTreatment(
        Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Transform.NONE, 0, 0);
  }

  /**
   * The treatment that the values call for.
   *
   * @param values {@code NaN} where missing
   */
  public static OutlierTreatment fit(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length < FEWEST || isCalm(sorted)) {
      return none();
    }
    double[] drawnIn = sorted.clone();
    int first = 0;
    int last = sorted.length - 1;
    for (int winsorised = 1; winsorised <= MOST_WINSORISED && last - first > 1; winsorised++) {
      if (Moments.skewness(drawnIn) > 0) {
        last--;
      } else {
        first++;
      }
      Arrays.fill(drawnIn, 0, first, sorted[first]);
      Arrays.fill(drawnIn, last + 1, sorted.length, sorted[last]);
      if (isCalm(drawnIn)) {
        return new OutlierTreatment(
            first == 0 ? Double.NEGATIVE_INFINITY : sorted[first],
            last == sorted.length - 1 ? Double.POSITIVE_INFINITY : sorted[last],
            Transform.NONE,
            0,
            winsorised);
      }
    }
    double smallest = sorted[0];
    double range = sorted[sorted.length - 1] - smallest;
    return new OutlierTreatment(
        smallest, Double.POSITIVE_INFINITY, Transform.LOG, OFFSET * range - smallest, 0);
  }

  private static boolean isCalm(double[] values) {
    // No spread, no skew: the moments are NaN then, and nothing is extreme.
    return !(Math.abs(Moments.skewness(values)) > MOST_SKEW
        && Moments.kurtosis(values) > MOST_KURTOSIS);
  }

  /** The treated value; never falls where the value rises. */
  public double apply(double value) {
    double drawnIn = Math.max(low, Math.min(high, value));
    return transform == Transform.NONE ? drawnIn : Math.log(drawnIn + shift);
  }
}
