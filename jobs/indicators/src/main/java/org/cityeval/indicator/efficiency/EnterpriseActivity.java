package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.ENTERPRISE_BRIDGED;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;

import org.cityeval.indicator.Parameters.Recovery;
import org.cityeval.indicator.Result;
import org.cityeval.series.DistrictSeries;

/** Enterprise activity as a percentage of its baseline, the Q of the resilience literature. */
final class EnterpriseActivity {
  private EnterpriseActivity() {}

  /** Q by day in percent of the baseline; short gaps bridged, {@code NaN} in longer ones. */
  static double[] percent(DistrictSeries series) {
    double[] percent = series.daily(ENTERPRISE_BRIDGED);
    for (int day = 0; day < percent.length; day++) {
      percent[day] = 100 * (1 + percent[day]);
    }
    return percent;
  }

  /** Share of the days on which activity was observed, before any gap is bridged. */
  static double coverage(DistrictSeries series) {
    return series.days() == 0
        ? 0
        : (double) series.observedDays(ENTERPRISE_SMOOTHED) / series.days();
  }

  /** Says so where the baseline is a late window: the loss before that window is then unknown. */
  static Result withBaseline(Result result, Recovery recovery) {
    return recovery.prePeriod()
        ? result
        : result.with("baseline", "relative to the late window " + recovery.baselineId());
  }

  /** The first day of the lowest observed value; -1 where none is observed. */
  static int trough(double[] percent) {
    int trough = -1;
    for (int day = 0; day < percent.length; day++) {
      if (!Double.isNaN(percent[day]) && (trough < 0 || percent[day] < percent[trough])) {
        trough = day;
      }
    }
    return trough;
  }
}
