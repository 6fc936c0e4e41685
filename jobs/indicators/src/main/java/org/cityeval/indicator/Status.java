package org.cityeval.indicator;

import java.util.Locale;

/** Why a value stands, or why there is none. */
public enum Status {
  /** The value stands. */
  OK,
  /** Too few cases or days to bear a number. */
  INSUFFICIENT,
  /** The event had not happened when the period ended; ci_low is the follow-up. */
  CENSORED,
  /** The question does not arise, for example the targeting of a district never restricted. */
  NOT_APPLICABLE,
  /** The lake lacks a family of data that the indicator reads. */
  MISSING_INPUT,
  /** Withheld: a count too small to publish. */
  SUPPRESSED;

  /** How the status is written in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status that is written so. */
  public static Status ofId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
