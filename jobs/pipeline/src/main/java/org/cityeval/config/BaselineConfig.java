package org.cityeval.config;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import org.cityeval.assembly.Alignment;
import org.cityeval.assembly.Baseline;
import org.cityeval.assembly.Normal;
import org.cityeval.assembly.WindowNormal;
import org.cityeval.assembly.YearBeforeNormal;

/**
 * The normal that changes are measured against.
 *
 * @param firstDay first day of the window; null where normal is the year before
 * @param lastDay last day of the window; null where normal is the year before
 * @param align which day of last year a day is compared with; for the year before alone
 * @param windowDays days around the aligned day; for the year before alone
 * @param average how they are summed up; for the year before alone
 */
public record BaselineConfig(
    Method method,
    LocalDate firstDay,
    LocalDate lastDay,
    Alignment align,
    int windowDays,
    YearBeforeNormal.Average average,
    boolean prePeriod,
    String note)
    implements Serializable {

  /** Which days are normal, and how they are summed up. */
  public enum Method {
    WEEKDAY_MEDIAN,
    MEAN,
    SAME_PERIOD_LAST_YEAR;

    /** How the method is written in configs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The baseline as the panel computes with it. */
  public Baseline named(String baselineId) {
    return new Baseline(
        baselineId,
        normal(),
        prePeriod ? Baseline.Timing.BEFORE_THE_EMERGENCY : Baseline.Timing.WITHIN_THE_EMERGENCY);
  }

  private Normal normal() {
    return switch (method) {
      case WEEKDAY_MEDIAN ->
          new WindowNormal(firstDay, lastDay, WindowNormal.Method.WEEKDAY_MEDIAN);
      case MEAN -> new WindowNormal(firstDay, lastDay, WindowNormal.Method.MEAN);
      case SAME_PERIOD_LAST_YEAR -> new YearBeforeNormal(align, windowDays, average);
    };
  }
}
