package org.cityeval.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/** A named stretch of days, both ends included. */
public record Period(
    String periodId, String title, Kind kind, LocalDate firstDay, LocalDate lastDay)
    implements Serializable {

  /** How the ids of periods begin that belong to one district alone. */
  public static final String OWN_WAVE_PREFIX = "own-wave-";

  /** Where a period comes from. */
  public enum Kind {
    SPAN,
    /** A wave of the city, shared by its districts. */
    WAVE,
    /** A wave of one district, by its own cases. */
    OWN_WAVE,
    NAMED;

    /** How the kind is written in tables. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that is written so. */
    public static Kind ofId(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  public Period {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException(
          "Period " + periodId + " ends on " + lastDay + ", before it begins on " + firstDay);
    }
  }

  public int days() {
    return Math.toIntExact(lastDay.toEpochDay() - firstDay.toEpochDay() + 1);
  }
}
