package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISES_RESUMED;
import static org.cityeval.series.Quantity.ENTERPRISES_TOTAL;
import static org.cityeval.series.Quantity.ENTERPRISE_CHANGE;
import static org.cityeval.series.Quantity.ENTERPRISE_OPEN_CHANGE;
import static org.cityeval.series.Quantity.ENTERPRISE_OUTPUT_CHANGE;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.INCIDENCE;
import static org.cityeval.series.Quantity.MOBILITY_CHANGE;
import static org.cityeval.series.Quantity.MOBILITY_RESIDENTIAL_CHANGE;
import static org.cityeval.series.Quantity.MOBILITY_RETAIL_CHANGE;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_TRANSIT_CHANGE;
import static org.cityeval.series.Quantity.NEW_CASES;
import static org.cityeval.series.Quantity.NEW_CASES_BRIDGED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RT_MEAN;
import static org.cityeval.series.Quantity.WORK_RESUMPTION_INDEX;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyDerivationTest {
  private static final double GAP = Double.NaN;
  private static final double RESIDENTS = 200_000;

  @Test
  void incidenceIsTheWeeklyMeanPer100kResidents() {
    // 7 days of 14 cases among 200,000: 14 / 2.
    Map<Quantity, double[]> all = derive(Map.of(NEW_CASES, repeat(14, 10)), rule());

    assertThat(all.get(NEW_CASES_SMOOTHED)[9]).isCloseTo(14, within(1e-12));
    assertThat(all.get(INCIDENCE)[9]).isCloseTo(7, within(1e-12));
  }

  @Test
  void aNegativeDayIsLeftOutOfTheMean() {
    // Days 0 to 6: 10, 10, -40, 10, 10, 10, 10; six observed days of 10.
    Map<Quantity, double[]> all =
        derive(Map.of(NEW_CASES, new double[] {10, 10, -40, 10, 10, 10, 10}), rule());

    assertThat(all.get(NEW_CASES_SMOOTHED)[6]).isCloseTo(10, within(1e-12));
    assertThat(all.get(NEW_CASES)[2]).isEqualTo(-40);
  }

  @Test
  void aGapOfTheMeanIsBridgedWhereTheRuleSaysAndStaysAGapInIt() {
    // A mean needs four of its seven days.
    double[] cases = repeat(10, 40);
    Arrays.fill(cases, 10, 17, GAP);
    Map<Quantity, double[]> all = derive(Map.of(NEW_CASES, cases), rule());
    double[] smoothed = all.get(NEW_CASES_SMOOTHED);

    // Days 10 to 12 hold 6, 5, 4 of their days; 13 to 19 three or fewer; 20 holds four again.
    assertThat(smoothed[12]).isEqualTo(10);
    assertThat(Arrays.copyOfRange(smoothed, 13, 20)).containsOnly(GAP);
    assertThat(smoothed[20]).isEqualTo(10);
    assertThat(all.get(NEW_CASES_BRIDGED)).containsExactly(smoothed);

    // Means as a source gives them: three days are bridged from 10 to 18, four are not.
    double[] means = {10, GAP, GAP, GAP, 18, GAP, GAP, GAP, GAP, 20};
    Map<Quantity, double[]> bridged =
        derive(Map.of(NEW_CASES, means), rule(smoothed(7, NEW_CASES)));
    assertThat(bridged.get(NEW_CASES_SMOOTHED)).containsExactly(means);
    assertThat(bridged.get(NEW_CASES_BRIDGED))
        .containsExactly(10, 12, 14, 16, 18, GAP, GAP, GAP, GAP, 20);
  }

  @Test
  void whatTheSourceSmoothedIsNotSmoothedAgain() {
    double[] cases = {1, 2, 4, 8, 16, 32, 64, 128};
    PanelRule smoothed =
        rule(smoothed(7, NEW_CASES, MOBILITY_RETAIL_CHANGE, MOBILITY_TRANSIT_CHANGE));
    Map<Quantity, double[]> all =
        derive(
            Map.of(NEW_CASES, cases, MOBILITY_RETAIL_CHANGE, cases, MOBILITY_TRANSIT_CHANGE, cases),
            smoothed);

    assertThat(all.get(NEW_CASES_SMOOTHED)).containsExactly(cases);
    assertThat(all.get(MOBILITY_SMOOTHED)).containsExactly(all.get(MOBILITY_CHANGE));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 31})
  void ofTwoMeasuresTheRawOneAloneIsSmoothed(int days) {
    double[] smooth = {.1, .1, .1, .1, .1, .1, .9, .1};
    double[] raw = {0, 0, 0, 0, 0, 0, -.7, 0};
    Map<Quantity, double[]> all =
        derive(
            Map.of(MOBILITY_RETAIL_CHANGE, smooth, MOBILITY_TRANSIT_CHANGE, raw),
            rule(smoothed(days, MOBILITY_RETAIL_CHANGE)));

    // The weekly mean of the raw one is -0.1 on both days; (0.9 - 0.1) / 2 and (0.1 - 0.1) / 2.
    assertThat(all.get(MOBILITY_SMOOTHED)[6]).isCloseTo(.4, within(1e-12));
    assertThat(all.get(MOBILITY_SMOOTHED)[7]).isCloseTo(0, within(1e-12));
    assertThat(all.get(MOBILITY_CHANGE)[6]).isCloseTo(.1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3, true", "7, true", "14, true", "15, false", "31, false"})
  void aReproductionNumberNeedsCasesByTheWeekOrFiner(int carriedDays, boolean given) {
    Map<Quantity, double[]> all =
        derive(Map.of(NEW_CASES, repeat(20, 40)), rule(smoothed(carriedDays, NEW_CASES)));

    assertThat(Double.isNaN(all.get(RT_MEAN)[39])).isEqualTo(!given);
    assertThat(all.get(NEW_CASES_SMOOTHED)[39]).isCloseTo(20, within(1e-12));
  }

  @Test
  void withoutResidentsThereIsNeitherIncidenceNorRisk() {
    Map<Quantity, double[]> all =
        DailyDerivation.derive(Map.of(NEW_CASES, repeat(14, 20)), 20, GAP, rule());

    assertThat(all.get(INCIDENCE)).containsOnly(GAP);
    assertThat(all.get(RISK_LEVEL)).containsOnly(GAP);
    assertThat(all.get(NEW_CASES_SMOOTHED)[19]).isCloseTo(14, within(1e-12));
  }

  @Test
  void aReproductionNumberNeedsElevenCasesInItsWindow() {
    // One case a day is 7 in a window of 7 days, two are 14.
    assertThat(derive(Map.of(NEW_CASES, repeat(1, 40)), rule()).get(RT_MEAN)).containsOnly(GAP);
    assertThat(derive(Map.of(NEW_CASES, repeat(2, 40)), rule()).get(RT_MEAN)[39])
        .isBetween(0.9, 1.2);
  }

  @Test
  void aMeanNeedsEveryMeasureItNames() {
    // -.2 and -.6 have the mean -.4; with one of them missing there is none.
    Map<Quantity, double[]> all =
        derive(
            Map.of(
                MOBILITY_RETAIL_CHANGE, new double[] {-0.2, GAP, -0.2},
                MOBILITY_TRANSIT_CHANGE, new double[] {-0.6, -0.6, GAP}),
            rule());

    assertThat(all.get(MOBILITY_CHANGE))
        .containsExactly(new double[] {-0.4, GAP, GAP}, within(1e-15));
  }

  @Test
  void stayingAtHomeCountsAsMovingLess() {
    PanelRule home =
        new PanelRule(
            List.of(MOBILITY_RETAIL_CHANGE, MOBILITY_RESIDENTIAL_CHANGE),
            List.of(ENTERPRISE_OUTPUT_CHANGE),
            null,
            null,
            smoothed(1),
            rule().transmission(),
            RiskThresholds.zhejiang(),
            new PreciseControl.Weights(1, 1, 1, 1, 0.5),
            3);
    // (-.6 - .2) / 2.
    assertThat(
            derive(
                    Map.of(
                        MOBILITY_RETAIL_CHANGE, repeat(-0.6, 3),
                        MOBILITY_RESIDENTIAL_CHANGE, repeat(0.2, 3)),
                    home)
                .get(MOBILITY_CHANGE))
        .containsExactly(repeat(-0.4, 3), within(1e-15));
  }

  @Test
  void aWeekOfFourObservedDaysIsEnough() {
    // Four of seven observed: their mean. Three: nothing.
    double[] change = {-0.4, GAP, -0.2, GAP, -0.4, GAP, -0.2, GAP};
    Map<Quantity, double[]> all = derive(Map.of(ENTERPRISE_OUTPUT_CHANGE, change), rule());

    assertThat(all.get(ENTERPRISE_CHANGE)).containsExactly(change);
    assertThat(all.get(ENTERPRISE_SMOOTHED)[6]).isCloseTo(-0.3, within(1e-15));
    assertThat(all.get(ENTERPRISE_SMOOTHED)[5]).isNaN();
    assertThat(all.get(ENTERPRISE_SMOOTHED)[7]).isNaN();
  }

  @Test
  void workResumptionIsHalfTheEnterprisesHalfTheirOutput() {
    // Zhejiang, 2020-02-10: 19.37 % resumed, output at 31.47 %: index 25.42.
    Map<Quantity, double[]> all =
        derive(
            Map.of(
                ENTERPRISES_RESUMED, new double[] {1937, 10_000, 12_000, 5_000, GAP},
                ENTERPRISES_TOTAL, new double[] {10_000, 10_000, 10_000, 0, 10_000},
                ENTERPRISE_OUTPUT_CHANGE, new double[] {-0.6853, 0.25, -1.5, 0, 0}),
            rule());

    // More than normal counts as normal, less than nothing as nothing; of no enterprises no share.
    assertThat(all.get(WORK_RESUMPTION_INDEX))
        .containsExactly(new double[] {25.42, 100, 50, GAP, GAP}, within(1e-9));
  }

  @Test
  void theRateMayBeAChangeToo() {
    PanelRule open =
        new PanelRule(
            rule().mobility(),
            rule().enterprise(),
            ENTERPRISE_OPEN_CHANGE,
            ENTERPRISE_OUTPUT_CHANGE,
            rule().smoothing(),
            rule().transmission(),
            rule().risk(),
            new PreciseControl.Weights(1, 1, 1, 1, 0.5),
            3);
    // 100 * (.5 * .6 + .5 * .4).
    assertThat(
            derive(
                    Map.of(
                        ENTERPRISE_OPEN_CHANGE, repeat(-0.4, 2),
                        ENTERPRISE_OUTPUT_CHANGE, repeat(-0.6, 2)),
                    open)
                .get(WORK_RESUMPTION_INDEX))
        .containsExactly(repeat(50, 2), within(1e-12));
  }

  @Test
  void aLakeWithoutAFamilyLeavesItUnobserved() {
    Map<Quantity, double[]> all = derive(Map.of(NEW_CASES, repeat(3, 8)), rule());

    assertThat(all.get(MOBILITY_CHANGE)).containsOnly(GAP);
    assertThat(all.get(ENTERPRISE_CHANGE)).containsOnly(GAP);
    assertThat(all.get(WORK_RESUMPTION_INDEX)).containsOnly(GAP);
  }

  @Test
  void daysToComeDoNotChangeToday() {
    double[] cases = {0, 3, 9, 30, 12, 44, 20, 35, 28, 90, 60, 10, 5, 2, 0, 0, 7, 3, 1, 0};
    Map<Quantity, double[]> whole = derive(Map.of(NEW_CASES, cases), rule());
    Map<Quantity, double[]> cut = derive(Map.of(NEW_CASES, Arrays.copyOf(cases, 12)), rule());

    cut.forEach(
        (quantity, daily) ->
            assertThat(daily)
                .as(quantity.column())
                .containsExactly(Arrays.copyOf(whole.get(quantity), 12)));
  }

  @Test
  void personsAndEnterprisesAddUpAndChangesDoNot() {
    assertThat(DailyDerivation.isAdditive(NEW_CASES)).isTrue();
    assertThat(DailyDerivation.isAdditive(ENTERPRISES_TOTAL)).isTrue();
    assertThat(DailyDerivation.isAdditive(MOBILITY_RETAIL_CHANGE)).isFalse();
  }

  private static EnumMap<Quantity, double[]> derive(
      Map<Quantity, double[]> observed, PanelRule rule) {
    return DailyDerivation.derive(
        observed, observed.values().iterator().next().length, RESIDENTS, rule);
  }

  private static PanelRule rule() {
    return rule(smoothed(1));
  }

  private static PanelRule rule(PanelRule.Smoothing smoothing) {
    return new PanelRule(
        List.of(MOBILITY_RETAIL_CHANGE, MOBILITY_TRANSIT_CHANGE),
        List.of(ENTERPRISE_OUTPUT_CHANGE),
        ENTERPRISES_RESUMED,
        ENTERPRISE_OUTPUT_CHANGE,
        smoothing,
        new PanelRule.Transmission(new double[] {0, 0.25, 0.5, 0.25}, 7, 11, Prior.EPIESTIM),
        RiskThresholds.zhejiang(),
        new PreciseControl.Weights(1, 1, 1, 1, 0.5),
        3);
  }

  private static PanelRule.Smoothing smoothed(int days, Quantity... measures) {
    TreeMap<Quantity, Integer> of = new TreeMap<>();
    for (Quantity measure : measures) {
      of.put(measure, days);
    }
    return new PanelRule.Smoothing(of);
  }

  private static double[] repeat(double value, int days) {
    double[] daily = new double[days];
    Arrays.fill(daily, value);
    return daily;
  }
}
