package org.cityeval.indicator.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_LEVEL;

import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.indicator.PooledIndicator.Pooled;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.TestCity;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class TargetingCoverageTest {
  private final TargetingCoverage indicator = new TargetingCoverage();

  @Test
  void isTheShareOfDaysAtRiskThatWereRestricted() {
    // tp 3, fn 2: 3 / 5.
    Result result = district(TestTargeting.district().build());

    assertThat(result.value()).isEqualTo(0.6);
    assertThat(result.parts()).containsEntry("tp", 3).containsEntry("fn", 2);
  }

  @Test
  void isZeroWhereNoDayAtRiskWasRestricted() {
    Result result = district(TestTargeting.district().with(MOBILITY_SMOOTHED, 0).build());

    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.value()).isZero();
  }

  @Test
  void isNotApplicableWithoutADayAtRisk() {
    Result result = district(TestTargeting.district().with(RISK_LEVEL, 2).build());

    assertThat(result.status()).isEqualTo(Status.NOT_APPLICABLE);
    // At level 2 every known day is at risk: 12 restricted of 19.
    assertThat((double) result.parts().get("value_at_risk_level_2"))
        .isCloseTo(12 / 19.0, within(1e-12));
    assertThat(result.parts()).doesNotContainKey("value_at_risk_level_4");
  }

  @Test
  void theCityPoolsTheCountsOfItsDistricts() {
    // District b is at risk on days 1 to 19 and never restricted: fn 19. City: 3 / (5 + 19).
    DistrictSeries unrestricted =
        TestDistrict.ofDays(20).id("b").with(RISK_LEVEL, 5).with(MOBILITY_SMOOTHED, 0).build();

    Pooled pooled =
        TestCity.pool(
            indicator,
            TestTargeting.judgedBy(RiskScope.OWN),
            TestTargeting.district().build(),
            unrestricted);

    assertThat(pooled.city().value()).isCloseTo(3 / 24.0, within(1e-12));
  }

  private Result district(DistrictSeries series) {
    return TestCity.pool(indicator, TestTargeting.judgedBy(RiskScope.OWN), series)
        .districts()
        .get(series.districtId());
  }
}
