package org.cityeval.assembly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.numeric.statistics.Decimals;

/**
 * One published value and the days it speaks of, counted from the first day of a series; they may
 * reach beyond either end of it.
 *
 * @param firstDay first day, included
 * @param lastDay last day, included
 */
record PublishedPeriod(int firstDay, int lastDay, double value) {

  /**
   * The observed values of a series with their periods, in order. Two values whose periods share a
   * day contradict each other: neither is placed, as nothing says which of them to believe.
   *
   * @param published value per date it is published under, {@code NaN} where there is none
   */
  static List<PublishedPeriod> list(double[] published, Placement placement, LocalDate from) {
    List<PublishedPeriod> all = new ArrayList<>();
    for (int day = 0; day < published.length; day++) {
      if (!Double.isNaN(published[day])) {
        LocalDate named = from.plusDays(day);
        all.add(
            new PublishedPeriod(
                days(from, placement.firstDay(named)),
                days(from, placement.lastDay(named)),
                published[day]));
      }
    }
    List<PublishedPeriod> apart = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean meetsFormer = i > 0 && all.get(i - 1).lastDay() >= all.get(i).firstDay();
      boolean meetsNext = i + 1 < all.size() && all.get(i).lastDay() >= all.get(i + 1).firstDay();
      if (!meetsFormer && !meetsNext) {
        apart.add(all.get(i));
      }
    }
    return apart;
  }

  private static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }

  /** The value on each of its days: a step, as nothing is known of how it went within. */
  static double[] held(List<PublishedPeriod> periods, int days) {
    double[] daily = unobserved(days);
    for (PublishedPeriod period : periods) {
      for (int day = period.firstWithin(); day <= period.lastWithin(days); day++) {
        daily[day] = period.value;
      }
    }
    return daily;
  }

  /**
   * Puts the value on its days in equal parts; added up in order of days, they give the value to
   * the last bit. Parts of days beyond the series are left out.
   */
  void spread(double[] daily) {
    double part = value / (lastDay - firstDay + 1);
    double sum = 0;
    for (int day = firstDay; day < lastDay; day++) {
      sum += part;
      put(daily, day, part);
    }
    put(daily, lastDay, value - sum);
  }

  /** What a cumulative count rose by, within the period of this report. */
  PublishedPeriod since(PublishedPeriod former) {
    return new PublishedPeriod(firstDay, lastDay, Decimals.difference(value, former.value));
  }

  /** The same days with another value. */
  PublishedPeriod holding(double other) {
    return new PublishedPeriod(firstDay, lastDay, other);
  }

  int firstWithin() {
    return Math.max(0, firstDay);
  }

  int lastWithin(int days) {
    return Math.min(days - 1, lastDay);
  }

  private static void put(double[] daily, int day, double value) {
    if (day >= 0 && day < daily.length) {
      daily[day] = value;
    }
  }

  static double[] unobserved(int days) {
    double[] daily = new double[days];
    Arrays.fill(daily, Double.NaN);
    return daily;
  }
}
