package org.cityeval.numeric.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeekdayBaselineTest {
  private static final double NAN = Double.NaN;

  // Two weeks from a Thursday.
  private static final int[] WEEKDAY = {4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4};
  private static final double[] DAILY = {10, 20, 5, 1, 30, 40, 50, 14, NAN, 7, 3, 30, 44, 50, 99};

  @Test
  void isTheMedianOfEachWeekday() {
    assertThat(WeekdayBaseline.medians(DAILY, WEEKDAY, 0, 14))
        .containsExactly(NAN, 30, 42, 50, 12, 20, 6, 2);
  }

  @Test
  void leavesOutTheDayAtTheEnd() {
    assertThat(WeekdayBaseline.medians(DAILY, WEEKDAY, 0, 15)[4]).isEqualTo(14);
  }

  @Test
  void isUndefinedForAWeekdayNotObserved() {
    assertThat(WeekdayBaseline.medians(DAILY, WEEKDAY, 7, 9))
        .containsExactly(NAN, NAN, NAN, NAN, 14, NAN, NAN, NAN);
    assertThat(WeekdayBaseline.medians(DAILY, WEEKDAY, 3, 3)).containsOnly(NAN);
  }

  @Test
  void isTheMeanOverAllWeekdays() {
    assertThat(WeekdayBaseline.mean(DAILY, 7, 10)).isEqualTo(10.5);
    assertThat(WeekdayBaseline.mean(DAILY, 8, 9)).isNaN();
  }
}
