package org.cityeval.indicator;

import java.util.Locale;

/** Why a value stands, or why there is none. */
public enum Status {
  /** There is a value. */
  OK("the value stands"),
  /** Too little to bear a number. */
  INSUFFICIENT("too few cases or days to bear a number"),
  /** Longer than was watched; ci_low is the follow-up. */
  CENSORED("had not happened when the period ended"),
  /** As the targeting of a district that was never restricted. */
  NOT_APPLICABLE("the question does not arise here"),
  /** A family of data is not there. */
  MISSING_INPUT("the lake lacks a kind of data it needs"),
  /** Too small to publish. */
  SUPPRESSED("withheld, a count too small to publish");

  private final String meaning;

  Status(String meaning) {
    this.meaning = meaning;
  }

  /** In words, as part of a sentence. */
  public String meaning() {
    return meaning;
  }

  /** How the status is written in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status that is written so. */
  public static Status ofId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
