package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cityeval.numeric.timeseries.MovingAverage;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobilityResponseTest {
  /** Falls count from a quarter, which a double holds exactly. */
  private static final Parameters QUARTER = ofMean(7, 0.25);

  @ParameterizedTest
  @ValueSource(doubles = {0.06, 0.1, 0.3, 0.5, 0.9})
  void datesAStepHoweverDeepWithoutTheDelayOfTheTrailingMean(double depth) {
    // The mean takes seven days to follow, from a seventh on day 37 to all of it on day 43: least
    // squares divide in the middle, before day 40. Levels: 6/7 of the step over 40 days each.
    MobilityResponse answer = find(TestMobility.ofDays(80).from(37, -depth)).orElseThrow();

    assertThat(answer.day()).isEqualTo(37);
    assertThat(answer.before()).isCloseTo(-depth * 6 / 7 / 40, within(1e-12));
    assertThat(answer.after()).isCloseTo(-depth + depth * 6 / 7 / 40, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 14, 28})
  void takesTheFirstOfTwoSteps(int daysBetween) {
    TestMobility steps = TestMobility.ofDays(120).from(40, -0.3).from(40 + daysBetween, -0.6);

    assertThat(find(steps.smoothed(), 0, 119, Parameters.DEFAULTS).orElseThrow().day())
        .isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.4, 0.6})
  void isNotDatedTooEarlyOrLateInDaysThatScatter(double depth) {
    // Days that scatter by .03 about their level; fifty cities, the fall on day 60.
    SplittableRandom random = new SplittableRandom(1);
    double error = 0;
    for (int city = 0; city < 50; city++) {
      TestMobility mobility = TestMobility.ofDays(120).from(60, -depth).scattered(0.03, random);
      error += find(mobility.smoothed(), 0, 119, Parameters.DEFAULTS).orElseThrow().day() - 60;
    }

    assertThat(error / 50).isBetween(-0.5, 0.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7})
  void theDelayIsThatOfTheMean(int meanDays) {
    double[] mobility = MovingAverage.trailing(step(80, 37, -0.5), meanDays);

    assertThat(find(mobility, 0, 79, ofMean(meanDays, 0.05)).orElseThrow().day()).isEqualTo(37);
  }

  @Test
  void rawDaysHaveNoSlope() {
    // A level of seven days is one where days are not smoothed.
    MobilityResponse answer =
        find(step(80, 30, -0.3, 37, -0.9), 0, 79, ofMean(1, 0.25)).orElseThrow();

    assertThat(answer.day()).isEqualTo(30);
    assertThat(answer.after()).isCloseTo(-0.3, within(1e-12));
  }

  @Test
  void theIntervalIsThatOfIndependentDaysTimesTheDaysOfTheMean() {
    // In fourteenths: both levels have 37 days at the level and 1, 2, 3 away from it, a variance of
    // 14/40 - (6/40)² = .3275 and a shift of 7 - 2 · 6/40 = 6.7. Bai's quantile for equal variances
    // is 11.033: 11.033 · .3275 / 6.7² = .08, rounded up to one day, times seven.
    MobilityResponse answer = find(TestMobility.ofDays(80).from(37, -0.5)).orElseThrow();

    assertThat(answer.interval().low()).isEqualTo(30);
    assertThat(answer.interval().high()).isEqualTo(44);
  }

  @Test
  void aWiderScatterMakesAWiderInterval() {
    // A scatter of .1 on either side of a step of .3: 11.033 · .01 / .09 = 1.23, rounded up to 2
    // days, times seven. The step of the means is on day 40, less their delay of three.
    double[] mobility = new double[80];
    Arrays.setAll(mobility, day -> (day < 40 ? 0 : -0.3) + (day % 2 == 0 ? 0.1 : -0.1));

    MobilityResponse answer = find(mobility, 0, 79, QUARTER).orElseThrow();

    assertThat(answer.day()).isEqualTo(37);
    assertThat(answer.interval().low()).isEqualTo(23);
    assertThat(answer.interval().high()).isEqualTo(51);
  }

  @Test
  void theIntervalStaysWithinTheTwoLevels() {
    // Divided before day 7, the first possible, and day 73, the last. Smoothed days 0 and 79, less
    // the delay of three.
    MobilityResponse first = find(TestMobility.ofDays(80).from(4, -0.5)).orElseThrow();
    MobilityResponse last = find(TestMobility.ofDays(80).from(70, -0.5)).orElseThrow();

    assertThat(first.day()).isEqualTo(4);
    assertThat(first.interval().low()).isEqualTo(-3);
    assertThat(last.day()).isEqualTo(70);
    assertThat(last.interval().high()).isEqualTo(76);
  }

  @Test
  void takesTheFirstFallOfSeveral() {
    TestMobility twice = TestMobility.ofDays(80).from(30, -0.2).from(50, -0.5);

    assertThat(find(twice).orElseThrow().day()).isEqualTo(30);
    assertThat(find(twice.smoothed(), 31, 79, Parameters.DEFAULTS).orElseThrow().day())
        .isEqualTo(50);
  }

  @Test
  void passesOverARise() {
    TestMobility mobility = TestMobility.ofDays(80).from(20, 0.5).from(50, 0.1);

    assertThat(find(mobility).orElseThrow().day()).isEqualTo(50);
    assertThat(find(TestMobility.ofDays(80).from(20, 0.5))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.2, 0.7})
  void findsNothingInALevel(double level) {
    assertThat(find(TestMobility.ofDays(80).from(0, level))).isEmpty();
  }

  @Test
  void takesAFallOfExactlyTheShareAndNoSmallerOne() {
    assertThat(find(step(80, 40, -0.25), 0, 79, QUARTER)).isPresent();
    assertThat(find(step(80, 40, -0.2499), 0, 79, QUARTER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-0.2, false", "-0.26, false", "-0.35, true", "-0.5, true"})
  void aFallStandsOutFromThreeTimesTheScatterOn(double level, boolean standsOut) {
    // Days scatter by .1, so that a fall counts from .3 on.
    TestMobility mobility =
        TestMobility.ofDays(300).from(150, level).scattered(0.1, new SplittableRandom(2));
    MobilityResponse fall = find(mobility.smoothed(), 120, 180, Parameters.DEFAULTS).orElseThrow();

    assertThat(fall.day()).isBetween(147.0, 153.0);
    assertThat(fall.standsOut()).isEqualTo(standsOut);
  }

  @Test
  void takesTheFallThatStandsOutBeforeAnEarlierOneThatDoesNot() {
    double[] mobility =
        TestMobility.ofDays(300)
            .from(130, -0.2)
            .from(170, -0.7)
            .scattered(0.1, new SplittableRandom(2))
            .smoothed();

    MobilityResponse clear = find(mobility, 100, 200, Parameters.DEFAULTS).orElseThrow();
    MobilityResponse chance = find(mobility, 100, 150, Parameters.DEFAULTS).orElseThrow();

    assertThat(clear.day()).isBetween(167.0, 173.0);
    assertThat(clear.standsOut()).isTrue();
    assertThat(chance.day()).isBetween(127.0, 133.0);
    assertThat(chance.standsOut()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7})
  void whatRecursEveryWeekIsNoScatter(int meanDays) {
    // Weekends are .2 lower, days scatter by .03: a fall counts from .09 to .12 on.
    double[] raw = TestMobility.ofDays(300).scattered(0.03, new SplittableRandom(2)).raw();
    Arrays.setAll(
        raw, day -> raw[day] - (day < 150 ? 0 : 0.2) - (day % 7 == 0 || day % 7 == 6 ? 0.2 : 0));

    MobilityResponse fall =
        find(MovingAverage.trailing(raw, meanDays), 130, 170, ofMean(meanDays, 0.05)).orElseThrow();

    assertThat(fall.standsOut()).isTrue();
    assertThat(fall.day()).isBetween(148.0, 152.0);
  }

  @Test
  void daysWithoutOneAWeekBeforeAreComparedWithTheirNeighbours() {
    // Every other day is observed.
    double[] mobility = step(160, 80, -0.5);
    Arrays.setAll(mobility, day -> day % 2 == 0 ? mobility[day] : Double.NaN);

    MobilityResponse answer = find(mobility, 0, 159, ofMean(1, 0.25)).orElseThrow();

    assertThat(answer.day()).isEqualTo(80);
    assertThat(answer.standsOut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 30, 40, 80})
  void everyFallThatCountsStandsOutOfDaysThatDoNotScatter(int days) {
    // The data are held to be no sharper than .01, three times which is less than .05.
    double[] fall = step(days, Math.floorDiv(days, 2), -0.5);

    assertThat(find(fall, 0, days - 1, QUARTER).orElseThrow().standsOut()).isTrue();
  }

  @Test
  void aFallOfNumbersByMonthStandsOutThoughTheyRiseAgain() {
    // Means over 31 days, held for a month each: 0, -.5, 0, 0.
    double[] held = step(124, 31, -0.5, 62, 0);

    MobilityResponse fall = find(held, 0, 123, ofMean(31, 0.25)).orElseThrow();

    assertThat(fall.day()).isEqualTo(16);
    assertThat(fall.standsOut()).isTrue();
  }

  @Test
  void looksFromTheFirstDayToTheLastIncluded() {
    double[] mobility = step(80, 40, -0.5);

    // The step of the means, less their delay of three days.
    assertThat(find(mobility, 37, 37, QUARTER)).isPresent();
    assertThat(find(mobility, 38, 79, QUARTER)).isEmpty();
    assertThat(find(mobility, 0, 36, QUARTER)).isEmpty();
    assertThat(find(mobility, -14, 200, QUARTER)).isPresent();
  }

  @Test
  void aLevelLastsSevenDays() {
    assertThat(find(step(80, 73, -0.5), 0, 79, QUARTER).orElseThrow().day()).isEqualTo(70);
    assertThat(find(step(80, 40, -0.5, 46, 0), 0, 79, QUARTER).map(MobilityResponse::day))
        .isNotEqualTo(Optional.of(37.0));
    assertThat(find(step(80, 40, -0.5, 47, 0), 0, 79, QUARTER).orElseThrow().day()).isEqualTo(37);
  }

  @Test
  void passesOverUnobservedDays() {
    double[] mobility = step(80, 40, -0.5);
    Arrays.fill(mobility, 20, 25, Double.NaN);
    Arrays.fill(mobility, 38, 42, Double.NaN);

    // The first observed day of the new level, less the delay.
    assertThat(find(mobility, 0, 79, QUARTER).orElseThrow().day()).isEqualTo(39);
  }

  @Test
  void aFallCanBeDatedUntilSevenDaysBeforeTheEnd() {
    double[] mobility = new double[80];

    assertThat(MobilityResponse.lastDatable(series(mobility), Parameters.DEFAULTS)).isEqualTo(70);
    Arrays.fill(mobility, 75, 80, Double.NaN);
    assertThat(MobilityResponse.lastDatable(series(mobility), QUARTER)).isEqualTo(65);
    Arrays.fill(mobility, 3, 80, Double.NaN);
    assertThat(MobilityResponse.lastDatable(series(mobility), QUARTER)).isEqualTo(-3);
  }

  /** 0, then from each day on the level that follows it. */
  private static double[] step(int days, double... dayAndLevel) {
    double[] mobility = new double[days];
    for (int i = 0; i < dayAndLevel.length; i += 2) {
      Arrays.fill(mobility, (int) dayAndLevel[i], days, dayAndLevel[i + 1]);
    }
    return mobility;
  }

  private static Optional<MobilityResponse> find(TestMobility mobility) {
    return find(mobility.smoothed(), 0, 79, Parameters.DEFAULTS);
  }

  private static Optional<MobilityResponse> find(
      double[] mobility, int from, int to, Parameters parameters) {
    return MobilityResponse.find(
        series(mobility), new MobilityResponse.Search(from, to), parameters);
  }

  private static Parameters ofMean(int days, double fallAtLeast) {
    return TestParameters.with(new Parameters.Response(0.05, fallAtLeast, 7, 14, 56, days));
  }

  private static DistrictSeries series(double[] mobility) {
    return TestDistrict.ofDays(mobility.length).daily(MOBILITY_SMOOTHED, mobility).build();
  }
}
