package org.cityeval.indicator.decentralisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.indicator.restriction.TestRestriction.constant;
import static org.cityeval.indicator.restriction.TestRestriction.days;
import static org.cityeval.indicator.restriction.TestRestriction.district;
import static org.cityeval.indicator.restriction.TestRestriction.then;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.restriction.TestRestriction;
import org.cityeval.series.DistrictSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RiskExplainedDifferentiationTest {
  private final RiskExplainedDifferentiation indicator = new RiskExplainedDifferentiation();

  @Test
  void isTheShareOfTheVarianceThatALineInRiskExplains() {
    // Falls .1, .2, .6 at risks 1, 2, 3: deviations -.2, -.1, .3 and -1, 0, 1: .5² / (2 · .14).
    Result result =
        city(constant("a", 1, 0.1, 1), constant("b", 1, 0.2, 2), constant("c", 1, 0.6, 3));

    assertThat(result.value()).isCloseTo(0.25 / 0.28, within(1e-12));
    assertThat((double) result.parts().get("fall_per_risk_level")).isCloseTo(0.25, within(1e-12));
    assertThat(result.n()).isEqualTo(3);
  }

  @Test
  void comparesDistrictsOnTheSameDay() {
    // As above on ten days; then, at risks two levels higher, .5, .6, .4: deviations 0, .1, -.1.
    // Products .5 - .1, squares of risk 4, of the fall .14 + .02: .4² / (4 · .16).
    Result result =
        city(rising("a", 0.1, 0.5, 1), rising("b", 0.2, 0.6, 2), rising("c", 0.6, 0.4, 3));

    assertThat(result.value()).isCloseTo(0.25, within(1e-12));
    assertThat((double) result.parts().get("fall_per_risk_level")).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void passesOverUnobservedDays() {
    // District c unobserved on the first four days: there deviations ∓.05 and ∓.5. Products 4 · .05
    // + 6 · .5 - 10 · .1 = 2.2, squares 2 + 12 + 20 = 34 and .02 + .84 + .2 = 1.06.
    double[] fall = then(days(4, Double.NaN), then(days(6, 0.6), days(10, 0.4)));

    Result result =
        city(
            rising("a", 0.1, 0.5, 1),
            rising("b", 0.2, 0.6, 2),
            district("c", 1, fall, then(days(10, 3), days(10, 5))));

    assertThat(result.value()).isCloseTo(2.2 * 2.2 / (34 * 1.06), within(1e-12));
    assertThat((double) result.parts().get("products")).isCloseTo(2.2, within(1e-12));
    assertThat((double) result.parts().get("squares_of_risk")).isCloseTo(34, within(1e-12));
    assertThat((double) result.parts().get("squares_of_fall")).isCloseTo(1.06, within(1e-12));
  }

  @Test
  void isZeroWhereTheRiskierWereRestrictedLess() {
    Result result =
        city(constant("a", 1, 0.6, 1), constant("b", 1, 0.2, 2), constant("c", 1, 0.1, 3));

    assertThat(result.value()).isZero();
    assertThat((double) result.parts().get("fall_per_risk_level")).isCloseTo(-0.25, within(1e-12));
  }

  @Test
  void isNotApplicableWhereDistrictsNeverDiffered() {
    Result inRestriction =
        city(constant("a", 1, 0.3, 1), constant("b", 1, 0.3, 2), constant("c", 1, 0.3, 3));
    Result inRisk =
        city(constant("a", 1, 0.1, 2), constant("b", 1, 0.2, 2), constant("c", 1, 0.3, 2));

    assertThat(inRestriction.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat((double) inRestriction.parts().get("fall_per_risk_level")).isZero();
    assertThat(inRisk.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(inRisk.parts()).doesNotContainKey("fall_per_risk_level");
  }

  @Test
  void riskThatRisesEverywhereAtOnceExplainsNothingBetweenDistricts() {
    double[] risk = then(days(10, 1), days(10, 5));
    double[] fall = then(days(10, 0), days(10, 0.5));

    assertThat(
            city(
                    district("a", 1, fall, risk),
                    district("b", 1, fall, risk),
                    district("c", 1, fall, risk))
                .status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void isInsufficientWithTwoDistricts() {
    assertThat(city(constant("a", 1, 0.1, 1), constant("b", 1, 0.2, 2)).status())
        .isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void hasAnIntervalOfDependentDays() {
    double[] rising = new double[120];
    Arrays.setAll(rising, day -> day / 200.0);
    Result result =
        city(
            district("a", 1, days(120, 0.1), days(120, 1)),
            district("b", 1, rising, days(120, 2)),
            district("c", 1, days(120, 0.4), days(120, 3)));

    assertThat(result.interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
    assertThat(result.interval().orElseThrow().high()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isOneForAnExactLine(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] level = random.doubles(30, 0, 0.4).toArray();
    double slope = random.nextDouble(0.01, 0.1);
    List<DistrictSeries> districts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double[] risk = random.ints(30, 1, 6).asDoubleStream().toArray();
      double[] fall = new double[30];
      Arrays.setAll(fall, day -> level[day] + slope * risk[day]);
      districts.add(district("d" + i, 1, fall, risk));
    }

    assertThat(TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, districts).city().value())
        .isCloseTo(1, within(1e-12))
        .isLessThanOrEqualTo(1);
  }

  /** Ten days at one fall and risk, then ten at another fall and a risk two levels higher. */
  private static DistrictSeries rising(String id, double first, double second, double risk) {
    return district(
        id, 1, then(days(10, first), days(10, second)), then(days(10, risk), days(10, risk + 2)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private Result city(DistrictSeries... districts) {
    return TestCity.pool(indicator, TestRestriction.OWN_AT_ONCE, districts).city();
  }
}
