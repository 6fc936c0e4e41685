package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.assembly.CountFlag.AFTER_GAP;
import static org.cityeval.assembly.CountFlag.FALL;
import static org.cityeval.assembly.CountFlag.FAULTY_CELL;
import static org.cityeval.assembly.CountFlag.NONE;

import java.time.LocalDate;
import java.util.Arrays;
import org.cityeval.assembly.MeasureConversion.Converted;
import org.cityeval.assembly.MeasureRule.BeforeFirst;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureConversionTest {
  private static final double GAP = Double.NaN;

  /** A Wednesday. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

  @Test
  void cumulativeCountsBecomeDifferencesAndAFallIsKept() {
    Converted cases = cumulative(BeforeFirst.MISSING, 10, 12, 14, 9, 11);

    assertThat(cases.daily()).containsExactly(GAP, 2, 2, -5, 2);
    assertThat(cases.adjusted()).containsExactly(GAP, 2, 2, -5, 2);
    assertThat(cases.flags()).containsExactly(NONE, NONE, NONE, FALL, NONE);
  }

  /** Cumulative cases of a county, 2020; the third was withdrawn (microCOVID, pull request 918). */
  @Test
  void oneFaultyCellIsTwoFlaggedDaysThatShareWhatTheyComeTo() {
    Converted cases = cumulative(BeforeFirst.MISSING, 92973, 93361, 97459, 93953);

    assertThat(cases.daily()).containsExactly(GAP, 388, 4098, -3506);
    // 93,953 - 93,361 = 592 in two days.
    assertThat(cases.adjusted()).containsExactly(GAP, 388, 296, 296);
    assertThat(cases.flags()).containsExactly(NONE, NONE, FAULTY_CELL, FAULTY_CELL);
  }

  @Test
  void aFaultyCellAfterAGapSharesByDays() {
    Converted cases = cumulative(BeforeFirst.MISSING, 0, 10, 20, 30, GAP, 640, 60, 70);

    assertThat(cases.daily()).containsExactly(GAP, 10, 10, 10, GAP, 610, -580, 10);
    assertThat(cases.adjusted()).containsExactly(GAP, 10, 10, 10, GAP, 20, 10, 10);
  }

  @Test
  void afterAGapTheWholeRiseFallsOnTheNextReport() {
    Converted cases = cumulative(BeforeFirst.MISSING, 10, GAP, GAP, 25, 26);

    assertThat(cases.daily()).containsExactly(GAP, GAP, GAP, 15, 1);
    assertThat(cases.flags()).containsExactly(NONE, NONE, NONE, AFTER_GAP, NONE);
  }

  @Test
  void aFallAfterAGapIsAFall() {
    assertThat(cumulative(BeforeFirst.MISSING, 10, GAP, 4).flags())
        .containsExactly(NONE, NONE, FALL);
  }

  @Test
  void whetherNobodyLookedBeforeTheFirstReportIsSaid() {
    assertThat(cumulative(BeforeFirst.MISSING, GAP, GAP, 3, 5).daily())
        .containsExactly(GAP, GAP, GAP, 2);
    assertThat(cumulative(BeforeFirst.ZERO, GAP, GAP, 3, 5).daily()).containsExactly(0, 0, 3, 2);
  }

  @Test
  void differencesOfWhatGrewFromNothingAddUpToTheLastCount() {
    double[] daily = cumulative(BeforeFirst.ZERO, GAP, 3, GAP, 8, 6, 6, GAP, 40).daily();
    double sum = 0;
    for (double cases : daily) {
      sum += Double.isNaN(cases) ? 0 : cases;
    }

    assertThat(sum).isEqualTo(40);
  }

  @Test
  void nothingObservedStaysUnobserved() {
    assertThat(cumulative(BeforeFirst.ZERO, GAP, GAP).daily()).containsExactly(GAP, GAP);
    assertThat(cumulative(BeforeFirst.ZERO).daily()).isEmpty();
  }

  @Test
  void dailyCountsAreLeftAsTheyAre() {
    assertThat(convert(rule(Quantity.NEW_CASES, MeasureKind.DAILY_COUNT, 1, null), 3, GAP, 0))
        .containsExactly(3, GAP, 0);
  }

  @ParameterizedTest
  // Opportunity Insights' figures for New York on 2020-04-15.
  @ValueSource(doubles = {-.715, -.699, -.556, -.713, -.324, -.391})
  void aFractionIsUnchangedToTheLastBit(double change) {
    assertThat(
            convert(
                rule(Quantity.MOBILITY_RETAIL_CHANGE, MeasureKind.PERCENT_CHANGE, 1, null), change))
        .containsExactly(change);
  }

  @Test
  void percentBecomesAFraction() {
    assertThat(
            convert(
                rule(Quantity.MOBILITY_RETAIL_CHANGE, MeasureKind.PERCENT_CHANGE, 100, null),
                -71.5,
                GAP,
                0))
        .containsExactly(-0.715, GAP, 0);
  }

  @Test
  void anIndexIsReadAgainstItsOwnNormal() {
    assertThat(
            convert(
                rule(Quantity.MOBILITY_DISTANCE_CHANGE, MeasureKind.INDEX, 100, null),
                100,
                25,
                GAP,
                150))
        .containsExactly(0, -0.75, GAP, 0.5);
  }

  @Test
  void enterprisesAreCountedNotCompared() {
    assertThat(convert(rule(Quantity.ENTERPRISES_RESUMED, MeasureKind.LEVEL, 1, null), 400, GAP, 0))
        .containsExactly(400, GAP, 0);
  }

  @Test
  void aLevelIsReadAgainstTheMeanOfItsWindow() {
    // Window: the first four days, mean of 8, 12 and 10 is 10; the gap does not count.
    Baseline baseline = baseline(WindowNormal.Method.MEAN, 0, 3);

    assertThat(level(baseline, 8, 12, GAP, 10, 5, 20, GAP))
        .containsExactly(new double[] {-0.2, 0.2, GAP, 0, -0.5, 1, GAP}, within(1e-15));
  }

  @Test
  void aLevelIsReadAgainstTheMedianOfItsWeekday() {
    // Three weeks from a Wednesday: Wednesdays 10, 30, 20 have the median 20; Thursdays 4, 8 and a
    // gap 6; all else 100. The fourth week is read against them.
    double[] published = new double[28];
    Arrays.fill(published, 100);
    published[0] = 10;
    published[7] = 30;
    published[14] = 20;
    published[1] = 4;
    published[8] = 8;
    published[15] = GAP;
    published[21] = 5;
    published[22] = 9;
    published[23] = 50;
    double[] change = level(baseline(WindowNormal.Method.WEEKDAY_MEDIAN, 0, 20), published);

    assertThat(change[21]).isEqualTo(5 / 20.0 - 1);
    assertThat(change[22]).isEqualTo(9 / 6.0 - 1);
    assertThat(change[23]).isEqualTo(-0.5);
    assertThat(change[15]).isNaN();
    assertThat(change[0]).isEqualTo(-0.5);
  }

  @Test
  void aWeekdayThatTheWindowLacksHasNoChange() {
    // The window is one Wednesday and one Thursday.
    assertThat(
            level(
                baseline(WindowNormal.Method.WEEKDAY_MEDIAN, 0, 1), 10, 10, 10, 10, 10, 10, 10, 5))
        .containsExactly(0, 0, GAP, GAP, GAP, GAP, GAP, -0.5);
  }

  @Test
  void aWindowOfNothingIsNoNormal() {
    assertThat(level(baseline(WindowNormal.Method.MEAN, 0, 1), 0, 0, 7)).containsOnly(GAP);
    assertThat(level(baseline(WindowNormal.Method.MEAN, 50, 60), 1, 2, 7)).containsOnly(GAP);
  }

  @Test
  void aLevelWithoutABaselineIsRefused() {
    MeasureRule rule = rule(Quantity.MOBILITY_RETAIL_CHANGE, MeasureKind.LEVEL, 1, null);

    assertThatThrownBy(() -> convert(rule, 1)).hasMessageContaining("baseline");
  }

  @Test
  void aGradeIsInForceUntilTheNextOrder() {
    assertThat(grades(GAP, GAP, 2, GAP, GAP, 4, 3, GAP, 0, GAP))
        .containsExactly(GAP, GAP, 2, 2, 2, 4, 3, 3, 0, 0);
    assertThat(grades(GAP, GAP)).containsExactly(GAP, GAP);
    assertThat(grades(1)).containsExactly(1);
    assertThat(grades()).isEmpty();
  }

  @Test
  void aGradeIsNeitherScaledNorFlagged() {
    Converted graded =
        MeasureConversion.convert(
            new double[] {3, GAP},
            rule(Quantity.POLICY_GRADE, MeasureKind.GRADE, 100, null),
            FIRST_DAY);

    assertThat(graded.daily()).containsExactly(3, 3);
    assertThat(graded.flags()).containsOnly(NONE);
    assertThat(graded.withoutNormal()).containsOnly(false);
  }

  private static double[] grades(double... ordered) {
    return convert(rule(Quantity.POLICY_GRADE, MeasureKind.GRADE, 1, null), ordered);
  }

  private static Converted cumulative(BeforeFirst beforeFirst, double... published) {
    return MeasureConversion.convert(
        published,
        new MeasureRule(
            Quantity.NEW_CASES,
            MeasureKind.CUMULATIVE_COUNT,
            1,
            1,
            beforeFirst,
            null,
            Placement.DAILY),
        FIRST_DAY);
  }

  private static double[] level(Baseline baseline, double... published) {
    return convert(
        rule(Quantity.MOBILITY_ACTIVITY_CHANGE, MeasureKind.LEVEL, 1, baseline), published);
  }

  private static double[] convert(MeasureRule rule, double... published) {
    return MeasureConversion.convert(published, rule, FIRST_DAY).daily();
  }

  private static MeasureRule rule(
      Quantity quantity, MeasureKind kind, double scale, Baseline baseline) {
    return new MeasureRule(
        quantity, kind, scale, 1, BeforeFirst.MISSING, baseline, Placement.DAILY);
  }

  private static Baseline baseline(WindowNormal.Method method, int firstDay, int lastDay) {
    return new Baseline(
        "normal",
        new WindowNormal(FIRST_DAY.plusDays(firstDay), FIRST_DAY.plusDays(lastDay), method),
        Baseline.Timing.BEFORE_THE_EMERGENCY);
  }
}
