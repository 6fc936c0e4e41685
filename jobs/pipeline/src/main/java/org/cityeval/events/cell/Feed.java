package org.cityeval.events.cell;

import java.io.Serializable;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.MeasureConfig.Aggregate;

/**
 * What a measure takes of an event.
 *
 * @param measure its column in the tables
 * @param type what the value of an event is
 * @param isCount whether a number below 0 cannot be
 * @param range the numbers that can be, or null for all
 */
public record Feed(
    String measure, Aggregate aggregate, Type type, boolean isCount, MeasureConfig.Range range)
    implements Serializable {
  /** What the value of an event is. */
  public enum Type {
    /** Nothing but that it is there. */
    PRESENCE,
    NUMBER,
    LONG,
    TEXT,
    TRUTH
  }

  /** Code of the reason against a number, that of NONE for a good one. */
  public int judge(double number) {
    if (!Double.isFinite(number)) {
      return ReasonCodes.UNPARSABLE_NUMBER;
    }
    if (isCount && number < 0) {
      return ReasonCodes.NEGATIVE_COUNT;
    }
    boolean outside = range != null && (number < range.low() || number > range.high());
    return outside ? ReasonCodes.OUT_OF_RANGE : ReasonCodes.NONE;
  }
}
