package org.cityeval.indicator.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_LEVEL;

import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class UnneededRestrictionTest {
  private static final Parameters AT_ONCE =
      TestTargeting.with(new Parameters.Restriction(-0.20, 3, 0, RiskScope.OWN));

  private final UnneededRestriction indicator = new UnneededRestriction();

  @Test
  void countsResidentsTimesTheFallOfMobility() {
    // Half of the movement on 4 days without risk: 1000 · 0.5 · 4; days at risk and days short of
    // the threshold do not count.
    Result result = district(byHand().build());

    assertThat(result.value()).isCloseTo(2000, within(1e-9));
    assertThat((double) result.parts().get("per_1000_residents")).isCloseTo(2000, within(1e-9));
    assertThat((double) result.parts().get("residents")).isEqualTo(1000);
    assertThat(result.parts()).containsEntry("fp", 4).containsEntry("tp", 2);
  }

  @Test
  void countsRiskTwoAsNoRiskAtLevelThree() {
    // Risk 2 throughout: the two days of 30 % count too, 2000 + 1000 · 0.3 · 2; at level 2 none.
    Result result = district(byHand().with(RISK_LEVEL, 2).build());

    assertThat(result.value()).isCloseTo(2600, within(1e-9));
    assertThat((double) result.parts().get("value_at_risk_level_2")).isZero();
  }

  @Test
  void isZeroWhereNothingWasRestricted() {
    Result result = district(byHand().with(MOBILITY_SMOOTHED, 0.1).build());

    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.value()).isZero();
  }

  @Test
  void isMissingInputWithoutAPopulation() {
    assertThat(district(byHand().population(Double.NaN).build()).status())
        .isEqualTo(Status.MISSING_INPUT);
  }

  @Test
  void isInsufficientBelowFourFifthsOfTheDays() {
    assertThat(district(byHand().with(MOBILITY_SMOOTHED, 15, 19, Double.NaN).build()).status())
        .isEqualTo(Status.INSUFFICIENT);
  }

  @Test
  void theCityIsTheSumOfItsDistricts() {
    Pooled pooled =
        TestCity.pool(
            indicator, AT_ONCE, byHand().build(), byHand().id("b").population(3000).build());

    // 2000 and 6000 person-days over 4000 residents.
    assertThat(pooled.city().value()).isCloseTo(8000, within(1e-9));
    assertThat((double) pooled.city().parts().get("per_1000_residents"))
        .isCloseTo(2000, within(1e-9));
  }

  @Test
  void theCityIsInsufficientWhereTooManyDistrictsAreLeftOut() {
    Pooled pooled =
        TestCity.pool(
            indicator, AT_ONCE, byHand().build(), byHand().id("b").population(Double.NaN).build());

    assertThat(pooled.city().status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(pooled.city().coverage()).isEqualTo(0.5);
  }

  /** 20 days: 50 % down on 4 days without risk, 30 % down on 2 at risk, 10 % down on 3 without. */
  private static TestDistrict byHand() {
    return TestDistrict.ofDays(20)
        .population(1000)
        .with(RISK_LEVEL, 1)
        .with(RISK_LEVEL, 4, 5, 4)
        .with(MOBILITY_SMOOTHED, 0.05)
        .with(MOBILITY_SMOOTHED, 0, 3, -0.5)
        .with(MOBILITY_SMOOTHED, 4, 5, -0.3)
        .with(MOBILITY_SMOOTHED, 6, 8, -0.1);
  }

  private Result district(DistrictSeries series) {
    return TestCity.pool(indicator, AT_ONCE, series).districts().get(series.districtId());
  }
}
