package org.cityeval.assembly;

/** What is to be known of a daily count that was made from a cumulative one. */
public enum CountFlag {
  NONE,
  /** The cumulative count fell: the day's count is negative. */
  FALL,
  /** Days before were unobserved: the count holds theirs too. */
  AFTER_GAP;

  /** How the flag is written in tables; null for none. */
  public String id() {
    return this == NONE ? null : name().toLowerCase(java.util.Locale.ROOT);
  }
}
