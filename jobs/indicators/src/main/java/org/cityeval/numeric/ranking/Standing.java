package org.cityeval.numeric.ranking;

import java.util.Locale;

/** Where a unit stands for sure among others: only on which side of the middle rank. */
public enum Standing {
  /** All ranks of the range are better than the middle one, (units + 1)/2. */
  CLEARLY_BETTER,

  /** The range holds, or reaches over, the middle. */
  NOT_DISTINGUISHABLE,

  /** All ranks of the range are worse than the middle one. */
  CLEARLY_WORSE;

  /** The name in data: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The standing by a range of ranks.
   *
   * @param units ranked
   */
  public static Standing of(RankRange range, int units) {
    double middle = (units + 1) / 2.0;
    if (range.worst() < middle) {
      return CLEARLY_BETTER;
    }
    return range.best() > middle ? CLEARLY_WORSE : NOT_DISTINGUISHABLE;
  }
}
