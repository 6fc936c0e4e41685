package org.cityeval.numeric.frontier;

import java.util.Arrays;
import org.cityeval.numeric.statistics.BootstrapInterval;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Moments;

/**
 * An efficiency and what resampling says of it. The frontier of the units that were seen lies
 * inside that of what is possible, so that efficiency as measured is too high.
 *
 * @param efficiency as measured
 * @param corrected less its bias; {@code NaN} where most replicates could not be measured
 * @param interval of the true efficiency, as a rule below {@code efficiency}; undefined likewise
 * @param measured replicates that could be measured
 */
public record BootstrapEfficiency(
    double efficiency, double corrected, Bounds interval, int measured) {
  private static final BootstrapEfficiency UNDEFINED =
      new BootstrapEfficiency(Double.NaN, Double.NaN, Bounds.UNDEFINED, 0);

  /**
   * The correction that takes replicates to measured as measured to true.
   *
   * @param inverse one over the efficiency as measured
   * @param replicates of it; {@code NaN} where it could not be measured
   * @param shrinkage of deviations from the size of the replicates to that of the sample
   */
  static BootstrapEfficiency of(
      double inverse, double[] replicates, double shrinkage, double level) {
    double[] plausible =
        Arrays.stream(replicates).map(r -> inverse - shrinkage * (r - inverse)).toArray();
    Bounds bounds = BootstrapInterval.percentile(plausible, level);
    double corrected = bounds.isFinite() ? 1 / Moments.mean(plausible) : Double.NaN;
    return new BootstrapEfficiency(
        1 / inverse,
        corrected,
        new Bounds(1 / bounds.high(), 1 / bounds.low()),
        Moments.observed(plausible));
  }

  /** For units of which none is measured yet. */
  static BootstrapEfficiency[] undefined(int units) {
    BootstrapEfficiency[] undefined = new BootstrapEfficiency[units];
    Arrays.fill(undefined, UNDEFINED);
    return undefined;
  }
}
