package org.cityeval.series;

/** The families of data a city is judged by, and what is derived from them. */
public enum Family {
  CASES,
  MOBILITY,
  ENTERPRISE,
  POLICY,
  DERIVED;

  /** How the family is written in tables. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
