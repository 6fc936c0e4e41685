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
    double[] finite = Arrays.stream(replicates).filter(Double::isFinite).toArray();
    if (finite.length == 0 || 2 * finite.length < replicates.length) {
      return Bounds.UNDEFINED;
    }
    return new Bounds(Quantiles.of(finite, (1 - level) / 2), Quantiles.of(finite, (1 + level) / 2));
  }
}
