package org.cityeval.config;

import java.io.Serializable;
import java.time.LocalDate;

/** A window of days that changes are measured against, and how it is summed up. */
public record BaselineConfig(
    LocalDate firstDay, LocalDate lastDay, Method method, boolean prePeriod, String note)
    implements Serializable {

  /** How the window becomes one number, or one for each day of the week. */
  public enum Method {
    WEEKDAY_MEDIAN,
    MEAN
  }
}
