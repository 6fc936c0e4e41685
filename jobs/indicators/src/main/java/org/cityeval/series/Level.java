package org.cityeval.series;

/** What a row is about: one district, or the city its districts add up to. */
public enum Level {
  DISTRICT,
  CITY;

  /** How the level is written in tables. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
