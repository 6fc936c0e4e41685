package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpringFestivalTest {
  @ParameterizedTest
  // From the State Council's holiday notices; 2027 and 2030 are those that ICU4J 77 misses.
  @ValueSource(
      strings = {
        "2019-02-05",
        "2020-01-25",
        "2021-02-12",
        "2022-02-01",
        "2023-01-22",
        "2024-02-10",
        "2025-01-29",
        "2026-02-17",
        "2027-02-06",
        "2030-02-03"
      })
  void isThePublishedDay(String published) {
    LocalDate day = LocalDate.parse(published);

    assertThat(SpringFestival.find(day.getYear())).contains(day);
  }

  @Test
  void everyNewYearBeginsOnADayOfNewMoonInBeijing() {
    for (int year = SpringFestival.FIRST_YEAR; year <= SpringFestival.LAST_YEAR; year++) {
      LocalDate day = SpringFestival.find(year).orElseThrow();
      // The lunation counted from the new moon of 2000-01-06.
      long lunation =
          Math.round((day.toEpochDay() - LocalDate.of(2000, 1, 6).toEpochDay()) / 29.530588861);

      assertThat(newMoonInBeijing(lunation).toLocalDate()).isEqualTo(day);
      assertThat(day).isBetween(LocalDate.of(year, 1, 21), LocalDate.of(year, 2, 21));
    }
  }

  @Test
  void isUnknownBeyondTheTable() {
    assertThat(SpringFestival.LAST_YEAR).isEqualTo(2050);
    assertThat(SpringFestival.find(1999)).isEmpty();
    assertThat(SpringFestival.find(2051)).isEmpty();
  }

  /** Meeus (1998), Astronomical Algorithms, 2nd ed., ch. 49, without terms below 15 seconds. */
  private static LocalDateTime newMoonInBeijing(long k) {
    double t = k / 1236.85;
    double e = 1 - 0.002516 * t - 0.0000074 * t * t;
    double sun = 2.5534 + 29.10535670 * k;
    double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
    double f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
    double correction =
        -.40720 * sin(moon)
            + .17241 * e * sin(sun)
            + .01608 * sin(2 * moon)
            + .01039 * sin(2 * f)
            + .00739 * e * sin(moon - sun)
            - .00514 * e * sin(moon + sun)
            + .00208 * e * e * sin(2 * sun)
            - .00111 * sin(moon - 2 * f)
            - .00057 * sin(moon + 2 * f)
            + .00056 * e * sin(2 * moon + sun)
            - .00042 * sin(3 * moon)
            + .00042 * e * sin(sun + 2 * f)
            + .00038 * e * sin(sun - 2 * f)
            - .00024 * e * sin(2 * moon - sun)
            - .00017 * sin(124.7746 - 1.56375588 * k)
            + .000325 * sin(299.77 + .107408 * k - .009173 * t * t);
    double days = 2451550.09766 + 29.530588861 * k + .00015437 * t * t + correction - 2451545;
    // Terrestrial time is some 70 seconds ahead of the clock, Beijing's clock 8 hours.
    return LocalDateTime.of(2000, 1, 1, 12, 0)
        .plusSeconds(Math.round(days * 86_400) - 70)
        .plusHours(8);
  }

  private static double sin(double degrees) {
    return Math.sin(Math.toRadians(degrees));
  }
}
