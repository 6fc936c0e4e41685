package org.cityeval.assembly;

import java.util.Locale;

/** What is to be known of a daily count. Of two flags on one day the later here is kept. */
public enum CountFlag {
  NONE,
  /** Days before were unobserved: the count holds theirs too. */
  AFTER_GAP,
  /** The cumulative count fell: the day's count is negative. */
  FALL,
  /** One of two opposite steps of a cumulative count, which one wrong report made. */
  FAULTY_CELL,
  /** It stands out so far that it holds the cases of other days; nothing says of which. */
  BACKLOG,
  /** Declared: it is what happened on the day. */
  KEPT,
  /** Declared: the day's own count is not known. */
  LEFT_OUT,
  /** Declared: a backlog is spread over days, of which this is one. */
  SPREAD,
  /** Withheld from what is published: too small, or it would tell a count that is. */
  SUPPRESSED;

  /** How the flag is written in tables; null for none. */
  public String id() {
    return this == NONE ? null : name().toLowerCase(Locale.ROOT);
  }

  /** The flag of an id that a table holds; none for null. */
  public static CountFlag of(String id) {
    return id == null ? NONE : valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** Whether rates, waves and classes take another number of the day than was reported. */
  public boolean isAdjusted() {
    return this == FAULTY_CELL || this == BACKLOG || this == LEFT_OUT || this == SPREAD;
  }
}
