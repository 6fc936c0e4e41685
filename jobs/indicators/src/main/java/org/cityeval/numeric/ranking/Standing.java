package org.cityeval.numeric.ranking;

import java.util.Locale;

/** Where a unit stands for sure among others: on which side of the middle of the group. */
public enum Standing {
  /** Above the median of the group beyond chance. */
  CLEARLY_BETTER,

  /** Not apart from the median beyond chance. */
  NOT_DISTINGUISHABLE,

  /** Below the median of the group beyond chance. */
  CLEARLY_WORSE;

  /** The name in data: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
