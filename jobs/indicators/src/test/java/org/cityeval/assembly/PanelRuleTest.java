package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

/** A window of 7 days and a serial interval of at most 3: the first day was infected 3 before. */
class PanelRuleTest {
  private static PanelRule rule(RiskThresholds risk, int windowDays, int gapDays) {
    return new PanelRule(
        List.of(),
        List.of(),
        null,
        null,
        new PanelRule.Smoothing(new TreeMap<>()),
        new PanelRule.Transmission(
            new double[] {0, 0.25, 0.5, 0.25}, windowDays, 11, Prior.EPIESTIM),
        risk,
        new PreciseControl.Weights(1, 1, 1, 1, 0.5),
        gapDays);
  }

  private static RiskThresholds clearAfter(RiskThresholds preset, int days) {
    return new RiskThresholds(
        preset.preset(),
        days,
        1,
        preset.clusterCases(),
        preset.orangeFrom(),
        preset.redFrom(),
        preset.densityCuts(),
        preset.reproductionCuts());
  }

  @Test
  void aReproductionNumberRestsOnItsWindowAndWhatInfectedItsFirstDay() {
    assertThat(rule(RiskThresholds.zhejiang(), 7, 3).transmission().reachDays()).isEqualTo(10);
  }

  @Test
  void aLevelOfRiskRestsOnAWeekOrOnMoreDaysWithoutACase() {
    assertThat(rule(clearAfter(RiskThresholds.zhejiang(), 14), 7, 3).riskReachDays()).isEqualTo(14);
    assertThat(rule(clearAfter(RiskThresholds.zhejiang(), 2), 7, 3).riskReachDays()).isEqualTo(7);
  }

  @Test
  void underActNowItRestsOnTheReproductionNumberToo() {
    assertThat(rule(clearAfter(RiskThresholds.actNow(), 2), 7, 3).riskReachDays()).isEqualTo(10);
    assertThat(rule(clearAfter(RiskThresholds.actNow(), 14), 7, 3).riskReachDays()).isEqualTo(14);
  }

  @Test
  void theWholeReachIsTheLongestOfAll() {
    RiskThresholds risk = clearAfter(RiskThresholds.zhejiang(), 2);

    assertThat(rule(risk, 14, 3).reachDays()).isEqualTo(17);
    assertThat(rule(risk, 7, 20).reachDays()).isEqualTo(27);
    assertThat(rule(clearAfter(risk, 30), 7, 3).reachDays()).isEqualTo(30);
  }

  @Test
  void aMeasureThatIsNotNamedIsRaw() {
    TreeMap<Quantity, Integer> days = new TreeMap<>();
    days.put(Quantity.NEW_CASES, 7);

    assertThat(new PanelRule.Smoothing(days).daysOf(Quantity.NEW_CASES)).isEqualTo(7);
    assertThat(new PanelRule.Smoothing(days).daysOf(Quantity.POLICY_GRADE)).isEqualTo(1);
  }
}
