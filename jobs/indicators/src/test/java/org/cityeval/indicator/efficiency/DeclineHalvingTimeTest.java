package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;

import java.util.Arrays;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class DeclineHalvingTimeTest {
  private static final Parameters SMOOTHED_AT_THE_SOURCE =
      Parameters.DEFAULTS.with(new Parameters.Cases(11, 7));

  private final DeclineHalvingTime indicator = new DeclineHalvingTime();

  @Test
  void findsTheHalvingTimeOfAnExponentialDecline() {
    // Peak of 1000 on day 10, halved every 7 days; 10 % is reached after 7·log2(10) = 23.25 days.
    Result result = evaluate(declining(60, 10, 1000, 7));

    assertThat(result.value()).isCloseTo(7, within(1e-6));
    assertThat(result.parts())
        .containsEntry("peak_date", TestDistrict.FIRST_DAY.plusDays(10).toString())
        .containsEntry("fit_last_date", TestDistrict.FIRST_DAY.plusDays(34).toString())
        .containsEntry("fit_points", 25);
    assertThat((double) result.parts().get("rate_per_day"))
        .isCloseTo(-Math.log(2) / 7, within(1e-9));
  }

  @Test
  void agreesWithThePublishedFitOfFlu1918() {
    // Days 1 to 30 of Flu1918 (EpiEstim) backwards. Quasi-Poisson slope forwards (R, glm):
    // 0.1034174805, standard error 0.0120969; so ln 2 / 0.1034174805 = 6.702418 days. Interval by
    // t(28) = 2.048407: rates 0.0786381 and 0.1281969, halving times 5.406895 and 8.814391 days.
    double[] backwards = {
      80, 54, 69, 32, 58, 70, 27, 32, 15, 17, 33, 13, 36, 13, 11, 31, 10, 4, 17, 4, 15, 2, 7, 8, 3,
      2, 15, 6, 1, 5
    };
    DistrictSeries series =
        TestDistrict.ofDays(30)
            .daily(NEW_CASES_ADJUSTED, backwards)
            .with(NEW_CASES_SMOOTHED, 50)
            .with(NEW_CASES_SMOOTHED, 0, 0, 80)
            .build();

    Result result = evaluate(series);

    assertThat(result.value()).isCloseTo(6.702418, within(1e-5));
    assertThat((double) result.parts().get("rate_standard_error"))
        .isCloseTo(0.0120969, within(1e-6));
    assertThat(result.interval().orElseThrow().low()).isCloseTo(5.4069, within(1e-3));
    assertThat(result.interval().orElseThrow().high()).isCloseTo(8.8144, within(1e-3));
    // Sum of the thirty counts.
    assertThat(result.n()).isEqualTo(690);
  }

  @Test
  void fitsEverySeventhDayOfASeriesSmoothedOverAWeek() {
    // Window of 25 days from the peak, points on days 0, 7, 14 and 21 of it.
    Result result = indicator.evaluate(declining(60, 10, 1000, 7), SMOOTHED_AT_THE_SOURCE, 1);

    assertThat(result.value()).isCloseTo(7, within(1e-6));
    assertThat(result.parts()).containsEntry("fit_points", 4).containsEntry("every_nth_day", 7);
    // A point is the mean of a week: 7 · (1000 + 500 + 250 + 125) cases.
    assertThat(result.n()).isEqualTo(13_125);
  }

  @Test
  void fitsTwoWeeksAtLeast() {
    // Halved every 2 days, 10 % is reached on the 7th day after the peak.
    Result result = evaluate(declining(60, 10, 1000, 2));

    assertThat(result.value()).isCloseTo(2, within(1e-6));
    assertThat(result.parts()).containsEntry("fit_points", 14);
  }

  @Test
  void leavesOutDaysOnWhichTheCountFell() {
    double[] cases = declining(60, 10, 1000, 7).daily(NEW_CASES_ADJUSTED);
    double[] smoothed = cases.clone();
    cases[15] = -400;

    Result result =
        evaluate(
            TestDistrict.ofDays(60)
                .daily(NEW_CASES_ADJUSTED, cases)
                .daily(NEW_CASES_SMOOTHED, smoothed)
                .build());

    assertThat(result.value()).isCloseTo(7, within(1e-6));
    assertThat(result.parts()).containsEntry("fit_points", 24);
  }

  @Test
  void isInsufficientWithFewCases() {
    // 4 on the peak day, halved every 7 days: about 40 cases over the window; 0.4: about 4.
    assertThat(evaluate(declining(60, 10, 4, 7)).status()).isEqualTo(Status.OK);
    assertThat(evaluate(declining(60, 10, 0.4, 7)).status()).isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void isInsufficientWithoutACase() {
    DistrictSeries series =
        TestDistrict.ofDays(60).with(NEW_CASES_ADJUSTED, 0).with(NEW_CASES_SMOOTHED, 0).build();

    assertThat(evaluate(series).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(evaluate(series).n()).isZero();
  }

  @Test
  void isCensoredWhereThePeakIsTooLate() {
    // Peak on day 52 of 60, halved every 14 days: 7 days of follow-up, not halved in them.
    Result result = evaluate(declining(60, 52, 1000, 14));

    assertThat(result.status()).isEqualTo(Status.CENSORED);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(7);
  }

  @Test
  void isInsufficientWhereALatePeakHasHalved() {
    assertThat(evaluate(declining(60, 52, 1000, 3)).status()).isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void isCensoredWhereCasesDoNotDecline() {
    double[] cases = new double[40];
    for (int day = 0; day < cases.length; day++) {
      cases[day] = 10 + day;
    }
    DistrictSeries series =
        TestDistrict.ofDays(40)
            .daily(NEW_CASES_ADJUSTED, cases)
            .with(NEW_CASES_SMOOTHED, 20)
            .with(NEW_CASES_SMOOTHED, 5, 5, 21)
            .build();

    Result result = evaluate(series);

    assertThat(result.status()).isEqualTo(Status.CENSORED);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(34);
  }

  @Test
  void isOpenAboveWhereTheRateMayBeZero() {
    Result result = evaluate(everyThirdDay(0.8));

    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.interval().orElseThrow().low()).isPositive().isLessThan(result.value());
    assertThat(result.interval().orElseThrow().high()).isNaN();
  }

  @Test
  void isCensoredWhereTheFitDoesNotHalveWithinItsDays() {
    // From 30 to 28.65 in 27 days: halved in a year or more.
    Result result = evaluate(everyThirdDay(0.05));

    assertThat(result.status()).isEqualTo(Status.CENSORED);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(29);
    assertThat((double) result.parts().get("rate_per_day")).isNegative();
  }

  /** 30 days: every third day 30 cases, fewer by {@code less} for each day gone by, else 2. */
  private static DistrictSeries everyThirdDay(double less) {
    double[] cases = new double[30];
    Arrays.setAll(cases, day -> day % 3 == 0 ? 30 - less * day : 2);
    return TestDistrict.ofDays(30)
        .daily(NEW_CASES_ADJUSTED, cases)
        .with(NEW_CASES_SMOOTHED, 10)
        .with(NEW_CASES_SMOOTHED, 0, 0, 11)
        .build();
  }

  @Test
  void doesNotDependOnTheSizeOfTheWave() {
    assertThat(evaluate(declining(60, 10, 500, 9)).value())
        .isCloseTo(evaluate(declining(60, 10, 5000, 9)).value(), within(1e-6));
  }

  /** Rises to the peak day by day, then halves every {@code halvingDays}. */
  private static DistrictSeries declining(int days, int peakDay, double peak, double halvingDays) {
    double[] cases = new double[days];
    for (int day = 0; day < days; day++) {
      cases[day] =
          day < peakDay
              ? peak * day / (peakDay + 1)
              : peak * Math.pow(2, -(day - peakDay) / halvingDays);
    }
    return TestDistrict.ofDays(days)
        .daily(NEW_CASES_ADJUSTED, cases)
        .daily(NEW_CASES_SMOOTHED, cases)
        .build();
  }

  private Result evaluate(DistrictSeries series) {
    return indicator.evaluate(series, Parameters.DEFAULTS, 1);
  }
}
