package org.cityeval.indicator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.TestMobility;
import org.cityeval.indicator.efficiency.ResponseLag;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Period;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

/**
 * 300 days of 100,000 residents, of whom one case begins an outbreak. A wave rises for 20 days to
 * 50 cases a day and falls for 20: it begins 19 days before its peak.
 */
class LagLearningTest {
  private static final double NAN = Double.NaN;
  private static final int DAYS = 300;

  /** Days between the peaks; the first is on day 40. */
  private static final int APART = 100;

  /** Mobility did not fall in a wave. */
  private static final int NO_ANSWER = Integer.MAX_VALUE;

  private final LagLearning indicator = new LagLearning();

  @Test
  void isTheDifferenceOfTheLagsOfTwoWaves() {
    Result result = district(waves(10, 4));

    assertThat(result.value()).isEqualTo(-6);
    assertThat(result.interval()).isEmpty();
    assertThat(result.parts())
        .containsEntry("waves", 2)
        .containsEntry("lag_of_wave_1", 10.0)
        .containsEntry("lag_of_wave_2", 4.0)
        .doesNotContainKey("learning_rate");
    assertThat(result.n()).isEqualTo(2);
    assertThat(result.coverage()).isEqualTo(1);
  }

  @Test
  void isTheSlopeOfThreeWaves() {
    // Lags 8, 4, 2: (2 - 8) / 2. Wright's rate by numpy: 1 - 2^b, b the slope of the logarithms.
    Result result = district(waves(8, 4, 2));

    assertThat(result.value()).isCloseTo(-3, within(1e-12));
    assertThat((double) result.parts().get("learning_rate"))
        .isCloseTo(0.5747632885699667, within(1e-12));
    assertThat(result.n()).isEqualTo(3);
  }

  @Test
  void anAnswerBeforeAWaveIsNegativeAndHasNoLogarithm() {
    // Lags 6, -3, -6: least squares (-6 - 6) / 2.
    Result result = district(waves(6, -3, -6));

    assertThat(result.value()).isCloseTo(-6, within(1e-12));
    assertThat(result.parts())
        .containsEntry("lag_of_wave_2", -3.0)
        .doesNotContainKey("learning_rate");
  }

  @Test
  void aWaveWithoutAnAnswerKeepsItsNumber() {
    Result result = district(waves(8, NO_ANSWER, 2));

    assertThat(result.value()).isCloseTo(-3, within(1e-12));
    assertThat(result.parts())
        .containsEntry("waves", 3)
        .containsEntry("waves_unanswered", 1)
        .containsEntry("waves_without_outbreak", 0)
        .containsEntry("lag_of_wave_3", 2.0)
        .doesNotContainKey("lag_of_wave_2")
        .doesNotContainKey("learning_rate");
    assertThat(result.n()).isEqualTo(2);
  }

  @Test
  void isNotApplicableWithFewerThanTwoWavesThatWereAnswered() {
    Result one = district(waves(8));
    Result unanswered = district(waves(8, NO_ANSWER));

    assertThat(one.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(one.reason()).isEqualTo("fewer than two waves");
    assertThat(unanswered.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(unanswered.reason()).isEqualTo("fewer than two waves with an answer");
    assertThat(unanswered.n()).isEqualTo(1);
    assertThat(unanswered.parts())
        .containsEntry("waves", 2)
        .containsEntry("waves_unanswered", 1)
        .containsEntry("lag_of_wave_1", 8.0);
  }

  @Test
  void aWaveWhoseFallMayBeChanceIsLeftOut() {
    // Days scatter by .1, so that a fall counts from .3 on.
    Result one = district(restless(waves(8, 4), -0.6, -0.2));
    Result two = district(restless(waves(8, 4), -0.6, -0.6));

    assertThat(two.value()).isBetween(-6.0, -2.0);
    assertThat(two.parts()).containsEntry("waves_unclear", 0);
    assertThat(one.status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(one.reason()).contains("can be told from its scatter");
    assertThat(one.parts())
        .containsEntry("waves", 2)
        .containsEntry("waves_unclear", 1)
        .containsEntry("waves_unanswered", 0)
        .containsEntry("waves_without_outbreak", 0)
        .doesNotContainKey("lag_of_wave_2");
    assertThat(city(restless(waves(8, 4), -0.6, -0.2)).city().parts())
        .containsEntry("waves_unclear", 1);
  }

  @Test
  void aWaveWithoutAnOutbreakIsNotUnanswered() {
    // Smoothed cases rise a second time, but no case was reported of which they could be the mean.
    TestDistrict district = waves(8, 4, 2).with(NEW_CASES_ADJUSTED, 100, 199, 0);

    Result result = district(district);

    assertThat(result.value()).isCloseTo(-3, within(1e-12));
    assertThat(result.parts())
        .containsEntry("waves", 3)
        .containsEntry("waves_unanswered", 0)
        .containsEntry("waves_without_outbreak", 1)
        .doesNotContainKey("lag_of_wave_2");
  }

  @Test
  void isNotApplicableWithoutACase() {
    TestDistrict quiet = waves(8, 4).with(NEW_CASES_ADJUSTED, 0).with(NEW_CASES_SMOOTHED, 0);

    assertThat(district(quiet).status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void seesAnAnswerBeforeThePeriodAsTheResponseLagDoes() {
    // The period begins on day 18, the first outbreak on day 21; mobility fell on day 11.
    Period period =
        new Period(
            "p",
            "p",
            Period.Kind.NAMED,
            TestDistrict.FIRST_DAY.plusDays(18),
            TestDistrict.FIRST_DAY.plusDays(DAYS - 1));
    DistrictSeries all = waves(-10, 4).build();

    int lead = indicator.spec().leadIn().days(Parameters.DEFAULTS);
    Result result = district(all.during(period, lead));

    assertThat(indicator.spec().leadIn()).isEqualTo(new ResponseLag().spec().leadIn());
    assertThat(result.value()).isEqualTo(14);
    assertThat(result.parts()).containsEntry("lag_of_wave_1", -10.0);
    assertThat(district(all.during(period)).status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void casesBeforeThePeriodAreNoWaveOfIt() {
    Period secondWave =
        new Period(
            "p",
            "p",
            Period.Kind.NAMED,
            TestDistrict.FIRST_DAY.plusDays(70),
            TestDistrict.FIRST_DAY.plusDays(DAYS - 1));

    assertThat(district(waves(8, 4).build().during(secondWave, 28)).reason())
        .isEqualTo("fewer than two waves");
  }

  @Test
  void isInsufficientBelowFourFifthsOfTheDays() {
    // 60 of 300 days without mobility, then one without cases.
    TestDistrict seldom = waves(10, 4).with(MOBILITY_SMOOTHED, 240, 299, NAN);

    assertThat(district(seldom).value()).isEqualTo(-6);
    assertThat(district(seldom).coverage()).isEqualTo(0.8);
    seldom.with(NEW_CASES_SMOOTHED, 100, 100, NAN);
    assertThat(district(seldom).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(district(seldom).coverage()).isCloseTo(239 / 300.0, within(1e-12));
  }

  @Test
  void isMissingInputWithoutCasesMobilityOrPopulation() {
    assertThat(district(waves(10, 4).with(MOBILITY_SMOOTHED, NAN)).status())
        .isEqualTo(Status.MISSING_INPUT);
    assertThat(district(waves(10, 4).with(NEW_CASES_SMOOTHED, NAN)).status())
        .isEqualTo(Status.MISSING_INPUT);
    assertThat(district(waves(10, 4).population(NAN)).status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void theCityIsTheMeanOfItsDistrictsWithTheIntervalOfTurnedSigns() {
    // Slopes -3, -1, -2, 1, -4 and -5: mean -14/6. Of the 63 subset means the lowest is -5, the
    // highest 1; of the 64 sums of signs 3 are as low: p = 2 · 3/64 (both by enumeration).
    Pooled pooled =
        city(waves(10, 7), waves(10, 9), waves(10, 8), waves(10, 11), waves(10, 6), waves(10, 5));

    assertThat(pooled.city().value()).isCloseTo(-14 / 6.0, within(1e-12));
    assertThat(pooled.city().interval().orElseThrow().low()).isEqualTo(-5);
    assertThat(pooled.city().interval().orElseThrow().high()).isEqualTo(1);
    assertThat(pooled.city().interval().orElseThrow().method()).isEqualTo("sign_permutation");
    assertThat(pooled.city().parts())
        .containsEntry("districts", 6)
        .containsEntry("districts_sooner", 5L)
        .containsEntry("waves_unanswered", 0);
    assertThat((double) pooled.city().parts().get("p_value")).isCloseTo(6 / 64.0, within(1e-12));
    assertThat(pooled.city().n()).isEqualTo(6);
    assertThat(pooled.districts().get("d3").value()).isEqualTo(1);
  }

  @Test
  void theCityHasNoIntervalBelowSixDistricts() {
    Pooled pooled =
        city(waves(10, 7), waves(10, 9), waves(10, 8), waves(10, 11), waves(10, 6), waves(8));

    assertThat(pooled.city().value()).isCloseTo(-9 / 5.0, within(1e-12));
    assertThat(pooled.city().interval()).isEmpty();
    assertThat(pooled.city().n()).isEqualTo(5);
    assertThat(pooled.districts().get("d5").status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void theCityCountsTheWavesThatNobodyAnswered() {
    // Two in the second district, which is left out, one in the third.
    Pooled pooled =
        city(waves(10, 7), waves(NO_ANSWER, NO_ANSWER), waves(8, NO_ANSWER, 2), waves(8));

    assertThat(pooled.city().value()).isCloseTo(-3, within(1e-12));
    assertThat(pooled.city().n()).isEqualTo(2);
    assertThat(pooled.city().parts()).containsEntry("waves_unanswered", 3);
  }

  @Test
  void theCityWithoutADistrictThatLearntSaysWhy() {
    TestDistrict unobserved = TestDistrict.ofDays(DAYS);
    TestDistrict seldom = waves(10, 4).with(MOBILITY_SMOOTHED, 100, 299, NAN);

    assertThat(city(unobserved, seldom, waves(8)).city().status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(city(unobserved, seldom).city().status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(city(unobserved).city().status()).isEqualTo(Status.MISSING_INPUT);
  }

  /** Waves with mobility that falls so many days after each began, and recovers after its peak. */
  private static TestDistrict waves(int... lags) {
    double[] cases = new double[DAYS];
    TestMobility mobility = TestMobility.ofDays(DAYS);
    for (int wave = 0; wave < lags.length; wave++) {
      int peak = 40 + APART * wave;
      for (int day = peak - 20; day <= peak + 20; day++) {
        cases[day] = 2.5 * (20 - Math.abs(day - peak));
      }
      if (lags[wave] != NO_ANSWER) {
        mobility = mobility.from(peak - 19 + lags[wave], -0.5).from(peak + 35, 0);
      }
    }
    return TestDistrict.ofDays(DAYS)
        .population(100_000)
        .daily(NEW_CASES_ADJUSTED, cases)
        .daily(NEW_CASES_SMOOTHED, cases)
        .daily(MOBILITY_SMOOTHED, mobility.smoothed());
  }

  /** Waves of lags 8 and 4 with falls of mobility to these levels, over days that scatter by .1. */
  private static TestDistrict restless(TestDistrict waves, double first, double second) {
    return waves.daily(
        MOBILITY_SMOOTHED,
        TestMobility.ofDays(DAYS)
            .from(29, first)
            .from(75, 0)
            .from(125, second)
            .from(175, 0)
            .scattered(0.1, new SplittableRandom(2))
            .smoothed());
  }

  private Result district(TestDistrict district) {
    return district(district.build());
  }

  private Result district(DistrictSeries series) {
    return TestCity.pool(indicator, Parameters.DEFAULTS, series)
        .districts()
        .get(series.districtId());
  }

  private Pooled city(TestDistrict... districts) {
    List<DistrictSeries> city = new ArrayList<>();
    for (TestDistrict district : districts) {
      city.add(district.id("d" + city.size()).build());
    }
    return TestCity.pool(indicator, Parameters.DEFAULTS, city);
  }
}
