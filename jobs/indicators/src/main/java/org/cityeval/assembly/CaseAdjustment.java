package org.cityeval.assembly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cityeval.numeric.timeseries.Backlogs;

/**
 * Daily cases as rates, waves and classes take them: what is declared of a day is followed, and a
 * backlog that nobody declared is left out. What was reported stays beside it.
 *
 * @param counts one count a day; {@code NaN} where it is not known
 * @param flags what is to be known of each day
 */
public record CaseAdjustment(double[] counts, CountFlag[] flags) {

  /**
   * The counts of one district.
   *
   * @param smoothedDays length of the mean that a count carries; of a mean no backlog is looked for
   * @param events what is declared of the district, in any order; one outside the days has no
   *     effect
   * @param from the date of the first day
   */
  public static CaseAdjustment of(
      MeasureConversion.Converted cases, int smoothedDays, List<CaseEvent> events, LocalDate from) {
    CaseAdjustment adjustment = new CaseAdjustment(cases.adjusted().clone(), cases.flags().clone());
    for (CaseEvent event : events) {
      long day = ChronoUnit.DAYS.between(from, event.day());
      if (day >= 0 && day < adjustment.counts.length) {
        adjustment.follow(event, (int) day);
      }
    }
    if (smoothedDays == 1) {
      adjustment.leaveOutBacklogs();
    }
    return adjustment;
  }

  private void leaveOutBacklogs() {
    boolean[] backlogs = Backlogs.find(perDay());
    for (int day = 0; day < backlogs.length; day++) {
      if (backlogs[day] && flags[day] != CountFlag.KEPT && flags[day] != CountFlag.SPREAD) {
        leaveOut(day, CountFlag.BACKLOG);
      }
    }
  }

  /** A count after a gap holds that of the gap too, and is no backlog for that. */
  private double[] perDay() {
    double[] daily = counts.clone();
    int unobserved = 0;
    for (int day = 0; day < daily.length; day++) {
      if (flags[day] == CountFlag.AFTER_GAP) {
        daily[day] /= unobserved + 1;
      }
      unobserved = Double.isNaN(daily[day]) ? unobserved + 1 : 0;
    }
    return daily;
  }

  private void leaveOut(int day, CountFlag as) {
    counts[day] = Double.NaN;
    flags[day] = as;
  }

  private void follow(CaseEvent event, int day) {
    switch (event.handling()) {
      case KEEP -> flags[day] = CountFlag.KEPT;
      case LEAVE_OUT -> leaveOut(day, CountFlag.LEFT_OUT);
      case SPREAD_BACK -> spreadBack(event, day);
    }
  }

  /** The parts add up to the last bit; a day that was not observed gets none. */
  private void spreadBack(CaseEvent event, int day) {
    double cases = Double.isNaN(event.cases()) ? counts[day] : event.cases();
    if (!(counts[day] >= 0)) {
      return;
    }
    int first = Math.max(0, day - event.days() + 1);
    int observed = 0;
    for (int at = first; at <= day; at++) {
      observed += counts[at] >= 0 ? 1 : 0;
    }
    double part = cases / observed;
    double sum = 0;
    for (int at = first; at < day; at++) {
      if (counts[at] >= 0) {
        counts[at] += part;
        sum += part;
        flags[at] = CountFlag.SPREAD;
      }
    }
    counts[day] -= sum;
    flags[day] = CountFlag.SPREAD;
  }
}
