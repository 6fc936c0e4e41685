package org.cityeval.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.indicator.Parameters.Uncertainty;
import org.junit.jupiter.api.Test;

class DayBlockBootstrapTest {
  private static final int DAYS = 280;

  @Test
  void isAsWideAsTheErrorOfAMeanWhereDaysAreIndependent() {
    double[] daily = normal(DAYS, 0);

    // By hand: standard deviation 1, so 2 · 1.96 / sqrt(280) = 0.234.
    assertThat(width(daily, new Uncertainty(0.95, 2000, 7, 0))).isCloseTo(0.234, within(0.05));
  }

  @Test
  void isWiderWhereDaysDependOnEachOther() {
    double[] daily = normal(DAYS, 0.8);

    // The error of the mean of an AR(1) with 0.8 is sqrt(1.8 / 0.2) = 3 times the independent one.
    assertThat(width(daily, new Uncertainty(0.95, 2000, 28, 0)))
        .isGreaterThan(1.8 * width(daily, new Uncertainty(0.95, 2000, 1, 0)));
  }

  @Test
  void drawsAsManyDaysAsThereAre() {
    double[][] drawn =
        DayBlockBootstrap.replicates(
            DAYS,
            1,
            new Uncertainty(0.95, 50, 14, 3),
            3,
            times -> new double[] {Arrays.stream(times).sum()});

    assertThat(drawn[0]).hasSize(50).containsOnly(DAYS);
  }

  @Test
  void givesNoIntervalToAPeriodShorterThanTwoBlocks() {
    Result bound =
        DayBlockBootstrap.bound(
            Result.ok(1), 27, new Uncertainty(0.95, 100, 14, 0), 1, times -> times[0]);

    assertThat(bound.interval()).isEmpty();
  }

  @Test
  void givesNoIntervalWhereTheStatisticDoesNotVary() {
    Result bound =
        DayBlockBootstrap.bound(
            Result.ok(1), DAYS, new Uncertainty(0.95, 100, 14, 0), 1, times -> 1.0);

    assertThat(bound.interval()).isEmpty();
  }

  @Test
  void givesNoIntervalWhereTheStatisticIsOftenUndefined() {
    // 12 undefined of 100 are more than a tenth, 8 are not.
    assertThat(bound(12).interval()).isEmpty();
    assertThat(bound(8).interval()).isPresent();
  }

  @Test
  void isWidenedToHoldTheValue() {
    double[] replicates = {2, 3, 4, 5};

    Interval interval =
        DayBlockBootstrap.bound(Result.ok(1), replicates, new Uncertainty(0.95, 4, 14, 0))
            .interval()
            .orElseThrow();

    assertThat(interval.low()).isEqualTo(1);
    assertThat(interval.high()).isGreaterThan(4);
  }

  @Test
  void leavesAResultWithoutAValueAsItIs() {
    Result none = Result.none(Status.INSUFFICIENT, "too few days");

    assertThat(
            DayBlockBootstrap.bound(
                none, DAYS, new Uncertainty(0.95, 10, 14, 0), 1, times -> times[0]))
        .isEqualTo(none);
  }

  private static Result bound(int undefined) {
    double[] replicates = new double[100];
    for (int i = 0; i < replicates.length; i++) {
      replicates[i] = i < undefined ? Double.NaN : i;
    }
    return DayBlockBootstrap.bound(Result.ok(50), replicates, new Uncertainty(0.95, 100, 14, 0));
  }

  private static double width(double[] daily, Uncertainty uncertainty) {
    Interval interval =
        DayBlockBootstrap.bound(
                Result.ok(mean(daily, DayBlockBootstrap.once(daily.length))),
                daily.length,
                uncertainty,
                11,
                times -> mean(daily, times))
            .interval()
            .orElseThrow();
    return interval.high() - interval.low();
  }

  private static double mean(double[] daily, int[] times) {
    double sum = 0;
    for (int day = 0; day < daily.length; day++) {
      sum += times[day] * daily[day];
    }
    return sum / daily.length;
  }

  /** Standard normal innovations with the given dependence on the day before. */
  private static double[] normal(int days, double dependence) {
    SplittableRandom random = new SplittableRandom(5);
    double[] daily = new double[days];
    for (int day = 0; day < days; day++) {
      daily[day] = random.nextGaussian() + (day == 0 ? 0 : dependence * daily[day - 1]);
    }
    return daily;
  }
}
