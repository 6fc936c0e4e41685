package org.cityeval.indicator.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.series.Period;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

class RestrictionDaysTest {
  private static final double NAN = Double.NaN;

  private static final TestDistrict DISTRICT =
      TestDistrict.ofDays(4)
          .daily(MOBILITY_SMOOTHED, -0.1, NAN, -0.3, -0.4)
          .daily(RISK_LEVEL, 1, 4, NAN, 2)
          .daily(RISK_NEIGHBOURS, 3, 2, 5, NAN);

  @Test
  void knowsTheRiskOfSomeDaysBefore() {
    assertThat(RestrictionDays.of(DISTRICT.build(), 1).own()).containsExactly(NAN, 1, 4, NAN);
    assertThat(RestrictionDays.of(DISTRICT.build(), 0).own()).containsExactly(1, 4, NAN, 2);
    assertThat(RestrictionDays.of(DISTRICT.build(), 9).own()).containsOnly(NAN);
  }

  @Test
  void theFirstDayOfAPeriodKnowsTheRiskBeforeIt() {
    Period last =
        new Period(
            "last",
            "",
            Period.Kind.NAMED,
            TestDistrict.FIRST_DAY.plusDays(1),
            TestDistrict.FIRST_DAY.plusDays(3));

    RestrictionDays days = RestrictionDays.of(DISTRICT.build().during(last, 1), 1);

    // Own risk was 1, 4, unknown, 2 on the four days; neighbours' 3 on the first.
    assertThat(days.own()).containsExactly(1, 4, NAN);
    assertThat(days.neighbours()[0]).isEqualTo(3);
    assertThat(days.firstDay()).isEqualTo(last.firstDay().toEpochDay());
    assertThat(days.mobility()).hasSize(3);
  }

  @Test
  void widerScopesAddToTheOwnRisk() {
    RestrictionDays days = RestrictionDays.of(DISTRICT.build(), 0);

    // Neighbours' is higher on day 0, own on day 1; where either is unknown the own stands.
    assertThat(days.risk(RiskScope.OWN)).containsExactly(1, 4, NAN, 2);
    assertThat(days.risk(RiskScope.NEIGHBOURS)).containsExactly(3, 4, NAN, 2);
    // The city's risk was never observed.
    assertThat(days.risk(RiskScope.CITY)).containsExactly(3, 4, NAN, 2);
  }

  @Test
  void isObservedWithMobilityAndOwnRisk() {
    RestrictionDays days = RestrictionDays.of(DISTRICT.build(), 0);

    assertThat(days.observed(0)).isTrue();
    assertThat(days.observed(1)).isFalse();
    assertThat(days.observed(2)).isFalse();
    assertThat(days.observedDays()).isEqualTo(2);
    assertThat(days.days()).isEqualTo(4);
  }
}
