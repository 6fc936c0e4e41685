package org.cityeval.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.timeseries.OppositeSteps;

/**
 * What a cumulative count rose by from report to report, each rise on the period of the later one.
 * The first report alone gives no rise; after a gap the whole rise falls on the first period that
 * is reported again.
 *
 * @param first the first report; null where there is none
 * @param days how many days lie between the end of a report and that of the one before
 * @param partners of each rise the one that the same wrong report made, or -1
 */
record Rises(PublishedPeriod first, List<PublishedPeriod> rises, int[] days, int[] partners) {

  /** The rises between reports in order. */
  static Rises between(List<PublishedPeriod> reports) {
    List<PublishedPeriod> rises = new ArrayList<>();
    int[] days = new int[Math.max(0, reports.size() - 1)];
    for (int i = 0; i < days.length; i++) {
      rises.add(reports.get(i + 1).since(reports.get(i)));
      days[i] = reports.get(i + 1).lastDay() - reports.get(i).lastDay();
    }
    double[] steps = rises.stream().mapToDouble(PublishedPeriod::value).toArray();
    int[] partners =
        Arrays.stream(steps).allMatch(Double::isFinite)
            ? OppositeSteps.partners(steps, days)
            : alone(steps.length);
    return new Rises(reports.isEmpty() ? null : reports.get(0), rises, days, partners);
  }

  private static int[] alone(int rises) {
    int[] partners = new int[rises];
    Arrays.fill(partners, -1);
    return partners;
  }

  /** The rises of which opposite ones share, by their days, what they come to together. */
  Rises withoutFaults() {
    List<PublishedPeriod> shared = new ArrayList<>(rises);
    for (int i = 0; i < partners.length; i++) {
      int j = partners[i];
      if (j > i) {
        double both = Decimals.sum(new double[] {rises.get(i).value(), rises.get(j).value()});
        double former = both * days[i] / (days[i] + days[j]);
        shared.set(i, rises.get(i).holding(former));
        shared.set(j, rises.get(j).holding(both - former));
      }
    }
    return new Rises(first, shared, days, partners);
  }

  /** The rises day by day, each spread over its period. */
  double[] spread(int length, MeasureRule.BeforeFirst beforeFirst) {
    double[] daily = PublishedPeriod.unobserved(length);
    if (first != null && beforeFirst == MeasureRule.BeforeFirst.ZERO) {
      Arrays.fill(daily, 0, Math.min(length, first.firstWithin()), 0);
      first.spread(daily);
    }
    rises.forEach(rise -> rise.spread(daily));
    return daily;
  }

  /** Notes what is to be known of the days of each rise. */
  void flag(CountFlag[] flags) {
    for (int i = 0; i < partners.length; i++) {
      PublishedPeriod rise = rises.get(i);
      for (int day = rise.firstWithin(); day <= rise.lastWithin(flags.length); day++) {
        flags[day] = flag(i);
      }
    }
  }

  private CountFlag flag(int i) {
    if (partners[i] >= 0) {
      return CountFlag.FAULTY_CELL;
    }
    if (rises.get(i).value() < 0) {
      return CountFlag.FALL;
    }
    int length = rises.get(i).lastDay() - rises.get(i).firstDay() + 1;
    return days[i] > length ? CountFlag.AFTER_GAP : CountFlag.NONE;
  }
}
