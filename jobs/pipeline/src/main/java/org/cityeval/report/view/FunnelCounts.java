package org.cityeval.report.view;

import java.time.LocalDate;
import java.util.Map;
import org.cityeval.assembly.CountFlag;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Quantity;

/**
 * The reported cases of one member over a period, and the days that they are of. A day whose count
 * rates leave out is left out here, and a count after a gap is of the days of the gap, too.
 *
 * @param events reported cases
 * @param observed days that they are of
 * @param days of the period
 * @param isWithheld whether a count of the period is not published: then its sum is not known
 */
record FunnelCounts(double events, int observed, int days, boolean isWithheld) {

  static FunnelCounts of(ReportData.Series series, LocalDate first, LocalDate last) {
    double[] counts = series.values().get(Quantity.NEW_CASES);
    Map<LocalDate, CountFlag> flags = series.flags();
    double events = 0;
    int observed = 0;
    int gap = unobservedBefore(counts, (int) (first.toEpochDay() - series.first().toEpochDay()));
    boolean isWithheld = false;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      long at = day.toEpochDay() - series.first().toEpochDay();
      double count =
          counts == null || at < 0 || at >= counts.length ? Double.NaN : counts[(int) at];
      CountFlag flag = flags.getOrDefault(day, CountFlag.NONE);
      if (Double.isNaN(count)) {
        isWithheld |= flag == CountFlag.SUPPRESSED;
        gap++;
      } else {
        if (!flag.isAdjusted() && flag != CountFlag.FALL) {
          events += count;
          observed += flag == CountFlag.AFTER_GAP ? 1 + gap : 1;
        }
        gap = 0;
      }
    }
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    return new FunnelCounts(events, observed, days, isWithheld);
  }

  /** Days without a count right before a day: the first count after a gap is of them, too. */
  private static int unobservedBefore(double[] counts, int day) {
    int gap = 0;
    for (int at = day - 1;
        counts != null && at >= 0 && at < counts.length && Double.isNaN(counts[at]);
        at--) {
      gap++;
    }
    return gap;
  }
}
