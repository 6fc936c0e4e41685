package org.cityeval.assembly;

import java.io.Serializable;
import java.util.Optional;
import org.cityeval.series.Quantity;

/**
 * How one measure of one source becomes a daily quantity.
 *
 * @param scale the number that stands for 100 % in the file
 * @param smoothedDays length of the mean taken at the source; 1 for raw values
 * @param beforeFirst what days before the first report of a cumulative count mean
 * @param baseline null where the source relates to a normal of its own
 */
public record MeasureRule(
    Quantity quantity,
    MeasureKind kind,
    double scale,
    int smoothedDays,
    BeforeFirst beforeFirst,
    Baseline baseline)
    implements Serializable {

  /** What days before the first report of a cumulative count mean. */
  public enum BeforeFirst {
    /** Nobody looked. */
    MISSING,
    /** Nothing had happened. */
    ZERO
  }

  public Optional<Baseline> findBaseline() {
    return Optional.ofNullable(baseline);
  }
}
