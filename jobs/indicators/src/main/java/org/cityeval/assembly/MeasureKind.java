package org.cityeval.assembly;

import java.util.Locale;

/** How the numbers of a source are to be read. */
public enum MeasureKind {
  /** New events of the day. */
  DAILY_COUNT,
  /** Events up to and including the day. */
  CUMULATIVE_COUNT,
  /** A number of which {@code scale} means normal. */
  INDEX,
  /** A difference from normal of which {@code scale} means 100 %. */
  PERCENT_CHANGE,
  /** A quantity in units of its own; it needs a baseline to become a change. */
  LEVEL,
  /** What was ordered on the day, in force until the next order. */
  GRADE;

  /** How the kind is written in configs and tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
