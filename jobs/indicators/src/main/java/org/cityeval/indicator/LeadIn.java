package org.cityeval.indicator;

/**
 * How many days before a period an indicator is handed beside those of the period. What is known on
 * a day was often seen before it, and the period's first day is a day like any other.
 */
public enum LeadIn {
  /** The days of the period say all. */
  NONE {
    @Override
    public int days(Parameters parameters) {
      return 0;
    }
  },
  /** As old as the risk is that a decision can know. */
  KNOWN_RISK {
    @Override
    public int days(Parameters parameters) {
      return parameters.restriction().lagDays();
    }
  },
  /** As far before an outbreak as an answer is looked for, and the level that it fell from. */
  RESPONSE {
    @Override
    public int days(Parameters parameters) {
      return parameters.response().searchDays() + LEVEL_DAYS;
    }
  };

  /** Days that show a level of mobility: two weeks, so that every weekday is seen twice. */
  private static final int LEVEL_DAYS = 14;

  /** So many days before the period, under these parameters [d]. */
  public abstract int days(Parameters parameters);
}
