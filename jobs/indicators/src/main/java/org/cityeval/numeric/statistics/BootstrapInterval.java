package org.cityeval.numeric.statistics;

import java.util.Arrays;

/** Intervals from the replicates of a statistic. */
public final class BootstrapInterval {
  private BootstrapInterval() {}

  /**
   * Percentile interval: the (1 - level)/2 and (1 + level)/2 quantiles of the finite replicates.
   * Undefined where fewer than half of the replicates are finite, since the statistic then mostly
   * does not exist.
   *
   * <p>Source: Efron (1979).
   *
   * @param level nominal coverage in 0..1, such as 0.95
   */
  public static Bounds percentile(double[] replicates, double level) {
    Domain.between0And1("level", level);
    double[] finite = new double[replicates.length];
    int count = 0;
    for (double replicate : replicates) {
      if (Double.isFinite(replicate)) {
        finite[count++] = replicate;
      }
    }
    if (count == 0 || 2 * count < replicates.length) {
      return Bounds.UNDEFINED;
    }
    double[] ends =
        Quantiles.of(Arrays.copyOf(finite, count), new double[] {(1 - level) / 2, (1 + level) / 2});
    return new Bounds(ends[0], ends[1]);
  }

  /**
   * Percentile interval of replicates whose scale was estimated with few degrees of freedom. Each
   * end is moved away from the mean of the replicates, as a Student t is wider than a normal.
   *
   * <p>Source: Hesterberg (2015), expanded percentile interval.
   *
   * @param replicates finite, made with the scale as estimated
   * @param degreesOfFreedom of that scale; {@code POSITIVE_INFINITY} moves nothing
   */
  public static Bounds expanded(double[] replicates, double level, double degreesOfFreedom) {
    Bounds percentile = percentile(replicates, level);
    if (Double.isInfinite(degreesOfFreedom)) {
      return percentile;
    }
    double tail = (1 + level) / 2;
    double wider =
        new StudentT(degreesOfFreedom).quantile(tail)
            / new StudentT(Double.POSITIVE_INFINITY).quantile(tail);
    double mean = Moments.mean(replicates);
    Bounds expanded =
        new Bounds(
            mean - wider * (mean - percentile.low()), mean + wider * (percentile.high() - mean));
    return expanded.isFinite() ? expanded : Bounds.UNDEFINED;
  }
}
