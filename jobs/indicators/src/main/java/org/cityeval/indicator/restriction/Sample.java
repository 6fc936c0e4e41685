package org.cityeval.indicator.restriction;

import java.util.List;
import org.cityeval.numeric.statistics.Decimals;

/**
 * The districts that are judged together, one or all of a city, over the same days.
 *
 * @param residents by district; {@code NaN} where unknown
 * @param restrictedAtMost a day is restricted at or below this change of mobility
 */
public record Sample(
    List<RestrictionDays> districts, List<Double> residents, int days, double restrictedAtMost) {

  /** Lays the districts out over the days that any of them has. */
  public static Sample of(
      List<RestrictionDays> districts, List<Double> residents, double restrictedAtMost) {
    long first = districts.stream().mapToLong(RestrictionDays::firstDay).min().orElse(0);
    long end =
        districts.stream().mapToLong(days -> days.firstDay() + days.days()).max().orElse(first);
    int days = Math.toIntExact(end - first);
    return new Sample(
        districts.stream().map(district -> district.over(first, days)).toList(),
        residents,
        days,
        restrictedAtMost);
  }

  public boolean restricted(RestrictionDays district, int day) {
    return Decimals.atMost(district.mobility()[day], restrictedAtMost);
  }
}
