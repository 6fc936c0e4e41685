package org.cityeval.numeric.timeseries;

import java.util.Arrays;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Quantiles;

/** How far each change of a series lies from what is usual in it. */
public final class Jumps {
  /** Makes the median absolute deviation of a normal sample estimate its standard deviation. */
  private static final double MAD_TO_SD = 1.4826;

  /** The same for the mean absolute deviation: the square root of pi / 2. */
  private static final double MEAN_TO_SD = 1.2533;

  private Jumps() {}

  /**
   * Distance of each change from the median change, in 1.4826 median absolute deviations. Where
   * more than half of the changes are the same, it is in 1.2533 mean absolute deviations. Zero
   * where all changes are the same.
   *
   * <p>Source: Iglewicz and Hoaglin (1993), modified z-scores.
   *
   * @param values in any unit, in the order of time, none {@code NaN}
   * @return as many scores as values, 0 or more; the first is 0, for it changes from nothing; all
   *     {@code NaN} where a value is infinite
   */
  public static double[] robustZ(double[] values) {
    double[] scores = new double[values.length];
    if (Domain.holdsInfinity(values)) {
      Arrays.fill(scores, Double.NaN);
      return scores;
    }
    if (values.length < 2) {
      return scores;
    }
    double[] reduced = BinaryScale.of(values).reduced(values);
    double[] changes = new double[values.length - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = reduced[i + 1] - reduced[i];
    }
    double[] distances = fromTheUsual(changes);
    double scale = scale(distances);
    for (int i = 0; i < distances.length; i++) {
      scores[i + 1] = scale == 0 ? 0 : distances[i] / scale;
    }
    return scores;
  }

  /** Standard deviation of the changes as robustZ sees it; {@code NaN} without a change. */
  static double spread(double[] changes) {
    return scale(fromTheUsual(changes));
  }

  private static double[] fromTheUsual(double[] changes) {
    double usual = Quantiles.median(changes);
    return Arrays.stream(changes).map(c -> Math.abs(c - usual)).toArray();
  }

  private static double scale(double[] distances) {
    double scale = MAD_TO_SD * Quantiles.median(distances);
    return scale == 0 ? MEAN_TO_SD * Arrays.stream(distances).average().orElse(0) : scale;
  }

  /**
   * The greater of each two values that follow each other over the smaller. Sizes below 1 are taken
   * as 1, because the ratio of two small counts says nothing.
   *
   * @param values in any unit, in the order of time, none {@code NaN}
   * @return as many factors as values, 1 or more; the first is 1; {@code NaN} beside an infinity
   */
  public static double[] factors(double[] values) {
    double[] factors = new double[values.length];
    Arrays.fill(factors, 1);
    for (int i = 1; i < values.length; i++) {
      double before = Math.max(1, Math.abs(values[i - 1]));
      double now = Math.max(1, Math.abs(values[i]));
      double factor = Math.max(before, now) / Math.min(before, now);
      factors[i] = Double.isInfinite(factor) ? Double.NaN : factor;
    }
    return factors;
  }
}
