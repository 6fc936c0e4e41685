package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.assembly.Alignment.CALENDAR;
import static org.cityeval.assembly.Alignment.SPRING_FESTIVAL;
import static org.cityeval.assembly.Alignment.WEEKDAY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {
  @Test
  void theCalendarKeepsTheDateAndTheWeekdayItsDay() {
    assertThat(CALENDAR.aYearBefore(day("2021-03-01"))).contains(day("2020-03-01"));
    assertThat(CALENDAR.aYearBefore(day("2020-02-29"))).contains(day("2019-02-28"));
    assertThat(WEEKDAY.aYearBefore(day("2021-01-01"))).contains(day("2020-01-03"));
  }

  @ParameterizedTest
  @CsvSource({
    // New Year's day of 2020 was 01-25, of 2019 02-05: 354 days. Eve, and thirty days either side.
    "2020-01-25, 2019-02-05",
    "2020-01-24, 2019-02-04",
    "2019-12-26, 2019-01-06",
    "2020-02-24, 2019-03-07",
    // Half-way from 30 to 60 days: 364 - 5 = 359 days.
    "2020-03-10, 2019-03-17",
    // 60 days and more: 364.
    "2020-03-25, 2019-03-27",
    "2020-07-01, 2019-07-03",
    // 2023-01-22 and 2024-02-10 are 384 days apart; half-way 364 + 10.
    "2024-02-10, 2023-01-22",
    "2023-12-27, 2022-12-18",
  })
  void theSpringFestivalIsMetDayByDayAndFarFromItTheWeekday(String day, String aligned) {
    assertThat(SPRING_FESTIVAL.aYearBefore(day(day))).contains(day(aligned));
  }

  @Test
  void lastYearsDaysKeepTheirOrderAndOnlyFestivalDaysMeetFestivalDays() {
    LocalDate last = day("2049-12-31");
    LocalDate former = SPRING_FESTIVAL.aYearBefore(day("2001-01-01")).orElseThrow();
    for (LocalDate day = day("2001-01-02"); !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate aligned = SPRING_FESTIVAL.aYearBefore(day).orElseThrow();
      assertThat(ChronoUnit.DAYS.between(former, aligned)).as("%s", day).isBetween(0L, 2L);
      if (distance(day) > Alignment.FESTIVAL_DAYS) {
        assertThat(distance(aligned)).as("%s", day).isGreaterThanOrEqualTo(30);
      } else {
        assertThat(distance(aligned)).as("%s", day).isEqualTo(distance(day));
      }
      former = aligned;
    }
  }

  @Test
  void aYearBeyondTheTableIsNotAligned() {
    assertThat(SPRING_FESTIVAL.aYearBefore(day("2000-02-05"))).isEmpty();
    assertThat(SPRING_FESTIVAL.aYearBefore(day("2050-01-23"))).isEmpty();
  }

  private static long distance(LocalDate day) {
    long least = Long.MAX_VALUE;
    for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
      for (LocalDate festival : SpringFestival.find(year).stream().toList()) {
        least = Math.min(least, Math.abs(ChronoUnit.DAYS.between(day, festival)));
      }
    }
    return least;
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
