package org.cityeval.indicator.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.indicator.restriction.TestRestriction.constant;
import static org.cityeval.indicator.restriction.TestRestriction.days;
import static org.cityeval.indicator.restriction.TestRestriction.district;
import static org.cityeval.indicator.restriction.TestRestriction.then;

import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.restriction.TestRestriction;
import org.cityeval.series.DistrictSeries;
import org.junit.jupiter.api.Test;

class BurdenTargetingTest {
  private final BurdenTargeting indicator = new BurdenTargeting();

  @Test
  void isTheShareOfTheRiskiestOverTheirShareOfTheResidents() {
    // Burdens 400 · .5 = 200, 120, 40 and 10; the riskiest 40 % of 1000 are district a alone.
    Result result =
        city(
            constant("a", 400, 0.5, 4),
            constant("b", 300, 0.4, 3),
            constant("c", 200, 0.2, 2),
            constant("d", 100, 0.1, 1));

    assertThat(result.value()).isCloseTo(200 / 370.0 / 0.4, within(1e-12));
    assertThat(result.n()).isEqualTo(4);
    assertThat(result.coverage()).isEqualTo(1);
  }

  @Test
  void countsADistrictAtTheBoundaryInPart() {
    // 400 riskiest: all 300 of a and 100 of b: 150 + 40 of 330.
    Result result =
        city(
            constant("a", 300, 0.5, 4),
            constant("b", 300, 0.4, 3),
            constant("c", 200, 0.2, 2),
            constant("d", 200, 0.1, 1));

    assertThat(result.value()).isCloseTo(190 / 330.0 / 0.4, within(1e-12));
  }

  @Test
  void districtsOfEqualRiskShareTheBoundary() {
    // 400 of the 600 residents of a and b: two thirds of 150 + 120.
    Result result =
        city(
            constant("a", 300, 0.5, 4),
            constant("b", 300, 0.4, 4),
            constant("c", 200, 0.2, 2),
            constant("d", 200, 0.1, 1));

    assertThat(result.value()).isCloseTo(180 / 330.0 / 0.4, within(1e-12));
  }

  @Test
  void isOneWhereRiskMakesNoDifference() {
    assertThat(
            city(constant("a", 300, 0.5, 3), constant("b", 300, 0.1, 3), constant("c", 900, 0.2, 3))
                .value())
        .isCloseTo(1, within(1e-12));
    assertThat(
            city(constant("a", 300, 0.3, 5), constant("b", 300, 0.3, 3), constant("c", 900, 0.3, 1))
                .value())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void isZeroWhereTheRiskiestBoreNothing() {
    assertThat(
            city(constant("a", 500, 0, 5), constant("b", 300, 0.3, 3), constant("c", 200, 0.3, 1))
                .value())
        .isZero();
  }

  @Test
  void takesTheMeansOverTheObservedDays() {
    // District a: ten days at .2, six at .6, four without mobility: (2 + 3.6) / 16 = .35. Its
    // risk is 5 on those ten and 1 on the six: 3.5 on average, still the highest.
    Result result =
        city(
            district(
                "a",
                400,
                then(then(days(10, 0.2), days(6, 0.6)), days(4, Double.NaN)),
                then(days(10, 5), days(10, 1))),
            constant("b", 300, 0.4, 3),
            constant("c", 300, 0.2, 2));

    assertThat(result.value()).isCloseTo(140 / (140 + 120 + 60.0) / 0.4, within(1e-12));
    assertThat(result.coverage()).isCloseTo((0.8 + 1 + 1) / 3, within(1e-12));
  }

  @Test
  void isNotApplicableWhereNobodyWasRestricted() {
    Result result =
        city(constant("a", 400, 0, 5), constant("b", 300, -0.2, 3), constant("c", 300, 0, 1));

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(result.n()).isEqualTo(3);
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    assertThat(city(constant("a", 400, 0.5, 5), constant("b", 300, 0.2, 3)).status())
        .isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void hasNoIntervalWhereEveryDayIsAlike() {
    assertThat(
            city(constant("a", 400, 0.5, 4), constant("b", 300, 0.4, 3), constant("c", 300, 0.2, 2))
                .interval())
        .isEmpty();
  }

  @Test
  void resamplesTheDaysOfAllDistrictsTogether() {
    // Burdens double on every second stretch of ten days, in all districts alike: whatever is
    // drawn, the shares stay.
    double[] together = weeks(0.2, 0.4);
    Result alike =
        city(
            district("a", 400, together, days(200, 4)),
            district("b", 300, together, days(200, 3)),
            district("c", 300, together, days(200, 2)));
    Result apart =
        city(
            district("a", 400, together, days(200, 4)),
            district("b", 300, weeks(0.4, 0.2), days(200, 3)),
            district("c", 300, weeks(0.4, 0.2), days(200, 2)));

    assertThat(alike.value()).isCloseTo(1, within(1e-12));
    assertThat(alike.interval()).isEmpty();
    assertThat(apart.value()).isCloseTo(1, within(1e-12));
    assertThat(apart.interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
    assertThat(apart.interval().orElseThrow().low()).isBetween(0.8, 1.0);
    assertThat(apart.interval().orElseThrow().high()).isBetween(1.0, 1.2);
  }

  private static double[] weeks(double first, double second) {
    double[] daily = new double[200];
    for (int day = 0; day < daily.length; day++) {
      daily[day] = day / 10 % 2 == 0 ? first : second;
    }
    return daily;
  }

  private Result city(DistrictSeries... districts) {
    return TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, districts).city();
  }
}
