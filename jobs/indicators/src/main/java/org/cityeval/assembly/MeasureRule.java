package org.cityeval.assembly;

import java.io.Serializable;
import java.util.Optional;
import org.cityeval.series.Quantity;

/**
 * How one measure of one source becomes a daily quantity.
 *
 * @param scale the number that stands for 100 % in the file
 * @param smoothedDays length of the mean that the value of a day carries, taken at the source or by
 *     its period; 1 for raw daily values
 * @param beforeFirst what days before the first report of a cumulative count mean
 * @param baseline null where the source relates to a normal of its own
 * @param placement which days a published value speaks of
 */
public record MeasureRule(
    Quantity quantity,
    MeasureKind kind,
    double scale,
    int smoothedDays,
    BeforeFirst beforeFirst,
    Baseline baseline,
    Placement placement)
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
