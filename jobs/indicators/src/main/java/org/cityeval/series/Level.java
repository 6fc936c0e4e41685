package org.cityeval.series;

import java.util.Locale;

/** What a row is about: one district, or the city its districts add up to. */
public enum Level {
  DISTRICT,
  CITY;

  /** How the level is written in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level that is written so. */
  public static Level ofId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
