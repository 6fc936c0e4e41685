package org.cityeval.indicator.activity;

import java.util.Arrays;
import java.util.List;
import org.cityeval.indicator.PooledIndicator.Member;

/**
 * Enterprise activity of several districts over the same days, as a share of the baseline, and the
 * residents of each.
 *
 * @param daily by district and day; {@code NaN} where unobserved
 */
public record MeanLevels(
    List<String> districtIds, double[] population, double[][] daily, int days) {

  /** Lays the traces out over the days that any of the districts has. */
  public static MeanLevels of(List<Member> districts) {
    long first = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (Member district : districts) {
      double[] trace = district.trace().values();
      first = Math.min(first, (long) trace[0]);
      end = Math.max(end, (long) trace[0] + trace.length - 1);
    }
    int days = Math.toIntExact(end - first);
    double[][] daily = new double[districts.size()][days];
    for (int i = 0; i < daily.length; i++) {
      double[] trace = districts.get(i).trace().values();
      Arrays.fill(daily[i], Double.NaN);
      System.arraycopy(trace, 1, daily[i], (int) ((long) trace[0] - first), trace.length - 1);
    }
    return new MeanLevels(
        districts.stream().map(Member::districtId).toList(),
        districts.stream().mapToDouble(Member::population).toArray(),
        daily,
        days);
  }

  /** The mean level of each district, day {@code i} counted {@code times[i]} times. */
  public double[] levels(int[] times) {
    double[] levels = new double[daily.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = mean(daily[i], times);
    }
    return levels;
  }

  /** The days as often as they were drawn, in the order of days. */
  public double[][] drawn(int[] times) {
    double[][] drawn = new double[daily.length][Arrays.stream(times).sum()];
    for (int i = 0; i < daily.length; i++) {
      int at = 0;
      for (int day = 0; day < times.length; day++) {
        Arrays.fill(drawn[i], at, at + times[day], daily[i][day]);
        at += times[day];
      }
    }
    return drawn;
  }

  /** {@code NaN} where no counted day is observed. */
  private static double mean(double[] daily, int[] times) {
    double sum = 0;
    int days = 0;
    for (int day = 0; day < daily.length; day++) {
      if (!Double.isNaN(daily[day])) {
        sum += times[day] * daily[day];
        days += times[day];
      }
    }
    return days == 0 ? Double.NaN : sum / days;
  }
}
