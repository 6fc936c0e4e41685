package org.cityeval.indicator.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_LEVEL;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.indicator.restriction.RestrictionDays;
import org.cityeval.indicator.restriction.Sample;
import org.cityeval.numeric.classification.Roc;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.numeric.timeseries.OneDay;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RiskDiscriminationTest {
  private static final Parameters AT_ONCE =
      TestTargeting.with(new Parameters.Restriction(-0.20, 3, 0, RiskScope.OWN));

  private final RiskDiscrimination indicator = new RiskDiscrimination();

  @ParameterizedTest
  @MethodSource("days")
  void findsInOnePassWhatEachDayMakesOfTheArea(RestrictionDays days) {
    OneDay.isAsAskedForEachDay(ranked(days), days.days());
    RestrictionDays other =
        new RestrictionDays(0, days.own(), days.mobility(), days.mobility(), days.mobility());
    RestrictionDays turned =
        new RestrictionDays(
            0,
            Arrays.stream(days.mobility()).map(m -> m / 3).toArray(),
            days.own(),
            days.own(),
            days.own());
    RankedDays pooled =
        RankedDays.of(
            Sample.of(List.of(days, turned, other), List.of(1.0, 1.0, 1.0), -0.2),
            new RiskRule(4, RiskScope.OWN));

    OneDay.isAsAskedForEachDay(pooled, days.days());
  }

  @Test
  void isTheChanceThatADayAtRiskWasMoreRestricted() {
    // At risk: falls of .5, .4, .3; other days: .3 and ten of .2. Of 33 pairs .5 and .4 win 11
    // each, .3 wins 10 and ties one: 32.5 / 33. Average precision: 1/3·1 + 1/3·1 + 1/3·(3/4).
    Result result = district(byHand("a"));

    assertThat(result.value()).isCloseTo(32.5 / 33, within(1e-12));
    assertThat((double) result.parts().get("pr_auc")).isCloseTo(2.75 / 3, within(1e-12));
    assertThat(result.parts())
        .containsEntry("pr_auc_convention", "step (average precision)")
        .containsEntry("at_risk_days", 3)
        .containsEntry("other_days", 11);
  }

  @Test
  void isHalfWhereRestrictionDoesNotVary() {
    DistrictSeries series =
        TestDistrict.ofDays(20)
            .with(RISK_LEVEL, 1)
            .with(RISK_LEVEL, 0, 9, 4)
            .with(MOBILITY_SMOOTHED, -0.3)
            .build();

    assertThat(district(series).value()).isEqualTo(0.5);
  }

  @Test
  void isNotApplicableWhereAllDaysAreAtRisk() {
    DistrictSeries series =
        TestDistrict.ofDays(20).with(RISK_LEVEL, 4).with(MOBILITY_SMOOTHED, -0.3).build();

    Result result = district(series);

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(result.parts()).containsEntry("other_days", 0).doesNotContainKey("pr_auc");
  }

  @Test
  void theCityComparesDaysAcrossDistricts() {
    // District b: 14 days at risk at a fall of .25. At risk .5, .4, .3, 14 of .25; others .3, ten
    // of .2: wins 11 + 11 + 10.5 + 14·10 = 172.5 of 17·11 = 187.
    DistrictSeries atRisk =
        TestDistrict.ofDays(14).id("b").with(RISK_LEVEL, 5).with(MOBILITY_SMOOTHED, -0.25).build();

    Pooled pooled = TestCity.pool(indicator, AT_ONCE, byHand("a"), atRisk);

    assertThat(pooled.city().value()).isCloseTo(172.5 / 187, within(1e-12));
    assertThat(pooled.districts().get("b").status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  static Stream<RestrictionDays> days() {
    SplittableRandom random = new SplittableRandom(6);
    return Stream.generate(
            () -> {
              int days = random.nextInt(2, 80);
              // Two decimals, so that there are ties.
              double[] mobility =
                  random.doubles(days, -0.2, 0.2).map(m -> Math.rint(m * 100) / 100).toArray();
              double[] risk = random.ints(days, 1, 6).asDoubleStream().toArray();
              return new RestrictionDays(0, mobility, risk, risk, risk);
            })
        .limit(100);
  }

  @ParameterizedTest
  @MethodSource("days")
  void agreesWithTheAreaUnderTheCurveWhereEveryDayCountsOnce(RestrictionDays days) {
    RankedDays ranked = ranked(days);

    assertThat(ranked.areaUnderRoc(LongRunError.once(days.days())))
        .isCloseTo(Roc.auc(ranked.intensity(), ranked.atRisk()), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("days")
  void countsADayOfTwiceTheWeightAsTwoDays(RestrictionDays days) {
    double[] weights = new double[days.days()];
    int drawn = 0;
    for (int day = 0; day < weights.length; day++) {
      weights[day] = day % 3;
      drawn += day % 3;
    }
    double[] mobility = new double[drawn];
    double[] risk = new double[drawn];
    int at = 0;
    for (int day = 0; day < weights.length; day++) {
      for (int copy = 0; copy < day % 3; copy++) {
        mobility[at] = days.mobility()[day];
        risk[at++] = days.own()[day];
      }
    }
    RankedDays copied = ranked(new RestrictionDays(0, mobility, risk, risk, risk));

    assertThat(ranked(days).areaUnderRoc(weights))
        .isCloseTo(copied.areaUnderRoc(LongRunError.once(drawn)), within(1e-12));
  }

  private static RankedDays ranked(RestrictionDays days) {
    return RankedDays.of(
        Sample.of(List.of(days), List.of(1.0), -0.2), new RiskRule(4, RiskScope.OWN));
  }

  private static DistrictSeries byHand(String id) {
    return TestDistrict.ofDays(14)
        .id(id)
        .with(RISK_LEVEL, 1)
        .with(RISK_LEVEL, 0, 2, 3)
        .daily(
            MOBILITY_SMOOTHED, -.5, -.4, -.3, -.3, -.2, -.2, -.2, -.2, -.2, -.2, -.2, -.2, -.2, -.2)
        .build();
  }

  private Result district(DistrictSeries series) {
    return TestCity.pool(indicator, AT_ONCE, series).districts().get(series.districtId());
  }
}
