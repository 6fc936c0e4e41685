package org.cityeval.assembly;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * Which days a published value speaks of, as seen from the date it is published under.
 *
 * @param every how long the period of a value is
 * @param dated which day of a week the date names; a month is named by any of its days
 */
public record Placement(Every every, Dated dated) implements Serializable {
  /** A value speaks of the day it is dated. */
  public static final Placement DAILY = new Placement(Every.DAY, Dated.LAST_DAY);

  /** How long the period of a value is. */
  public enum Every {
    DAY(1),
    /** Seven days, from whatever weekday the source counts. */
    WEEK(7),
    /** A calendar month; 31 days, since two days so far apart never share one. */
    MONTH(31);

    private final int longestDays;

    Every(int longestDays) {
      this.longestDays = longestDays;
    }

    /** Length of the longest such period [d]. */
    public int longestDays() {
      return longestDays;
    }

    /** How the flag of such a value is written in tables; null for a day's own value. */
    public String flag() {
      return this == DAY ? null : name().toLowerCase(Locale.ROOT) + "ly";
    }
  }

  /** Which day of its week the source's date names. */
  public enum Dated {
    FIRST_DAY,
    LAST_DAY
  }

  /** The first day of the period that the date names. */
  public LocalDate firstDay(LocalDate named) {
    return switch (every) {
      case DAY -> named;
      case WEEK -> dated == Dated.FIRST_DAY ? named : named.minusDays(6);
      case MONTH -> named.with(TemporalAdjusters.firstDayOfMonth());
    };
  }

  /** The last day of the period that the date names. */
  public LocalDate lastDay(LocalDate named) {
    return switch (every) {
      case DAY -> named;
      case WEEK -> dated == Dated.FIRST_DAY ? named.plusDays(6) : named;
      case MONTH -> named.with(TemporalAdjusters.lastDayOfMonth());
    };
  }
}
