package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.statistics.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BreakDateTest {
  private static final double NAN = Double.NaN;
  private static final double[] NILE = ReferenceData.column("nile.csv", 1);

  @Test
  void equalsStrucchangeOnTheNile() {
    BreakDate found = BreakDate.of(NILE, 15, 0.95).orElseThrow();
    // strucchange counts from 1 and names the last year before: the same numbers.
    assertThat(found.day()).isEqualTo(28);
    assertThat(found.interval()).isEqualTo(new Bounds(25, 32));
    assertThat(found.squaresWithout()).isCloseTo(2835156.75, within(1e-6));
    assertThat(found.squaresWith()).isCloseTo(1597457.194, within(5e-4));
    assertThat(found.supF()).isCloseTo(75.93, within(5e-3));
    // With numpy.
    assertThat(found.before()).isEqualTo(1097.75);
    assertThat(found.after()).isCloseTo(849.9722222222222, within(1e-10));
    assertThat(found.observed()).isEqualTo(100);
  }

  /** By numerical integration of the walk and scipy.optimize.brentq. */
  @ParameterizedTest
  @CsvSource({"0.5, 27, 29", "0.8, 26, 30", "0.9, 26, 31", "0.99, 23, 34"})
  void widensWithTheLevel(double level, double low, double high) {
    assertThat(BreakDate.of(NILE, 15, level).orElseThrow().interval())
        .isEqualTo(new Bounds(low, high));
  }

  @Test
  void cusumEqualsStrucchangeOnTheNile() {
    BreakDate.Cusum cusum = BreakDate.cusum(NILE);
    assertThat(cusum.statistic()).isCloseTo(2.9518, within(5e-5));
    assertThat(cusum.pValue()).isCloseTo(5.4e-8, within(5e-10));
    // scipy.stats.kstwobign.sf of the statistic by numpy.
    assertThat(cusum.pValue()).isCloseTo(5.40855346198365e-08, withinPercentage(1e-9));
  }

  @Test
  void cusumIsWorkedByHand() {
    // Mean 2, sums -1, 0, -1, 0; variance 4/3, its root times 2 is 2.3094. One of sqrt(3/16).
    BreakDate.Cusum cusum = BreakDate.cusum(new double[] {1, NAN, 3, 1, 3});
    assertThat(cusum.statistic()).isCloseTo(Math.sqrt(3 / 16.0), within(1e-15));
    // scipy.stats.kstwobign.sf(0.4330127018922193).
    assertThat(cusum.pValue()).isCloseTo(0.9919638849668337, within(1e-12));
  }

  @Test
  void cusumOfASeriesThatHardlyMovesIsChance() {
    double[] daily = new double[400];
    Arrays.setAll(daily, day -> day % 2);
    assertThat(BreakDate.cusum(daily).pValue()).isEqualTo(1);
  }

  @Test
  void halvesOfOneMeanAreDatedNowhere() {
    BreakDate date = BreakDate.of(new double[] {0.499, 0.501, 0, 1}, 2, 0.95).orElseThrow();

    assertThat(date.interval()).isEqualTo(new Bounds(1, 3));
  }

  @Test
  void isInDoubtByADayAtLeastWhereDaysScatter() {
    // One day half-way between levels that scatter by .001: Bai's reach is far below a day.
    double[] daily = new double[40];
    Arrays.setAll(daily, day -> (day % 2 == 0 ? 0.001 : -0.001) + (day < 20 ? 0 : 1));
    daily[20] = 0.5;

    Bounds interval = BreakDate.of(daily, 7, 0.95).orElseThrow().interval();

    assertThat(interval.high() - interval.low()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void datesAnExactStepWithoutDoubt() {
    // 24 times 0.7, and 0.1, divided by 24 again is another number: the scatter is not quite 0.
    double[] daily = new double[48];
    Arrays.fill(daily, 0, 24, 0.7);
    Arrays.fill(daily, 24, 48, 0.1);
    BreakDate found = BreakDate.of(daily, 7, 0.95).orElseThrow();
    assertThat(found.day()).isEqualTo(24);
    assertThat(found.interval()).isEqualTo(new Bounds(24, 24));
    assertThat(found.squaresWith()).isCloseTo(0, within(1e-30));
  }

  @Test
  void isInDoubtOnlyTowardsTheSideThatScatters() {
    double[] daily = new double[60];
    Arrays.setAll(daily, day -> day < 30 ? (day % 2 == 0 ? 4 : -4) : 3);
    BreakDate found = BreakDate.of(daily, 7, 0.95).orElseThrow();
    assertThat(found.day()).isEqualTo(30);
    // An estimate falls early, among the scattered days, never among the exact ones: so the true
    // day may be later than it and not earlier.
    assertThat(found.interval().low()).isEqualTo(30);
    assertThat(found.interval().high()).isGreaterThan(31);
  }

  @Test
  void passesOverMissingDays() {
    double[] gappy = new double[300];
    Arrays.fill(gappy, NAN);
    for (int year = 0; year < 100; year++) {
      gappy[3 * year + 1] = NILE[year];
    }
    BreakDate found = BreakDate.of(gappy, 15, 0.95).orElseThrow();
    assertThat(found.day()).isEqualTo(3 * 28 + 1);
    assertThat(found.interval()).isEqualTo(new Bounds(3 * 25 + 1, 3 * 32 + 1));
    assertThat(found.observed()).isEqualTo(100);
    assertThat(BreakDate.cusum(gappy)).isEqualTo(BreakDate.cusum(NILE));
  }

  @Test
  void keepsTheShortestLengthOnBothSides() {
    double[] daily = {9, 1, 1, 1, 1, 1, 1, 2};
    assertThat(BreakDate.of(daily, 1, 0.95).orElseThrow().day()).isEqualTo(1);
    assertThat(BreakDate.of(daily, 3, 0.95).orElseThrow().day()).isEqualTo(3);
    assertThat(BreakDate.of(daily, 4, 0.95).orElseThrow().day()).isEqualTo(4);
    assertThat(BreakDate.of(daily, 5, 0.95)).isEmpty();
  }

  @Test
  void isAbsentFromAConstantAndFromAnEmptySeries() {
    double[] constant = new double[50];
    Arrays.fill(constant, 0.1);
    for (double[] daily : new double[][] {constant, {}, {NAN, NAN, NAN}, {5}}) {
      assertThat(BreakDate.of(daily, 1, 0.95)).isEmpty();
      assertThat(BreakDate.cusum(daily).pValue()).isNaN();
      assertThat(BreakDate.cusum(daily).statistic()).isNaN();
    }
  }

  @Test
  void refusesSidesWithoutDaysAndCertainty() {
    assertThatIllegalArgumentException().isThrownBy(() -> BreakDate.of(NILE, 0, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> BreakDate.of(NILE, 15, 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void turnsRoundWithTheSeriesAndIgnoresItsUnit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int days = 80;
    int step = random.nextInt(20, 60);
    double[] daily = new double[days];
    Arrays.setAll(
        daily, day -> random.nextGaussian() * (day < step ? 1 : 2) + (day < step ? 0 : 3));
    double[] backwards = new double[days];
    Arrays.setAll(backwards, day -> daily[days - 1 - day]);
    BreakDate found = BreakDate.of(daily, 7, 0.95).orElseThrow();
    BreakDate turned = BreakDate.of(backwards, 7, 0.95).orElseThrow();
    BreakDate other =
        BreakDate.of(Arrays.stream(daily).map(v -> 7 - 90 * v).toArray(), 7, 0.95).orElseThrow();

    assertThat(turned.day()).isEqualTo(days - found.day());
    assertThat(turned.interval().low()).isEqualTo(days - found.interval().high());
    assertThat(turned.interval().high()).isEqualTo(days - found.interval().low());
    assertThat(other.day()).isEqualTo(found.day());
    assertThat(other.interval()).isEqualTo(found.interval());
    assertThat(other.supF()).isCloseTo(found.supF(), withinPercentage(1e-7));
    assertThat((double) found.day()).isBetween(found.interval().low(), found.interval().high());
    assertThat(BreakDate.cusum(backwards).statistic())
        .isCloseTo(BreakDate.cusum(daily).statistic(), within(1e-10));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
