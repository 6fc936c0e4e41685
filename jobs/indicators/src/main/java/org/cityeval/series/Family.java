package org.cityeval.series;

import java.util.Locale;

/** The families of data a city is judged by, and what is derived from them. */
public enum Family {
  CASES,
  MOBILITY,
  ENTERPRISE,
  POLICY,
  DERIVED;

  /** How the family is written in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
