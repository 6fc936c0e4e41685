package org.cityeval.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithheldTest {
  @Test
  void aConfigOfBeforeTheRuleWithheldNothing() {
    assertThat(Withheld.isAskedBy("{\"evaluation\": {}}")).isFalse();
  }

  @Test
  void aConfigWhoseCountsArePublicWithholdsNothing() {
    assertThat(Withheld.isAskedBy("{\"small_counts\": {\"already_public\": \"CDC\"}}")).isFalse();
    assertThat(Withheld.isAskedBy("{\"small_counts\": {\"already_public\": null, \"below\": 5}}"))
        .isTrue();
    assertThat(Withheld.isAskedBy("{\"small_counts\": {\"below\": 5}}")).isTrue();
  }

  /** Otherwise a number that is made of counts would be published whole. */
  @ParameterizedTest
  @EnumSource(
      value = Quantity.class,
      names = {
        "NEW_CASES",
        "NEW_CASES_ADJUSTED",
        "NEW_CASES_SMOOTHED",
        "NEW_CASES_BRIDGED",
        "INCIDENCE",
        "RT_MEAN",
        "RT_LOW",
        "RT_HIGH",
        "RISK_LEVEL",
        "RISK_NEIGHBOURS",
        "RISK_CITY",
        "CONTROL_INDEX",
        "PRECISE_CONTROL_INDEX"
      })
  void whatIsMadeOfCountsOfPersonsMayBeWithheld(Quantity quantity) {
    assertThat(Withheld.concerns(quantity)).isTrue();
    assertThat(Withheld.of(quantity).orElseThrow().quantities()).contains(quantity);
  }

  @Test
  void whatIsMadeOfNoneIsNot() {
    assertThat(
            List.of(
                Quantity.MOBILITY_CHANGE,
                Quantity.ENTERPRISE_BRIDGED,
                Quantity.POLICY_GRADE,
                Quantity.FLOW_INDEX,
                Quantity.CASES_COVERED_SHARE))
        .noneMatch(Withheld::concerns);
  }

  @Test
  void theBitsOfAllStandApart() {
    int all = Arrays.stream(Withheld.values()).mapToInt(Withheld::bit).sum();

    assertThat(all).isEqualTo((1 << Withheld.values().length) - 1);
    assertThat(Withheld.RT.isIn(all - Withheld.RT.bit())).isFalse();
    assertThat(Withheld.RISK.isIn(all - Withheld.RT.bit())).isTrue();
  }
}
