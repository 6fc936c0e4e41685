package org.cityeval.disclosure;

import java.util.stream.IntStream;

/**
 * The counts of a city's districts over one stretch of days.
 *
 * @param reported by district and day, as reported; {@code NaN} where not observed [persons]
 * @param adjusted the same as rates take them
 * @param isWeek whether the stretch is a whole week, of which a mean may be published
 */
record CountBlock(double[][] reported, double[][] adjusted, boolean isWeek) {
  int districts() {
    return reported.length;
  }

  int days() {
    return reported.length == 0 ? 0 : reported[0].length;
  }

  /** Whether a day of the district holds a small count. */
  boolean isSmall(int district, SmallCount small) {
    return days(district)
        .anyMatch(day -> small.is(reported[district][day]) || small.is(adjusted[district][day]));
  }

  /** Whether the city's sum is small on a day. */
  boolean isCitySmall(SmallCount small) {
    return IntStream.range(0, days())
        .anyMatch(day -> small.is(sum(reported, day)) || small.is(sum(adjusted, day)));
  }

  /** Whether the district's counts are what was reported, and none below 0. */
  boolean isRegular(int district) {
    return !isAdjusted(district) && days(district).noneMatch(day -> reported[district][day] < 0);
  }

  /** Whether a count that rates take is not the one that was reported. */
  boolean isAdjusted(int district) {
    return days(district)
        .anyMatch(day -> Double.compare(reported[district][day], adjusted[district][day]) != 0);
  }

  /** Whether every day of the district was observed. */
  boolean isComplete(int district) {
    return days(district).allMatch(day -> isObserved(district, day));
  }

  boolean isObserved(int district, int day) {
    return !Double.isNaN(reported[district][day]);
  }

  /** What the district reported, 0 where it did not. */
  double count(int district, int day) {
    return isObserved(district, day) ? reported[district][day] : 0;
  }

  /** All that the district reported in the stretch. */
  double total(int district) {
    return days(district).mapToDouble(day -> count(district, day)).sum();
  }

  private IntStream days(int district) {
    return IntStream.range(0, reported[district].length);
  }

  private static double sum(double[][] counts, int day) {
    double sum = 0;
    for (double[] district : counts) {
      sum += Double.isNaN(district[day]) ? 0 : district[day];
    }
    return sum;
  }
}
