package org.cityeval.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** The days that a record can be of; what lies outside is taken for a slip of the source. */
public final class PlausibleDays {
  public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  public static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private PlausibleDays() {}

  /** Whether a day, a DATE, lies outside; null where there is none. */
  public static Column areWithout(Column day) {
    return not(day.between(lit(FIRST), lit(LAST)));
  }
}
