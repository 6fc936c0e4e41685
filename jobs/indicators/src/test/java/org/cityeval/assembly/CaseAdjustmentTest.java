package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.assembly.CaseEvent.Handling.KEEP;
import static org.cityeval.assembly.CaseEvent.Handling.LEAVE_OUT;
import static org.cityeval.assembly.CaseEvent.Handling.SPREAD_BACK;
import static org.cityeval.series.Quantity.NEW_CASES;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RT_MEAN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

/** A district of 20 cases a day that reports 3,000 on day 20. */
class CaseAdjustmentTest {
  private static final LocalDate FROM = LocalDate.of(2020, 9, 1);
  private static final int DAYS = 40;
  private static final int DUMP = 20;

  @Test
  void aBacklogNobodyDeclaredIsLeftOut() {
    CaseAdjustment adjustment = adjusted();

    assertThat(adjustment.flags()[DUMP]).isEqualTo(CountFlag.BACKLOG);
    assertThat(adjustment.flags()).containsOnly(CountFlag.NONE, CountFlag.BACKLOG);
    assertThat(adjustment.counts()[DUMP]).isNaN();
    assertThat(adjustment.counts()[DUMP + 1]).isEqualTo(20);
  }

  @Test
  void ratesOverItAreUnknownAndTheMeanIsThatOfTheOtherDays() {
    Map<Quantity, double[]> days = derived(adjusted());

    assertThat(days.get(NEW_CASES)[DUMP]).isEqualTo(3000);
    assertThat(days.get(NEW_CASES_SMOOTHED)).startsWith(Double.NaN).endsWith(20);
    for (int day = DUMP; day < DUMP + 7; day++) {
      assertThat(days.get(NEW_CASES_SMOOTHED)[day]).isEqualTo(20);
      assertThat(days.get(RT_MEAN)[day]).isNaN();
      assertThat(days.get(RISK_LEVEL)[day]).isNaN();
    }
    assertThat(days.get(RT_MEAN)[DUMP + 7]).isBetween(0.9, 1.2);
    assertThat(days.get(RISK_LEVEL)[DUMP + 7]).isEqualTo(5);
  }

  @Test
  void aDeclaredBacklogIsSpreadAndNoneOfItLost() {
    CaseAdjustment adjustment = adjusted(new CaseEvent(day(DUMP), SPREAD_BACK, 10, 2980));

    // 298 on each of ten days, and the 20 of each day itself.
    assertThat(Arrays.copyOfRange(adjustment.counts(), DUMP - 10, DUMP + 2))
        .containsExactly(20, 318, 318, 318, 318, 318, 318, 318, 318, 318, 318, 20);
    assertThat(Arrays.stream(adjustment.counts()).sum()).isEqualTo(39 * 20 + 3000);
    assertThat(adjustment.flags()[DUMP - 9]).isEqualTo(CountFlag.SPREAD);
    assertThat(adjustment.flags()[DUMP - 10]).isEqualTo(CountFlag.NONE);
    assertThat(derived(adjustment).get(RT_MEAN)[DUMP]).isNotNaN();
  }

  @Test
  void anUnobservedDayGetsNoPart() {
    double[] reported = reported();
    reported[DUMP - 1] = Double.NaN;

    CaseAdjustment adjustment =
        adjusted(reported, new CaseEvent(day(DUMP), SPREAD_BACK, 3, Double.NaN));

    // All 3,000 on two observed days of three.
    assertThat(Arrays.copyOfRange(adjustment.counts(), DUMP - 3, DUMP + 1))
        .containsExactly(20, 1520, Double.NaN, 1500);
  }

  @Test
  void whatIsDeclaredToHaveHappenedStays() {
    CaseAdjustment kept = adjusted(new CaseEvent(day(DUMP), KEEP, 1, Double.NaN));
    CaseAdjustment left = adjusted(new CaseEvent(day(5), LEAVE_OUT, 1, Double.NaN));

    assertThat(kept.counts()[DUMP]).isEqualTo(3000);
    assertThat(kept.flags()[DUMP]).isEqualTo(CountFlag.KEPT);
    assertThat(left.counts()[5]).isNaN();
    assertThat(left.flags()[5]).isEqualTo(CountFlag.LEFT_OUT);
    assertThat(left.flags()[DUMP]).isEqualTo(CountFlag.BACKLOG);
  }

  @Test
  void aMeanOrAnEventOutsideTheDaysIsNotTouched() {
    CaseEvent outside = new CaseEvent(day(-1), LEAVE_OUT, 1, Double.NaN);

    assertThat(CaseAdjustment.of(converted(reported()), 7, List.of(outside), FROM).counts())
        .isEqualTo(reported());
  }

  /** Three days' cases after two unobserved ones are no backlog; nor do they hide one. */
  @Test
  void aCountAfterAGapIsComparedPerDay() {
    double[] cumulative = new double[DAYS];
    Arrays.setAll(cumulative, day -> 20.0 * day + (day >= 30 ? 5000 : 0));
    cumulative[10] = Double.NaN;
    cumulative[11] = Double.NaN;
    MeasureRule rule =
        new MeasureRule(
            NEW_CASES,
            MeasureKind.CUMULATIVE_COUNT,
            1,
            1,
            MeasureRule.BeforeFirst.MISSING,
            null,
            Placement.DAILY);

    CaseAdjustment adjustment =
        CaseAdjustment.of(MeasureConversion.convert(cumulative, rule, FROM), 1, List.of(), FROM);

    assertThat(adjustment.flags()[12]).isEqualTo(CountFlag.AFTER_GAP);
    assertThat(adjustment.counts()[12]).isEqualTo(60);
    assertThat(adjustment.flags()[30]).isEqualTo(CountFlag.BACKLOG);
  }

  private static CaseAdjustment adjusted(CaseEvent... events) {
    return adjusted(reported(), events);
  }

  private static CaseAdjustment adjusted(double[] reported, CaseEvent... events) {
    return CaseAdjustment.of(converted(reported), 1, List.of(events), FROM);
  }

  private static MeasureConversion.Converted converted(double[] reported) {
    CountFlag[] flags = new CountFlag[DAYS];
    Arrays.fill(flags, CountFlag.NONE);
    return new MeasureConversion.Converted(reported, reported, flags, new boolean[DAYS]);
  }

  private static double[] reported() {
    double[] reported = new double[DAYS];
    Arrays.fill(reported, 20);
    reported[DUMP] = 3000;
    return reported;
  }

  private static LocalDate day(int day) {
    return FROM.plusDays(day);
  }

  private static Map<Quantity, double[]> derived(CaseAdjustment adjustment) {
    PanelRule rule =
        new PanelRule(
            List.of(),
            List.of(),
            null,
            null,
            new PanelRule.Smoothing(new TreeMap<>()),
            new PanelRule.Transmission(new double[] {0, 0.25, 0.5, 0.25}, 7, 11, Prior.EPIESTIM),
            RiskThresholds.zhejiang(),
            new PreciseControl.Weights(1, 1, 1, 1, 0.5),
            3);
    return DailyDerivation.derive(
        Map.of(NEW_CASES, reported(), NEW_CASES_ADJUSTED, adjustment.counts()), DAYS, 1e5, rule);
  }
}
