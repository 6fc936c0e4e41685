package org.cityeval.assembly;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What is known of a day on which a district reported the cases of other days.
 *
 * @param days how many days the backlog is spread over, the day itself included; 1 where it is not
 * @param cases how many of the day's cases are spread; {@code NaN} for all of them
 */
public record CaseEvent(LocalDate day, Handling handling, int days, double cases)
    implements Serializable {

  /** What rates, waves and classes make of the day. */
  public enum Handling {
    /** Its cases lie, in equal parts, on the days up to it. */
    SPREAD_BACK,
    /** Its own count is not known. */
    LEAVE_OUT,
    /** It is what happened. */
    KEEP;

    /** How it is written in configs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
