package org.cityeval.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.assembly.CountFlag.AFTER_GAP;
import static org.cityeval.assembly.CountFlag.FALL;
import static org.cityeval.assembly.CountFlag.NONE;

import java.time.LocalDate;
import java.util.Arrays;
import org.cityeval.assembly.MeasureConversion.Converted;
import org.cityeval.assembly.MeasureRule.BeforeFirst;
import org.cityeval.assembly.Placement.Dated;
import org.cityeval.assembly.Placement.Every;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

/** Weeks and months on their days. */
class PlacementTest {
  private static final double GAP = Double.NaN;

  /** A Wednesday. */
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);

  private static final Placement ENDING = new Placement(Every.WEEK, Dated.LAST_DAY);
  private static final Placement BEGINNING = new Placement(Every.WEEK, Dated.FIRST_DAY);
  private static final Placement MONTHLY = new Placement(Every.MONTH, Dated.LAST_DAY);

  @Test
  void aValueHoldsForTheSevenDaysUpToItsDate() {
    // Friday the 10th: from Saturday the 4th, days 3 to 9.
    double[] daily = change(ENDING, 14, at(9, -10)).daily();

    assertThat(daily)
        .containsExactly(GAP, GAP, GAP, -.1, -.1, -.1, -.1, -.1, -.1, -.1, GAP, GAP, GAP, GAP);
  }

  @Test
  void orForTheSevenDaysFromItsDate() {
    double[] daily = change(BEGINNING, 9, at(1, -10)).daily();

    assertThat(daily).containsExactly(GAP, -.1, -.1, -.1, -.1, -.1, -.1, -.1, GAP);
  }

  @Test
  void stepsFollowEachOtherAndAMissingWeekIsAGap() {
    // Weeks 0 to 6, 7 to 13 and 21 to 27; nothing is drawn through the week between.
    double[] daily = change(ENDING, 28, at(6, 5), at(13, 10), at(27, 20)).daily();

    assertThat(daily[6]).isEqualTo(.05);
    assertThat(daily[7]).isEqualTo(.1);
    assertThat(daily[13]).isEqualTo(.1);
    assertThat(Arrays.copyOfRange(daily, 14, 21)).containsOnly(GAP);
    assertThat(Arrays.copyOfRange(daily, 21, 28)).containsOnly(.2);
  }

  @Test
  void aWeekHasDaysBeforeTheSeriesAndAfterIt() {
    // Dated day 2: days -4 to 2. A count of 14 leaves 2 on each of the three days within.
    assertThat(counts(MeasureKind.DAILY_COUNT, ENDING, 4, at(2, 14)).daily())
        .containsExactly(2, 2, 2, GAP);
    assertThat(counts(MeasureKind.DAILY_COUNT, BEGINNING, 4, at(2, 14)).daily())
        .containsExactly(GAP, GAP, 2, 2);
  }

  @Test
  void weeksThatShareADayContradictEachOtherAndNeitherIsPlaced() {
    // Up to days 6, 12 and 19: the first two share day 6, the third stands apart.
    double[] daily = change(ENDING, 20, at(6, 5), at(12, 10), at(19, 20)).daily();

    assertThat(Arrays.copyOfRange(daily, 0, 13)).containsOnly(GAP);
    assertThat(Arrays.copyOfRange(daily, 13, 20)).containsOnly(.2);
  }

  @Test
  void weeksOfTwoMeasuresNeedNotAlign() {
    assertThat(change(ENDING, 14, at(9, 10)).daily()[3]).isEqualTo(.1);
    assertThat(change(ENDING, 14, at(11, 10)).daily()[3]).isNaN();
  }

  @Test
  void aMonthIsNamedByAnyOfItsDays() {
    // January, February (leap) and March 2020; dated the 1st, the 29th and the 15th.
    double[] daily = change(MONTHLY, 91, at(0, 10), at(59, 20), at(74, 30)).daily();

    assertThat(Arrays.copyOfRange(daily, 0, 31)).containsOnly(.1);
    assertThat(Arrays.copyOfRange(daily, 31, 60)).containsOnly(.2);
    assertThat(Arrays.copyOfRange(daily, 60, 91)).containsOnly(.3);
  }

  @Test
  void twoValuesOfOneMonthContradictEachOther() {
    assertThat(change(MONTHLY, 31, at(0, 10), at(30, 20)).daily()).containsOnly(GAP);
  }

  @Test
  void aWeekGoesThroughTheEndOfTheYearAndAMonthEndsWithIt() {
    LocalDate from = LocalDate.of(2020, 12, 25);
    // Sunday 2021-01-03 is day 9; its week is days 3 to 9.
    Converted week =
        MeasureConversion.convert(
            series(14, at(9, 70)), rule(MeasureKind.DAILY_COUNT, ENDING), from);
    Converted month =
        MeasureConversion.convert(
            series(14, at(6, 62)), rule(MeasureKind.DAILY_COUNT, MONTHLY), from);

    assertThat(week.daily())
        .containsExactly(GAP, GAP, GAP, 10, 10, 10, 10, 10, 10, 10, GAP, GAP, GAP, GAP);
    // 62 in the 31 days of December, of which seven are left.
    assertThat(month.daily())
        .containsExactly(2, 2, 2, 2, 2, 2, 2, GAP, GAP, GAP, GAP, GAP, GAP, GAP);
  }

  @Test
  void cumulativeWeeksAreDifferencedBetweenReportsAndSpread() {
    Converted cases =
        counts(MeasureKind.CUMULATIVE_COUNT, ENDING, 35, at(6, 10), at(13, 24), at(27, 52));

    // The first report gives nothing, the second 14, the fourth week 28 with the third's.
    assertThat(Arrays.copyOfRange(cases.daily(), 0, 7)).containsOnly(GAP);
    assertThat(Arrays.copyOfRange(cases.daily(), 7, 14)).containsOnly(2);
    assertThat(Arrays.copyOfRange(cases.daily(), 14, 21)).containsOnly(GAP);
    assertThat(Arrays.copyOfRange(cases.daily(), 21, 28)).containsOnly(4);
    assertThat(Arrays.copyOfRange(cases.flags(), 7, 21)).containsOnly(NONE);
    assertThat(Arrays.copyOfRange(cases.flags(), 21, 28)).containsOnly(AFTER_GAP);
    assertThat(Arrays.copyOfRange(cases.flags(), 28, 35)).containsOnly(NONE);
  }

  @Test
  void aCumulativeWeekThatFellIsFlaggedOnEachOfItsDays() {
    Converted cases = counts(MeasureKind.CUMULATIVE_COUNT, ENDING, 14, at(6, 21), at(13, 14));

    assertThat(Arrays.copyOfRange(cases.daily(), 7, 14)).containsOnly(-1);
    assertThat(Arrays.copyOfRange(cases.flags(), 7, 14)).containsOnly(FALL);
  }

  @Test
  void whatGrewFromNothingBeganInTheFirstWeekReported() {
    MeasureRule rule =
        new MeasureRule(
            Quantity.NEW_CASES, MeasureKind.CUMULATIVE_COUNT, 1, 7, BeforeFirst.ZERO, null, ENDING);

    assertThat(MeasureConversion.convert(series(10, at(9, 14)), rule, FROM).daily())
        .containsExactly(0, 0, 0, 2, 2, 2, 2, 2, 2, 2);
  }

  @Test
  void aLevelOfWeeksIsComparedWithItsWindow() {
    Baseline january =
        new Baseline(
            "first two weeks",
            new WindowNormal(FROM, FROM.plusDays(13), WindowNormal.Method.MEAN),
            Baseline.Timing.BEFORE_THE_EMERGENCY);
    MeasureRule rule =
        new MeasureRule(
            Quantity.ENTERPRISE_OUTPUT_CHANGE,
            MeasureKind.LEVEL,
            1,
            7,
            BeforeFirst.MISSING,
            january,
            ENDING);

    // Normal is (90 + 110) / 2; the third week stands at 50.
    double[] daily =
        MeasureConversion.convert(series(21, at(6, 90), at(13, 110), at(20, 50)), rule, FROM)
            .daily();

    assertThat(daily[0]).isCloseTo(-.1, within(1e-12));
    assertThat(daily[20]).isCloseTo(-.5, within(1e-12));
  }

  @Test
  void theFlagSaysTheLengthAndADayHasNone() {
    assertThat(Every.DAY.flag()).isNull();
    assertThat(Every.WEEK.flag()).isEqualTo("weekly");
    assertThat(Every.MONTH.flag()).isEqualTo("monthly");
  }

  private record Report(int day, double value) {}

  private static Report at(int day, double value) {
    return new Report(day, value);
  }

  private static double[] series(int days, Report... reports) {
    double[] published = new double[days];
    Arrays.fill(published, GAP);
    for (Report report : reports) {
      published[report.day()] = report.value();
    }
    return published;
  }

  private static Converted change(Placement placement, int days, Report... percent) {
    MeasureRule rule =
        new MeasureRule(
            Quantity.ENTERPRISE_EMPLOYMENT_CHANGE,
            MeasureKind.PERCENT_CHANGE,
            100,
            placement.every().longestDays(),
            BeforeFirst.MISSING,
            null,
            placement);
    return MeasureConversion.convert(series(days, percent), rule, FROM);
  }

  private static Converted counts(
      MeasureKind kind, Placement placement, int days, Report... reports) {
    return MeasureConversion.convert(series(days, reports), rule(kind, placement), FROM);
  }

  private static MeasureRule rule(MeasureKind kind, Placement placement) {
    return new MeasureRule(
        Quantity.NEW_CASES,
        kind,
        1,
        placement.every().longestDays(),
        BeforeFirst.MISSING,
        null,
        placement);
  }
}
