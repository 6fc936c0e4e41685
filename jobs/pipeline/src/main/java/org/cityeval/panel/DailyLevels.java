package org.cityeval.panel;

import java.io.Serializable;

/** The risk level of each day of a span, a byte a day. */
final class DailyLevels implements Serializable {
  private static final long serialVersionUID = 1;
  private static final byte UNKNOWN = 0;

  private final int firstDay;
  private final byte[] levels;

  /**
   * No level of any day.
   *
   * @param firstDay [d since 1970-01-01]
   * @param days [d]
   */
  DailyLevels(int firstDay, int days) {
    this.firstDay = firstDay;
    this.levels = new byte[days];
  }

  /**
   * Raises the level of a day to one that is higher.
   *
   * @param day one of the span [d since 1970-01-01]
   * @param level from 1
   */
  void raise(int day, int level) {
    int at = day - firstDay;
    levels[at] = (byte) Math.max(levels[at], level);
  }

  /** Raises the level of each day to that of another district, where that is higher. */
  void raise(DailyLevels other) {
    for (int at = 0; at < levels.length; at++) {
      levels[at] = (byte) Math.max(levels[at], other.levels[at]);
    }
  }

  /** The level of a day of the span; null where none is known. */
  Double on(int day) {
    byte level = levels[day - firstDay];
    return level == UNKNOWN ? null : Double.valueOf(level);
  }
}
