package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;

import java.util.SplittableRandom;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.TestMobility;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Period;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 80 days; a case a day from day 30 to 60, most smoothed cases on day 50. */
class ResponseLagTest {
  private static final double NAN = Double.NaN;

  private final ResponseLag indicator = new ResponseLag();

  @Test
  void countsFromTheFirstCaseToTheFallOfMobility() {
    // The fall is on day 37. Its interval is seven days on either side (see MobilityResponseTest).
    Result result = district(falling(37));

    assertThat(result.value()).isEqualTo(7);
    assertThat(result.interval().orElseThrow().low()).isZero();
    assertThat(result.interval().orElseThrow().high()).isEqualTo(14);
    assertThat(result.interval().orElseThrow().level()).isEqualTo(0.95);
    assertThat(result.interval().orElseThrow().method()).isEqualTo("bai");
    assertThat(result.parts())
        .containsEntry("onset_date", TestDistrict.FIRST_DAY.plusDays(30).toString())
        .containsEntry("peak_date", TestDistrict.FIRST_DAY.plusDays(50).toString());
    assertThat((double) result.parts().get("mobility_before"))
        .isCloseTo(-0.5 * 6 / 7 / 40, within(1e-12));
    assertThat((double) result.parts().get("mobility_after"))
        .isCloseTo(-0.5 + 0.5 * 6 / 7 / 40, within(1e-12));
    assertThat(result.n()).isEqualTo(80);
    assertThat(result.coverage()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"16, -14", "20, -10", "30, 0", "31, 1", "50, 20"})
  void answersFromTwoWeeksBeforeTheBeginningToThePeak(int day, double lag) {
    assertThat(district(falling(day)).value()).isEqualTo(lag);
  }

  @ParameterizedTest
  @CsvSource({"15", "51", "70"})
  void isCensoredAtThePeakWhereTheFallLiesElsewhere(int day) {
    Result result = district(falling(day));

    assertThat(result.status()).isEqualTo(Status.CENSORED);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(20);
    assertThat(result.interval().orElseThrow().high()).isNaN();
    assertThat(result.parts())
        .containsEntry("peak_date", TestDistrict.FIRST_DAY.plusDays(50).toString())
        .doesNotContainKey("mobility_before");
  }

  @ParameterizedTest
  @CsvSource({"66, OK", "67, CENSORED", "90, CENSORED"})
  void whatComesEightWeeksAfterTheBeginningIsNoAnswerToIt(int day, Status status) {
    // Cases from day 10 on, most on day 100.
    Result result =
        district(
            TestDistrict.ofDays(120)
                .population(10_000)
                .with(NEW_CASES_ADJUSTED, 0)
                .with(NEW_CASES_ADJUSTED, 10, 119, 1)
                .with(NEW_CASES_SMOOTHED, 1)
                .with(NEW_CASES_SMOOTHED, 100, 100, 2)
                .daily(MOBILITY_SMOOTHED, TestMobility.ofDays(120).from(day, -0.5).smoothed()));

    assertThat(result.status()).isEqualTo(status);
    assertThat(status == Status.OK ? result.value() : result.interval().orElseThrow().low())
        .isEqualTo(56);
  }

  @Test
  void isNotApplicableWhereMobilityWasRestrictedAllAlong() {
    Result shut = district(moving(TestMobility.ofDays(80).from(5, -0.5)));
    Result lower = district(moving(TestMobility.ofDays(80).from(5, -0.1)));
    Result reopened = district(moving(TestMobility.ofDays(80).from(5, -0.5).from(40, 0)));

    assertThat(shut.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(shut.reason()).contains("restricted before the outbreak");
    assertThat(lower.status()).isEqualTo(Status.CENSORED);
    assertThat(reopened.status()).isEqualTo(Status.CENSORED);
  }

  @Test
  void aSmallFallIsNoAnswer() {
    assertThat(district(moving(TestMobility.ofDays(80).from(37, -0.06))).value()).isEqualTo(7);
    assertThat(district(moving(TestMobility.ofDays(80).from(37, -0.04))).status())
        .isEqualTo(Status.CENSORED);
    assertThat(district(moving(TestMobility.ofDays(80))).status()).isEqualTo(Status.CENSORED);
  }

  @Test
  void isInsufficientWhereTheOnlyFallMayBeChance() {
    // Days scatter by .1, so that a fall counts from .3 on.
    Result unclear = district(moving(scattered(TestMobility.ofDays(80).from(37, -0.2))));
    Result clear = district(moving(scattered(TestMobility.ofDays(80).from(37, -0.6))));

    assertThat(unclear.status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(unclear.reason())
        .isEqualTo("mobility fell, but not by enough to be told from its scatter");
    assertThat(unclear.n()).isEqualTo(80);
    assertThat(clear.value()).isBetween(6.0, 8.0);
    assertThat(district(moving(scattered(TestMobility.ofDays(80)))).status())
        .isEqualTo(Status.CENSORED);
  }

  @Test
  void takesTheFirstFallOfSeveral() {
    assertThat(district(moving(TestMobility.ofDays(80).from(32, -0.2).from(46, -0.5))).value())
        .isEqualTo(2);
  }

  @Test
  void seesAFallBeforeThePeriodInTheDaysThatLeadToIt() {
    // The period begins on day 28, mobility fell on day 20: ten days before the first case.
    Period period = fromDay(28);
    DistrictSeries withLead =
        falling(20).build().during(period, indicator.spec().leadIn().days(Parameters.DEFAULTS));
    DistrictSeries withoutLead = falling(20).build().during(period);

    Result result = district(withLead);

    assertThat(indicator.spec().leadIn().days(Parameters.DEFAULTS)).isEqualTo(28);
    assertThat(result.value()).isEqualTo(-10);
    assertThat(result.parts())
        .containsEntry("onset_date", TestDistrict.FIRST_DAY.plusDays(30).toString());
    assertThat(result.n()).isEqualTo(52);
    // Without those days it was down on all that can be seen.
    assertThat(district(withoutLead).reason()).contains("restricted before the outbreak");
  }

  @Test
  void casesBeforeThePeriodAreNotPartOfIt() {
    // From day 55 on six cases are left, and before it are enough.
    DistrictSeries late = falling(37).build().during(fromDay(55), 28);

    assertThat(district(late).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(district(late).reason()).isEqualTo("fewer than 11 cases in the period");
  }

  @Test
  void theFollowUpEndsWhereAFallCanNoLongerBeSeen() {
    // Most cases on the last day. A new level takes seven days to show, of the smoothed days three
    // belong to the days before: a fall could be dated until day 70.
    TestDistrict rising = moving(TestMobility.ofDays(80)).with(NEW_CASES_SMOOTHED, 79, 79, 9);
    Result result = district(rising);

    assertThat(result.status()).isEqualTo(Status.CENSORED);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(40);
    assertThat(result.parts())
        .containsEntry("peak_date", TestDistrict.FIRST_DAY.plusDays(79).toString());
  }

  @Test
  void thePeakIsTheFirstOfEqualOnesAfterTheBeginning() {
    // Higher before the beginning; equal on days 50 and 55; unobserved on day 30.
    TestDistrict district =
        falling(52)
            .with(NEW_CASES_SMOOTHED, 10, 10, 9)
            .with(NEW_CASES_SMOOTHED, 30, 30, NAN)
            .with(NEW_CASES_SMOOTHED, 55, 55, 2);

    assertThat(district(district).status()).isEqualTo(Status.CENSORED);
    assertThat(district(district.with(NEW_CASES_SMOOTHED, 55, 55, 3)).value()).isEqualTo(22);
  }

  @Test
  void asksElevenCases() {
    TestDistrict ten = falling(37).with(NEW_CASES_ADJUSTED, 40, 79, 0);

    assertThat(district(ten).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(district(ten.with(NEW_CASES_ADJUSTED, 41, 41, -3)).status())
        .isEqualTo(Status.INSUFFICIENT);
    assertThat(district(ten.with(NEW_CASES_ADJUSTED, 40, 40, 1)).value()).isEqualTo(7);
  }

  @Test
  void isInsufficientBelowFourFifthsOfTheDays() {
    // 64 of 80 days; then one less, which has mobility but no cases.
    TestDistrict seldom = falling(37).with(MOBILITY_SMOOTHED, 64, 79, NAN);

    assertThat(district(seldom).value()).isEqualTo(7);
    assertThat(district(seldom).coverage()).isEqualTo(0.8);
    assertThat(district(seldom.with(NEW_CASES_ADJUSTED, 0, 0, NAN)).status())
        .isEqualTo(Status.INSUFFICIENT);
    assertThat(district(seldom).n()).isEqualTo(63);
  }

  @Test
  void isNotApplicableWhereTheCasesBeginNoOutbreak() {
    // 31 cases; seven million residents need 35.
    assertThat(district(falling(37).population(7_000_000)).reason()).contains("no outbreak began");
    // It begins on day 59 with the 30th case, three weeks after the fall.
    assertThat(district(falling(37).population(6_000_000)).reason())
        .contains("restricted before the outbreak");
  }

  @Test
  void isMissingInputWithoutCasesMobilityOrPopulation() {
    TestDistrict noMobility = falling(37).with(MOBILITY_SMOOTHED, NAN);
    TestDistrict noCases = falling(37).with(NEW_CASES_ADJUSTED, NAN);
    TestDistrict never = falling(37).with(NEW_CASES_ADJUSTED, 0, 39, NAN);

    assertThat(district(noMobility).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(district(noCases).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(district(falling(37).population(NAN)).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(district(never.with(MOBILITY_SMOOTHED, 40, 79, NAN)).status())
        .isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void judgesTheCityByItsOwnSeriesAndAddsTheMedianOfItsDistricts() {
    // Mobility of the city is the mean of those observed: a fall of a sixth each on days 16, 33 and
    // 50. Its first fall counts. Districts: -14, 3 and 20 days, of the fourth nothing is known.
    Pooled pooled =
        TestCity.pool(
            indicator,
            Parameters.DEFAULTS,
            falling(16).id("a").build(),
            falling(33).id("b").build(),
            falling(50).id("c").build(),
            TestDistrict.ofDays(80).id("d").build());

    assertThat(pooled.city().value()).isEqualTo(-14);
    assertThat(pooled.districts().get("c").value()).isEqualTo(20);
    assertThat(pooled.districts().get("d").status()).isEqualTo(Status.MISSING_INPUT);
    // Mean of -14, 3 and 20.
    assertThat(pooled.city().parts())
        .containsEntry("districts", 3)
        .containsEntry("districts_answered", 3)
        .containsEntry("districts_median", 3.0);
    assertThat((double) pooled.city().parts().get("restricted_mean_days"))
        .isCloseTo(3, within(1e-12));
  }

  @Test
  void aDistrictThatDidNotAnswerIsInTheMedian() {
    // 6 days, and twice cut off at 20: S stays at 2/3.
    Pooled pooled =
        TestCity.pool(
            indicator,
            Parameters.DEFAULTS,
            falling(36).id("a").build(),
            falling(70).id("b").build(),
            falling(70).id("c").build());

    assertThat(pooled.city().parts())
        .containsEntry("districts_answered", 1)
        .doesNotContainKey("districts_median");
  }

  private static Period fromDay(int day) {
    return new Period(
        "p",
        "p",
        Period.Kind.NAMED,
        TestDistrict.FIRST_DAY.plusDays(day),
        TestDistrict.FIRST_DAY.plusDays(79));
  }

  private static TestDistrict falling(int day) {
    return moving(TestMobility.ofDays(80).from(day, -0.5));
  }

  private static TestMobility scattered(TestMobility mobility) {
    return mobility.scattered(0.1, new SplittableRandom(2));
  }

  private static TestDistrict moving(TestMobility mobility) {
    return TestDistrict.ofDays(80)
        .population(10_000)
        .with(NEW_CASES_ADJUSTED, 0)
        .with(NEW_CASES_ADJUSTED, 30, 60, 1)
        .with(NEW_CASES_SMOOTHED, 1)
        .with(NEW_CASES_SMOOTHED, 50, 50, 2)
        .daily(MOBILITY_SMOOTHED, mobility.smoothed());
  }

  private Result district(TestDistrict district) {
    return district(district.build());
  }

  private Result district(DistrictSeries series) {
    return TestCity.pool(indicator, Parameters.DEFAULTS, series)
        .districts()
        .get(series.districtId());
  }
}
