package org.cityeval.indicator.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import java.util.SplittableRandom;
import org.cityeval.indicator.DayStatistic;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.numeric.timeseries.OneDay;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Period;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class TargetingPrecisionTest {
  private final TargetingPrecision indicator = new TargetingPrecision();

  @Test
  void findsInOnePassWhatEachDayMakesOfAShare() {
    SplittableRandom random = new SplittableRandom(9);
    for (int districts : new int[] {1, 3, 300}) {
      int[] hits = random.ints(80, 0, districts + 1).toArray();
      int[] others = random.ints(80, 0, districts + 1).toArray();

      OneDay.isAsAskedForEachDay(ConfusionDays.share(hits, others).weighted(), 80);
      OneDay.isAsAskedForEachDay(ConfusionDays.share(new int[80], new int[80]).weighted(), 80);
    }
  }

  @Test
  void isTheShareOfRestrictedDaysAtRisk() {
    // tp 3, fp 9: 3 / 12.
    Result result = own(TestTargeting.district().build());

    assertThat(result.value()).isEqualTo(0.25);
    assertThat(result.parts())
        .containsEntry("tp", 3)
        .containsEntry("fp", 9)
        .containsEntry("fn", 2)
        .containsEntry("tn", 5)
        .containsEntry("risk_scope", "own")
        .containsEntry("lag_days", 1);
    assertThat(result.n()).isEqualTo(19);
    assertThat(result.coverage()).isEqualTo(0.95);
  }

  @Test
  void knowsTheRiskOfTheDayBeforeOnly() {
    // Without a lag the risk of days 0 to 4 counts on those days: tp = days 3 and 4 = 2, fp 10.
    Parameters atOnce = TestTargeting.with(new Parameters.Restriction(-0.20, 3, 0, RiskScope.OWN));

    Result result = district(TestTargeting.district().build(), atOnce);

    assertThat(result.value()).isCloseTo(2 / 12.0, within(1e-12));
    assertThat(result.n()).isEqualTo(20);
  }

  @Test
  void countsTheRiskOfNeighboursWhereTheScopeSaysSo() {
    // Neighbours at 4 on days 5 to 9, known on 6 to 10: tp = days 3 to 10 = 8, fp = 11 to 14 = 4.
    DistrictSeries series =
        TestTargeting.district().with(RISK_NEIGHBOURS, 1).with(RISK_NEIGHBOURS, 5, 9, 4).build();

    Result result = district(series, TestTargeting.judgedBy(RiskScope.NEIGHBOURS));

    assertThat(result.value()).isCloseTo(8 / 12.0, within(1e-12));
    assertThat((double) result.parts().get("value_own_risk")).isEqualTo(0.25);
  }

  @Test
  void countsTheRiskOfTheCityWhereTheScopeSaysSo() {
    // The city at 3 on all days: every restricted day is at risk.
    DistrictSeries series = TestTargeting.district().with(RISK_CITY, 3).build();

    Result result = district(series, TestTargeting.judgedBy(RiskScope.CITY));

    assertThat(result.value()).isEqualTo(1);
    assertThat((double) result.parts().get("value_neighbours_risk")).isEqualTo(0.25);
    assertThat((double) result.parts().get("value_own_risk")).isEqualTo(0.25);
  }

  @Test
  void publishesTheNeighbouringRiskLevels() {
    // Risk 2 on days 5 to 9, known on 6 to 10: at level 2 tp = 8 of 12; at level 4 none of 12.
    Result result = own(TestTargeting.district().with(RISK_LEVEL, 5, 9, 2).build());

    assertThat((double) result.parts().get("value_at_risk_level_2"))
        .isCloseTo(8 / 12.0, within(1e-12));
    assertThat((double) result.parts().get("value_at_risk_level_4")).isZero();
  }

  @Test
  void isNotApplicableWithoutARestrictedDay() {
    Result result = own(TestTargeting.district().with(MOBILITY_SMOOTHED, -0.19).build());

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(result.parts()).containsEntry("tp", 0).containsEntry("fn", 5);
  }

  @Test
  void isInsufficientBelowTwoWeeks() {
    // 14 days with risk and mobility, the first without known risk: 13 observed.
    DistrictSeries series =
        TestDistrict.ofDays(14).with(RISK_LEVEL, 3).with(MOBILITY_SMOOTHED, -0.5).build();

    assertThat(own(series).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(own(series).n()).isEqualTo(13);
  }

  @Test
  void leavesOutUnobservedDays() {
    // Days 6 to 9 without mobility: fp 5 of 8.
    Result result = own(TestTargeting.district().with(MOBILITY_SMOOTHED, 6, 9, Double.NaN).build());

    assertThat(result.value()).isCloseTo(3 / 8.0, within(1e-12));
    assertThat(result.coverage()).isEqualTo(0.75);
  }

  @Test
  void isMissingInputWithoutMobilityOrRisk() {
    assertThat(own(TestDistrict.ofDays(20).with(RISK_LEVEL, 3).build()).status())
        .isEqualTo(Status.MISSING_INPUT);
    assertThat(own(TestDistrict.ofDays(20).with(MOBILITY_SMOOTHED, 0).build()).status())
        .isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void theCityPoolsTheCountsOfItsDistricts() {
    // District b: restricted and at risk on days 1 to 19: tp 19. City: (3 + 19) / (12 + 19).
    Pooled pooled =
        TestCity.pool(
            indicator,
            TestTargeting.judgedBy(RiskScope.OWN),
            TestTargeting.district().build(),
            alwaysAtRisk("b"),
            TestDistrict.ofDays(20).id("c").build());

    assertThat(pooled.city().value()).isCloseTo(22 / 31.0, within(1e-12));
    assertThat(pooled.city().parts())
        .containsEntry("districts", 2)
        .containsEntry("districts_left_out", 1);
    assertThat(pooled.city().n()).isEqualTo(38);
    // Two of three districts with 19 of 20 days each.
    assertThat(pooled.city().coverage()).isCloseTo(0.95 * 2 / 3, within(1e-12));
    assertThat(pooled.districts().get("c").status()).isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void alignsDistrictsByDate() {
    DistrictSeries later =
        alwaysAtRisk("b")
            .during(
                new Period(
                    "p",
                    "p",
                    Period.Kind.NAMED,
                    TestDistrict.FIRST_DAY.plusDays(2),
                    TestDistrict.FIRST_DAY.plusDays(19)),
                indicator.spec().leadIn().days(Parameters.DEFAULTS));

    Pooled pooled =
        TestCity.pool(
            indicator,
            TestTargeting.judgedBy(RiskScope.OWN),
            TestTargeting.district().build(),
            later);

    // District b now has 18 days, and the risk of the day before is known on the first too: tp 18.
    assertThat(pooled.city().value()).isCloseTo(21 / 30.0, within(1e-12));
  }

  @Test
  void resamplesBlocksOfDays() {
    TestDistrict district =
        TestDistrict.ofDays(200).with(RISK_LEVEL, 1).with(MOBILITY_SMOOTHED, -0.5);
    for (int day = 0; day < 200; day += 20) {
      district.with(RISK_LEVEL, day, day + 9, 4);
    }

    Result result = own(district.build());

    // Ten days in twenty are at risk; day 0 is unknown: 100 / 199.
    assertThat(result.value()).isCloseTo(100 / 199.0, within(1e-12));
    assertThat(result.interval().orElseThrow().method()).isEqualTo(DayStatistic.METHOD);
    assertThat(result.interval().orElseThrow().low()).isBetween(0.3, 0.5);
    assertThat(result.interval().orElseThrow().high()).isBetween(0.5, 0.7);
  }

  private static DistrictSeries alwaysAtRisk(String id) {
    return TestDistrict.ofDays(20).id(id).with(RISK_LEVEL, 5).with(MOBILITY_SMOOTHED, -0.5).build();
  }

  private Result own(DistrictSeries series) {
    return district(series, TestTargeting.judgedBy(RiskScope.OWN));
  }

  private Result district(DistrictSeries series, Parameters parameters) {
    return TestCity.pool(indicator, parameters, series).districts().get(series.districtId());
  }
}
