package org.cityeval.indicator;

import java.util.Set;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/** What a value tells of the counts of persons that it was made from. */
public enum CountUse {
  /** Nothing: it reads none, or counts days and not persons. */
  NONE,
  /** A day by which so many cases had been reported. */
  ONSET,
  /**
   * The course of the days from {@link #FIT_FROM} to {@link #FIT_TO}, and the mean of the week up
   * to the first.
   */
  FIT,
  /** The total of its period. */
  TOTAL;

  /** The part that names the first day of a fit. */
  public static final String FIT_FROM = "peak_date";

  /** The part that names the last day of a fit. */
  public static final String FIT_TO = "fit_last_date";

  /** The most that can be told by what is read, which holds where a spec does not say less. */
  static CountUse ofReading(Set<Quantity> reads) {
    return reads.stream().anyMatch(CountUse::isCount) ? TOTAL : NONE;
  }

  private static boolean isCount(Quantity quantity) {
    return quantity.unit() == Unit.PERSONS
        || quantity.unit() == Unit.PERSONS_PER_100K_DAY
        || quantity.unit() == Unit.PER_CASE;
  }
}
