package org.cityeval.numeric.inequality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetingErrorsTest {
  @ParameterizedTest
  @CsvSource({
    // reached, in need (below the poverty line; then the poorest fifth), exclusion, inclusion.
    "1100000000, 1111000000, 0.5, 0",
    "0110000000, 1111000000, 0.5, 0",
    "0011000000, 1111000000, 0.5, 0",
    "1100000000, 1100000000, 0, 0",
    "0110000000, 1100000000, 0.5, 0.5",
    "0011000000, 1100000000, 1, 1",
    // Scenario 4 reaches all; counted by hand.
    "1111111111, 1111000000, 0, 0.6",
    "1111111111, 1100000000, 0, 0.8"
  })
  void equalsTheTenPersonEconomy(
      String reached, String inNeed, double exclusion, double inclusion) {
    // World Bank (2022), Revisiting Targeting in Social Assistance, table 7.3.
    assertThat(TargetingErrors.of(flags(reached), flags(inNeed), Inequality.equalWeights(10)))
        .isEqualTo(new TargetingErrors(exclusion, inclusion));
  }

  @Test
  void countsResidents() {
    // Need 30 + 10, of which 10 are missed; reached 30 + 20, of which 20 are not in need.
    double[] residents = {30, 10, 20, 0, Double.NaN};
    assertThat(TargetingErrors.of(flags("10101"), flags("11011"), residents))
        .isEqualTo(new TargetingErrors(0.25, 0.4));
  }

  @Test
  void isUndefinedWhereNoOneIsInNeedOrReached() {
    double[] ones = {1, 1};
    assertThat(TargetingErrors.of(flags("10"), flags("00"), ones))
        .isEqualTo(new TargetingErrors(Double.NaN, 1));
    assertThat(TargetingErrors.of(flags("00"), flags("10"), ones))
        .isEqualTo(new TargetingErrors(1, Double.NaN));
  }

  @Test
  void swapsTheErrorsWithTheRoles() {
    double[] residents = {3, 1, 4, 1, 5};
    TargetingErrors errors = TargetingErrors.of(flags("11010"), flags("01101"), residents);
    assertThat(TargetingErrors.of(flags("01101"), flags("11010"), residents))
        .isEqualTo(new TargetingErrors(errors.inclusion(), errors.exclusion()));
  }

  private static boolean[] flags(String text) {
    boolean[] flags = new boolean[text.length()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = text.charAt(i) == '1';
    }
    return flags;
  }
}
