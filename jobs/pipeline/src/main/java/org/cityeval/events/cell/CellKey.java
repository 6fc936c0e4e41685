package org.cityeval.events.cell;

import org.cityeval.source.PlausibleDays;

/** District, day and day of publication in one number. */
public final class CellKey {
  /** The plausible days as days since 1970. */
  public static final int FIRST_DAY = (int) PlausibleDays.FIRST.toEpochDay();

  public static final int LAST_DAY = (int) PlausibleDays.LAST.toEpochDay();

  /** The day of publication of a source that names none. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  /** Most districts of an evaluation. */
  public static final int MOST_DISTRICTS = 1 << 24;

  private static final int DAY_BITS = 20;
  private static final int DAY_MASK = (1 << DAY_BITS) - 1;

  private CellKey() {}

  /**
   * A district, a day and a day of publication in one number.
   *
   * @param day days since 1970, from {@link #FIRST_DAY} to {@link #LAST_DAY}
   * @param asOf the same, or {@link #NO_DAY}
   */
  public static long of(int district, int day, int asOf) {
    long published = asOf == NO_DAY ? 0 : asOf - FIRST_DAY + 1;
    return ((long) district << DAY_BITS | day - FIRST_DAY) << DAY_BITS | published;
  }

  public static int district(long key) {
    return (int) (key >>> (2 * DAY_BITS));
  }

  public static int day(long key) {
    return (int) (key >>> DAY_BITS & DAY_MASK) + FIRST_DAY;
  }

  public static int asOf(long key) {
    int published = (int) (key & DAY_MASK);
    return published == 0 ? NO_DAY : published - 1 + FIRST_DAY;
  }

  /** Whether a day lies in the span that evaluations can have. */
  public static boolean isPlausible(int day) {
    return day >= FIRST_DAY && day <= LAST_DAY;
  }
}
