package org.cityeval.disclosure;

/** How the counts of one district, or city, are published over one stretch of days. */
public enum Release {
  /** Each day by itself. */
  DAILY,
  /** The sum of the week alone, as the mean of its seven days. */
  WEEKLY,
  /** Nothing. */
  WITHHELD
}
