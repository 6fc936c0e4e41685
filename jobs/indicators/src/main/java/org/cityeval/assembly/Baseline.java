package org.cityeval.assembly;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What counts as normal: a named window of the series itself.
 *
 * @param method whether each weekday has a normal of its own
 * @param prePeriod whether the window lies before the emergency
 */
public record Baseline(
    String baselineId, LocalDate firstDay, LocalDate lastDay, Method method, Timing prePeriod)
    implements Serializable {

  /** How the window is summed up. */
  public enum Method {
    /** Median of the days of the same weekday. */
    WEEKDAY_MEDIAN,
    /** Mean of all days. */
    MEAN
  }

  /** Where the window lies. */
  public enum Timing {
    BEFORE_THE_EMERGENCY,
    WITHIN_THE_EMERGENCY
  }
}
