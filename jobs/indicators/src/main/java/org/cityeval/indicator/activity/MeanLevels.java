package org.cityeval.indicator.activity;

import java.util.Arrays;
import java.util.List;
import org.cityeval.indicator.DayStatistic;
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

  /** The mean level of each district, day {@code i} counting {@code weights[i]}. */
  public double[] levels(double[] weights) {
    double[] levels = new double[daily.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = DayStatistic.mean(daily[i], weights);
    }
    return levels;
  }
}
