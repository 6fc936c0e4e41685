package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.ErrorScale;
import org.cityeval.numeric.timeseries.OneDay;
import org.junit.jupiter.api.Test;

class DayStatisticTest {
  private static final double LEVEL = 0.95;
  private static final double[] SWINGING =
      IntStream.range(0, 30).mapToDouble(i -> (7 * i * i + 3 * i) % 11 - 5 + i % 4).toArray();

  @Test
  void findsInOnePassWhatEachDayMakesOfAMeanOrATotal() {
    SplittableRandom random = new SplittableRandom(5);
    for (int days : new int[] {0, 1, 2, 40, 150}) {
      double[] daily = OneDay.random(random, days, true);

      OneDay.isAsAskedForEachDay(DayStatistic.meanOf(daily).weighted(), days);
      OneDay.isAsAskedForEachDay(DayStatistic.total(daily).weighted(), days);
      OneDay.isAsAskedForEachDay(
          DayStatistic.total(OneDay.random(random, days, false)).weighted(), days);
    }
    OneDay.isAsAskedForEachDay(
        DayStatistic.meanOf(new double[] {Double.NaN, Double.NaN}).weighted(), 2);
  }

  @Test
  void isBoundByStudentsT() {
    Result mean = mean(SWINGING);

    // The error is that of LongRunErrorTest; t of 3 degrees of freedom at 0.975 is 3.18245.
    Interval interval = mean.interval().orElseThrow();
    assertThat(interval.high() - mean.value()).isCloseTo(3.18245 * 0.1206169, within(1e-5));
    assertThat(mean.value() - interval.low()).isCloseTo(3.18245 * 0.1206169, within(1e-5));
    assertThat(interval.level()).isEqualTo(LEVEL);
    assertThat(interval.degreesOfFreedom()).isEqualTo(3);
    assertThat(interval.method()).isEqualTo("long_run_t");
  }

  @Test
  void leavesOutUnobservedDays() {
    assertThat(DayStatistic.mean(new double[] {1, Double.NaN, 4}, new double[] {2, 1, 1}))
        .isEqualTo(2);
    assertThat(DayStatistic.mean(new double[] {Double.NaN}, new double[] {1})).isNaN();
  }

  @Test
  void addsUpADayByHowMuchItCounts() {
    DayStatistic total = DayStatistic.total(new double[] {1, 0, 4});

    assertThat(total.value()).isEqualTo(5);
    assertThat(total.weighted().applyAsDouble(new double[] {2, 1, 0.5})).isEqualTo(4);
  }

  @Test
  void givesNoIntervalWhereNoDayMakesADifference() {
    assertThat(mean(new double[30]).interval()).isEmpty();
  }

  @Test
  void boundsAShareAtItsEndByOneDayInNine() {
    DayStatistic all = new DayStatistic(90, 45, ErrorScale.SHARE, weights -> 1);

    // By hand: 45 / 9 = 5 independent days, t of 8 degrees of freedom at 0.975 is 2.306, and
    // Wilson's lower end of 5 of 5 is 1 / (1 + 2.306² / 5) = 0.4846.
    Interval interval = all.bound(Result.ok(1), LEVEL).interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(0.4846, within(1e-4));
    assertThat(interval.high()).isEqualTo(1);
  }

  @Test
  void leavesAResultWithoutAValueAsItIs() {
    Result none = Result.none(Status.INSUFFICIENT, "too few days");

    assertThat(DayStatistic.total(SWINGING).bound(none, LEVEL)).isEqualTo(none);
  }

  private static Result mean(double[] daily) {
    DayStatistic mean = DayStatistic.meanOf(daily);
    return mean.bound(Result.ok(mean.value()), LEVEL);
  }
}
