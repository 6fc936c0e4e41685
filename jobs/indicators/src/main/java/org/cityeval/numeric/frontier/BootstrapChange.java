package org.cityeval.numeric.frontier;

import java.util.Arrays;
import org.cityeval.numeric.statistics.BootstrapInterval;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Moments;

/**
 * A factor of change over steps, and what resampling says of it.
 *
 * @param change geometric mean of the factors of the steps; {@code NaN} for who took none
 * @param corrected less its bias; {@code NaN} where most replicates could not be measured
 * @param interval of the true factor; undefined likewise
 * @param measured replicates that could be measured
 */
public record BootstrapChange(double change, double corrected, Bounds interval, int measured) {
  private static final BootstrapChange UNDEFINED =
      new BootstrapChange(Double.NaN, Double.NaN, Bounds.UNDEFINED, 0);

  /**
   * From sums of logarithms over steps.
   *
   * @param plausible a sum per replicate; {@code NaN} where it could not be measured
   */
  static BootstrapChange of(double sum, int steps, double[] plausible, double level) {
    if (steps == 0) {
      return UNDEFINED;
    }
    Bounds bounds = BootstrapInterval.percentile(plausible, level);
    double corrected = bounds.isFinite() ? Moments.mean(plausible) : Double.NaN;
    return new BootstrapChange(
        Math.exp(sum / steps),
        Math.exp(corrected / steps),
        new Bounds(Math.exp(bounds.low() / steps), Math.exp(bounds.high() / steps)),
        (int) Arrays.stream(plausible).filter(Double::isFinite).count());
  }
}
