package org.cityeval.indicator.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.INCIDENCE;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.RT_HIGH;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.TestParameters;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 60 days; of 10,000 residents one case begins an outbreak. */
class TimeToControlTest {
  private static final double NAN = Double.NaN;

  private final TimeToControl indicator = new TimeToControl();

  @Test
  void endsWithTheFirstOfSevenWindowsBelowOne() {
    // Begins on day 5; windows 20 to 26 are below 1: 15 days, although cases go on.
    Result result = district(spreading().with(RT_HIGH, 20, 26, 0.99));

    assertThat(result.value()).isEqualTo(15);
    assertThat(result.interval()).isEmpty();
    assertThat(result.parts())
        .containsEntry("rule", "rt_windows")
        .containsEntry("onset_date", TestDistrict.FIRST_DAY.plusDays(5).toString())
        .containsEntry("windows", 7)
        .containsEntry("quiet_days", 28);
    assertThat(result.n()).isEqualTo(60);
    assertThat(result.coverage()).isEqualTo(1);
  }

  @Test
  void sixWindowsAreNotEnough() {
    Result result = district(spreading().with(RT_HIGH, 20, 25, 0.5));

    assertThat(result.status()).isEqualTo(Status.CENSORED);
    assertThat(result.interval().orElseThrow().low()).isEqualTo(54);
    assertThat(result.interval().orElseThrow().high()).isNaN();
    assertThat(result.parts()).doesNotContainKey("rule");
  }

  @Test
  void aWindowAtOneIsNotBelowIt() {
    assertThat(district(spreading().with(RT_HIGH, 20, 30, 1)).status()).isEqualTo(Status.CENSORED);
  }

  @Test
  void aWindowWithoutAnEstimateBreaksTheRun() {
    // Below 1 on days 20 to 32 but for day 26: six windows, then from day 27 on six again.
    TestDistrict broken = spreading().with(RT_HIGH, 20, 32, 0.5).with(RT_HIGH, 26, 26, NAN);

    assertThat(district(broken).status()).isEqualTo(Status.CENSORED);
    assertThat(district(broken.with(RT_HIGH, 33, 33, 0.5)).value()).isEqualTo(22);
  }

  @Test
  void endsWithTheFirstOfTwentyEightQuietDays() {
    // Cases on days 5 to 10, none from 11 to 38: 6 days.
    Result result = district(outbreak(5, 10).with(NEW_CASES_ADJUSTED, 39, 59, 1));

    assertThat(result.value()).isEqualTo(6);
    assertThat(result.parts()).containsEntry("rule", "quiet_days");
  }

  @Test
  void twentySevenQuietDaysAreNotEnough() {
    Result result = district(outbreak(5, 10).with(NEW_CASES_ADJUSTED, 38, 59, 1));

    assertThat(result.status()).isEqualTo(Status.CENSORED);
  }

  @Test
  void anUnobservedDayBreaksTheQuietAndAFallDoesNot() {
    TestDistrict recurring = outbreak(5, 10).with(NEW_CASES_ADJUSTED, 39, 59, 1);

    assertThat(district(recurring.with(NEW_CASES_ADJUSTED, 20, 20, -2)).value()).isEqualTo(6);
    assertThat(district(recurring.with(NEW_CASES_ADJUSTED, 20, 20, NAN)).status())
        .isEqualTo(Status.CENSORED);
  }

  @Test
  void endsWithTheFirstOfFourteenDaysOfFewCases() {
    // A case a day of 200,000 residents is 0.5 per 100,000: few, after a peak of ten times that.
    TestDistrict borough = spreading().with(INCIDENCE, 5, 19, 5).with(INCIDENCE, 20, 59, 0.5);
    Result result = district(borough);

    assertThat(result.value()).isEqualTo(15);
    assertThat(result.parts())
        .containsEntry("rule", "low_incidence")
        .containsEntry("low_days", 14)
        .containsEntry("low_per_100k", 1.0)
        .containsEntry("low_share_of_peak", 0.5);
    assertThat(district(borough.with(INCIDENCE, 33, 33, 1)).value()).isEqualTo(29);
    assertThat(district(borough.with(INCIDENCE, 47, 47, NAN)).status()).isEqualTo(Status.CENSORED);
  }

  @Test
  void fewCasesThatHaveNotHalvedAreTheBeginningOfMore() {
    // Never above the level, but rising: each day is the highest so far.
    TestDistrict rising = spreading();
    for (int day = 5; day < 60; day++) {
      rising.with(INCIDENCE, day, day, 0.01 * day);
    }

    assertThat(district(rising).status()).isEqualTo(Status.CENSORED);
    // Half of 0.45, the highest, is few enough, by a hair not.
    assertThat(district(rising.with(INCIDENCE, 46, 59, 0.225)).value()).isEqualTo(41);
    assertThat(district(rising.with(INCIDENCE, 46, 59, 0.226)).status()).isEqualTo(Status.CENSORED);
  }

  @Test
  void aLevelOfZeroLeavesFewCasesOut() {
    TestDistrict borough = spreading().with(INCIDENCE, 5, 19, 5).with(INCIDENCE, 20, 59, 0);
    Parameters off =
        TestParameters.with(new Parameters.Control(7, 28, new Parameters.Low(14, 0, 1)));

    assertThat(district(borough).value()).isEqualTo(15);
    assertThat(district(borough, off).status()).isEqualTo(Status.CENSORED);
  }

  @Test
  void takesTheRuleThatComesFirst() {
    // Quiet from day 11 on; windows from day 9, then from day 12, then from day 11 too.
    assertThat(district(outbreak(5, 10).with(RT_HIGH, 9, 15, 0.5)).parts())
        .containsEntry("rule", "rt_windows");
    assertThat(district(outbreak(5, 10).with(RT_HIGH, 12, 59, 0.5)).parts())
        .containsEntry("rule", "quiet_days");
    Result together = district(outbreak(5, 10).with(RT_HIGH, 11, 59, 0.5));
    assertThat(together.value()).isEqualTo(6);
    assertThat(together.parts()).containsEntry("rule", "rt_windows");
  }

  @Test
  void windowsBeforeTheOutbreakDoNotCount() {
    // Below 1 on days 0 to 9, from the beginning on day 5 only five of them.
    assertThat(district(spreading().with(RT_HIGH, 0, 9, 0.5)).status()).isEqualTo(Status.CENSORED);
    assertThat(district(spreading().with(RT_HIGH, 0, 11, 0.5)).value()).isZero();
  }

  @Test
  void endsTheFollowUpBeforeARunThatThePeriodCutsOff() {
    // Quiet from day 45 on, 15 days, which may be the control: known until day 44, 39 days.
    assertThat(followUp(outbreak(5, 44))).isEqualTo(39);
    // Windows below 1 from day 56 on, cases to the end: known until day 55.
    assertThat(followUp(spreading().with(RT_HIGH, 56, 59, 0.5))).isEqualTo(50);
    // Both: the earlier of the two.
    assertThat(followUp(outbreak(5, 44).with(RT_HIGH, 54, 59, 0.5))).isEqualTo(39);
    assertThat(followUp(outbreak(5, 57).with(RT_HIGH, 54, 59, 0.5))).isEqualTo(48);
    // Below 1 since the beginning, three days before the end.
    assertThat(followUp(outbreak(57, 59).with(RT_HIGH, 50, 59, 0.5))).isZero();
  }

  @Test
  void theFollowUpEndsWithTheLastObservedDay() {
    assertThat(followUp(spreading().with(NEW_CASES_ADJUSTED, 55, 59, NAN))).isEqualTo(49);
    // Quiet days 45 to 54, then nobody looked: the run may have gone on.
    assertThat(followUp(outbreak(5, 44).with(NEW_CASES_ADJUSTED, 55, 59, NAN))).isEqualTo(39);
  }

  @Test
  void publishesTheValuesUnderFewerAndMoreWindows() {
    // Five windows on days 12 to 16, seven on 20 to 26, ten on 40 to 49.
    Result result =
        district(
            spreading()
                .with(RT_HIGH, 12, 16, 0.5)
                .with(RT_HIGH, 20, 26, 0.5)
                .with(RT_HIGH, 40, 49, 0.5));

    assertThat(result.value()).isEqualTo(15);
    assertThat(result.parts())
        .containsEntry("value_with_5_windows", 7.0)
        .containsEntry("value_with_10_windows", 35.0);
  }

  @Test
  void followsTheEvaluationsNumbers() {
    Parameters three =
        TestParameters.with(new Parameters.Control(3, 10, Parameters.DEFAULTS.control().low()));

    assertThat(district(spreading().with(RT_HIGH, 20, 22, 0.5), three).value()).isEqualTo(15);
    assertThat(district(outbreak(5, 10).with(NEW_CASES_ADJUSTED, 21, 59, 1), three).value())
        .isEqualTo(6);
  }

  @Test
  void beginsWhenEnoughCasesForThePopulationWereReported() {
    // 1,000,000 residents: five cases, so the fifth day of one case each.
    assertThat(district(outbreak(5, 10).population(1_000_000)).value()).isEqualTo(2);
    // 1,200,000 residents: six, the last day; 1,220,000: more than all six.
    assertThat(district(outbreak(5, 10).population(1_200_000)).value()).isEqualTo(1);
    assertThat(district(outbreak(5, 10).population(1_220_000)).status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void isNotApplicableWithoutACase() {
    Result result = district(district().with(NEW_CASES_ADJUSTED, 0));

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(result.n()).isEqualTo(60);
  }

  @Test
  void isInsufficientBelowFourFifthsOfTheDays() {
    TestDistrict seldom = outbreak(5, 10).with(NEW_CASES_ADJUSTED, 48, 59, NAN);

    assertThat(district(seldom).status()).isEqualTo(Status.OK);
    assertThat(district(seldom).coverage()).isEqualTo(0.8);
    assertThat(district(seldom.with(NEW_CASES_ADJUSTED, 47, 47, NAN)).status())
        .isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void isMissingInputWithoutCasesOrPopulation() {
    assertThat(district(district().with(RT_HIGH, 0.5)).status()).isEqualTo(Status.MISSING_INPUT);
    assertThat(district(outbreak(5, 10).population(NAN)).status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void judgesTheCityByItsOwnSeriesAndAddsTheMedianOfItsDistricts() {
    // Quiet after 6, 11 and 16 days; d cut off after 40. City: cases to the end; its windows are
    // the mean of the districts', below 1 nowhere. Kaplan-Meier: S = 3/4, 1/2, 1/4, the median in
    // the middle of 11 and 16; mean up to 40 days 6 + 5 · 3/4 + 5 · 1/2 + 24 · 1/4 = 18.25.
    Pooled pooled =
        TestCity.pool(
            indicator,
            Parameters.DEFAULTS,
            outbreak(5, 10).id("a").build(),
            outbreak(5, 15).id("b").build(),
            outbreak(5, 20).id("c").build(),
            outbreak(19, 59).id("d").build(),
            district().id("e").build());

    assertThat(pooled.city().status()).isEqualTo(Status.CENSORED);
    assertThat(pooled.city().interval().orElseThrow().low()).isEqualTo(54);
    assertThat(pooled.city().parts())
        .containsEntry("districts", 4)
        .containsEntry("districts_controlled", 3)
        .containsEntry("districts_median", 13.5)
        .containsEntry("restricted_to_days", 40.0);
    assertThat((double) pooled.city().parts().get("restricted_mean_days"))
        .isCloseTo(18.25, within(1e-12));
    assertThat(pooled.districts().get("e").status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void theCityBeginsWithItsOwnCases() {
    // A million residents need five cases, both together ten: four and four, or four and six, of
    // which the tenth comes on day 10; quiet from day 11.
    Pooled few = pair(5, 8, 5, 8);
    Pooled enough = pair(5, 8, 5, 10);

    assertThat(few.city().status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(few.city().parts()).doesNotContainKey("districts");
    assertThat(enough.city().value()).isEqualTo(1);
    assertThat(enough.city().parts()).containsEntry("districts", 1);
    assertThat(enough.districts().get("a").status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatComesAfterControlDoesNotMatter(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TestDistrict windows = spreading().with(RT_HIGH, 20, 26, 0.8);
    TestDistrict quiet = outbreak(5, 10);
    for (int day = 39; day < 60; day++) {
      double high = random.nextInt(5) == 0 ? NAN : random.nextDouble(0.5, 2);
      double cases = random.nextInt(5) == 0 ? NAN : random.nextInt(9);
      windows.with(NEW_CASES_ADJUSTED, day, day, cases).with(RT_HIGH, day, day, high);
      quiet.with(NEW_CASES_ADJUSTED, day, day, cases).with(RT_HIGH, day, day, high);
    }

    assertThat(district(windows).value()).isEqualTo(15);
    assertThat(district(quiet).value()).isEqualTo(6);
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private Pooled pair(int first, int last, int firstOfOther, int lastOfOther) {
    return TestCity.pool(
        indicator,
        Parameters.DEFAULTS,
        outbreak(first, last).id("a").population(1_000_000).build(),
        outbreak(firstOfOther, lastOfOther).id("b").population(1_000_000).build());
  }

  private double followUp(TestDistrict district) {
    Result result = district(district);
    assertThat(result.status()).isEqualTo(Status.CENSORED);
    return result.interval().orElseThrow().low();
  }

  private static TestDistrict district() {
    return TestDistrict.ofDays(60).population(10_000);
  }

  /** One case on each of these days, and none on others. */
  private static TestDistrict outbreak(int first, int last) {
    return district().with(NEW_CASES_ADJUSTED, 0).with(NEW_CASES_ADJUSTED, first, last, 1);
  }

  /** Cases from day 5 to the end, and every window above 1. */
  private static TestDistrict spreading() {
    return outbreak(5, 59).with(RT_HIGH, 1.5);
  }

  private Result district(TestDistrict district) {
    return district(district, Parameters.DEFAULTS);
  }

  private Result district(TestDistrict district, Parameters parameters) {
    DistrictSeries series = district.build();
    return TestCity.pool(indicator, parameters, series).districts().get(series.districtId());
  }
}
