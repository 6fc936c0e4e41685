package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_DISTANCE_CHANGE;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RT_MEAN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.assembly.MeasureConversion;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.PanelRule;
import org.cityeval.assembly.Placement;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.indicator.efficiency.RecoveryTime;
import org.cityeval.indicator.precision.RiskDiscrimination;
import org.cityeval.indicator.precision.TargetingPrecision;
import org.cityeval.indicator.precision.UnneededRestriction;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Quantity;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;

/** Numbers that lie on a threshold as decimals, and beside it as doubles. */
class ThresholdsTest {
  private static final LocalDate FIRST = TestDistrict.FIRST_DAY;

  /** -0.2 as seven indices that add up to 560 have it, added up as doubles. */
  private static final double BESIDE = -0.19999999999999998;

  private static final Parameters OWN_AT_ONCE =
      Parameters.DEFAULTS.with(new Parameters.Restriction(-0.20, 3, 0, RiskScope.OWN));

  private static PanelRule rule() {
    return new PanelRule(
        List.of(MOBILITY_DISTANCE_CHANGE),
        List.of(),
        null,
        null,
        new PanelRule.Smoothing(new TreeMap<>()),
        new PanelRule.Transmission(new double[] {0, 0.5, 0.5}, 7, 12, Prior.EPIESTIM),
        RiskThresholds.actNow(),
        new PreciseControl.Weights(1, 1, 1, 1, 0.5),
        3);
  }

  private static double[] converted(Quantity of, MeasureKind kind, double scale, double... given) {
    MeasureRule rule =
        new MeasureRule(of, kind, scale, 1, MeasureRule.BeforeFirst.MISSING, null, Placement.DAILY);
    return MeasureConversion.convert(given, rule, FIRST).daily();
  }

  /** Whole indices around 80: a week is restricted where they add up to 80 a day, as integers. */
  @Test
  void aDayIsRestrictedWhereWholePercentsSaySo() {
    SplittableRandom random = new SplittableRandom(3);
    double[] index = new double[5000];
    for (int day = 0; day < index.length; day++) {
      index[day] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(77, 84);
    }
    double[] change = converted(MOBILITY_DISTANCE_CHANGE, MeasureKind.INDEX, 100, index);
    double[] smoothed =
        DailyDerivation.derive(Map.of(MOBILITY_DISTANCE_CHANGE, change), index.length, 1000, rule())
            .get(MOBILITY_SMOOTHED);

    int onIt = 0;
    for (int day = 6; day < index.length; day++) {
      int observed = 0;
      int sum = 0;
      for (int of = day - 6; of <= day; of++) {
        observed += Double.isNaN(index[of]) ? 0 : 1;
        sum += Double.isNaN(index[of]) ? 0 : (int) index[of];
      }
      if (observed >= 4) {
        onIt += sum == 80 * observed ? 1 : 0;
        assertThat(smoothed[day] <= -0.2).as("day %d", day).isEqualTo(sum <= 80 * observed);
        assertThat(smoothed[day] >= -0.2).as("day %d", day).isEqualTo(sum >= 80 * observed);
      }
    }
    assertThat(onIt).isGreaterThan(200);
  }

  @Test
  void mobilityBesideTheThresholdIsAtIt() {
    // Ten of 20 days are restricted, five of them at risk; 1,000 residents on five other days.
    DistrictSeries district =
        TestDistrict.ofDays(20)
            .with(RISK_LEVEL, 1)
            .with(RISK_LEVEL, 0, 4, 3)
            .with(MOBILITY_SMOOTHED, 0)
            .with(MOBILITY_SMOOTHED, 0, 9, BESIDE)
            .build();

    assertThat(own(new TargetingPrecision(), district).value()).isEqualTo(0.5);
    assertThat(own(new UnneededRestriction(), district).value()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void fallsThatRoundingSetsApartTie() {
    // All falls are .2: chance.
    TestDistrict district =
        TestDistrict.ofDays(20)
            .with(RISK_LEVEL, 1)
            .with(RISK_LEVEL, 0, 9, 3)
            .with(MOBILITY_SMOOTHED, -0.2);
    for (int day = 0; day < 20; day += 3) {
      district.with(MOBILITY_SMOOTHED, day, day, BESIDE);
    }

    assertThat(own(new RiskDiscrimination(), district.build()).value()).isEqualTo(0.5);
  }

  @Test
  void activityAtTheShareIsRecovered() {
    // 100 (1 - .34) is 65.99999999999999, and the share is 66 %.
    Parameters share = Parameters.DEFAULTS.with(new Parameters.Recovery(0.66, 7, "", true));
    DistrictSeries district =
        TestDistrict.ofDays(30)
            .with(ENTERPRISE_SMOOTHED, -0.34)
            .with(ENTERPRISE_SMOOTHED, 0, 9, -0.5)
            .build();

    assertThat(TestCity.evaluate(new RecoveryTime(), share, List.of(district)).get("a").value())
        .isEqualTo(10);
  }

  @Test
  void aWeekOfTwelveCasesHoldsTwelve() {
    // A seventh of them a day, as a source of means gives them: seven are 11.999999999999998.
    double[] cases = new double[30];
    Arrays.fill(cases, 12 / 7.0);
    double[] rt =
        DailyDerivation.derive(Map.of(NEW_CASES, cases), cases.length, 1000, rule()).get(RT_MEAN);

    assertThat(rt[20]).isNotNaN();
  }

  @Test
  void whatASourceStatesIsTheDecimalItMeans() {
    assertThat(converted(MOBILITY_DISTANCE_CHANGE, MeasureKind.INDEX, 100, 80, 80.3, 1))
        .containsExactly(-0.2, -0.197, -0.99);
    assertThat(converted(MOBILITY_DISTANCE_CHANGE, MeasureKind.PERCENT_CHANGE, 100, -15.3, 30.3))
        .containsExactly(-0.153, 0.303);
    // Cumulative 0.1, 0.3, 0.3: counts of fractions, such as means of a week.
    assertThat(converted(NEW_CASES, MeasureKind.CUMULATIVE_COUNT, 1, 0.1, 0.3, 0.3))
        .containsExactly(Double.NaN, 0.2, 0);
  }

  private static Result own(Indicator indicator, DistrictSeries district) {
    return TestCity.evaluate(indicator, OWN_AT_ONCE, List.of(district)).get("a");
  }
}
