package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;

import java.util.OptionalInt;
import org.cityeval.series.Period;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class OutbreakTest {
  private static final double[] CASES = {0, 2, -1, Double.NaN, 2, 0, 1, 9};

  @Test
  void beginsOnTheDayByWhichEnoughCasesWereReported() {
    // .05 per 10,000: 800,000 residents need four, the sum of days 1 and 4.
    assertThat(onset(800_000)).hasValue(4);
    assertThat(onset(800_001)).hasValue(6);
    assertThat(onset(2_800_000)).hasValue(7);
    assertThat(onset(2_800_001)).isEmpty();
  }

  @Test
  void needsACaseHoweverFewLiveThere() {
    assertThat(onset(10)).hasValue(1);
    assertThat(Outbreak.onset(new double[9], 10, 0, 8, Parameters.DEFAULTS.response())).isEmpty();
  }

  @Test
  void countsFromTheFirstDayLookedAtToTheLast() {
    Parameters.Response response = Parameters.DEFAULTS.response();

    assertThat(Outbreak.onset(CASES, 10, 2, 7, response)).hasValue(4);
    assertThat(Outbreak.onset(CASES, 600_000, 2, 7, response)).hasValue(6);
    assertThat(Outbreak.onset(CASES, 600_000, 2, 5, response)).isEmpty();
    assertThat(Outbreak.onset(CASES, 600_000, 2, 6, response)).hasValue(6);
  }

  @Test
  void daysBeforeThePeriodDoNotCount() {
    Period fromDayTwo =
        new Period(
            "p",
            "p",
            Period.Kind.NAMED,
            TestDistrict.FIRST_DAY.plusDays(2),
            TestDistrict.FIRST_DAY.plusDays(7));

    assertThat(
            Outbreak.onset(
                TestDistrict.ofDays(8)
                    .daily(NEW_CASES_ADJUSTED, CASES)
                    .build()
                    .during(fromDayTwo, 28),
                Parameters.DEFAULTS.response()))
        // The fifth day of the series is the third of the period.
        .hasValue(2);
  }

  private static OptionalInt onset(double population) {
    return Outbreak.onset(CASES, population, 0, 7, Parameters.DEFAULTS.response());
  }
}
