package org.cityeval.revision;

import java.time.LocalDate;

/**
 * What became of an observed value from one day of knowledge to a later one.
 *
 * @param date the day observed
 * @param a what was known on the earlier day; null where nothing was
 * @param b what was known on the later day; null where nothing was, not both
 */
public record Revision(
    String measure, String districtId, LocalDate date, Outcome outcome, Said a, Said b) {

  /**
   * A value as it was published last.
   *
   * @param value in the source's unit
   */
  public record Said(LocalDate asOf, String sourceId, double value) {}

  /** What became of a value. */
  public enum Outcome {
    EQUAL,
    CHANGED,
    /** Known on the later day alone. */
    ADDED,
    /** The measure was published or read anew, without this value. */
    WITHDRAWN
  }

  /**
   * What became of a value that either day knew.
   *
   * @param earlier the earlier day
   * @param newestPublication the last day, up to the later one, on which the measure was published
   */
  static Outcome outcome(Said a, Said b, LocalDate earlier, LocalDate newestPublication) {
    if (a == null) {
      return Outcome.ADDED;
    }
    boolean isSilent =
        b == null || (!b.asOf().isAfter(earlier) && newestPublication.isAfter(earlier));
    if (isSilent) {
      return Outcome.WITHDRAWN;
    }
    return a.value() == b.value() ? Outcome.EQUAL : Outcome.CHANGED;
  }

  /** How far a changed value moved, in the source's unit; null where it did not change. */
  Double change() {
    return outcome == Outcome.CHANGED ? (Double) Math.abs(b.value() - a.value()) : null;
  }
}
