package org.cityeval.indicator;

/** What a series must hold before an indicator of days says a number. */
public final class Minimum {
  /** Days observed: two weeks, so that every weekday is seen twice. */
  public static final int DAYS = 14;

  /** Share of the period observed, where a total or a mean would be biased by the days missing. */
  public static final double COVERAGE = 0.80;

  /** The default of panel.gap_days: longest gap that is bridged by a straight line [d]. */
  public static final int BRIDGED_DAYS = 3;

  private Minimum() {}
}
