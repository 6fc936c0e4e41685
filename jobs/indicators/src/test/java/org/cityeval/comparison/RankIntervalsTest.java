package org.cityeval.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.comparison.RankIntervals.RankInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankIntervalsTest {
  @Test
  void theMarginalIntervalIsTheCentralPartOfTheRanksDrawn() {
    // a is above b in two of three draws; c is last in all.
    RankInterval[] ranks =
        RankIntervals.of(
            new double[] {9, 5, 0}, new double[][] {{10, 10, 1}, {5, 5, 5}, {0, 0, 0}}, 0.95);

    assertThat(ranks).extracting(RankInterval::rank).containsExactly(1, 2, 3);
    assertThat(ranks).extracting(RankInterval::low).containsExactly(1, 1, 3);
    assertThat(ranks).extracting(RankInterval::high).containsExactly(2, 2, 3);
  }

  @Test
  void aLowerLevelLeavesTheEndsOut() {
    // Of five draws a is second once; the central half is the second to the fourth.
    RankInterval[] ranks =
        RankIntervals.of(
            new double[] {9, 5}, new double[][] {{10, 10, 10, 10, 1}, {5, 5, 5, 5, 5}}, 0.5);

    assertThat(ranks[0].low()).isEqualTo(1);
    assertThat(ranks[0].high()).isEqualTo(1);
    assertThat(ranks[1].low()).isEqualTo(2);
    assertThat(ranks[1].high()).isEqualTo(2);
  }

  @Test
  void theSimultaneousIntervalCountsWhoIsSurelyBetter() {
    // Draws 10 -+ 1 and 5: the difference has standard deviation 1 and every draw is 1 from its
    // mean, so the critical value is 1; 10 - 5 exceeds 1 * 1.
    RankInterval[] apart =
        RankIntervals.of(new double[] {10, 5}, new double[][] {{9, 11}, {5, 5}}, 0.95);
    // Draws 10 -+ 6: 10 - 5 does not exceed 1 * 6.
    RankInterval[] close =
        RankIntervals.of(new double[] {10, 5}, new double[][] {{4, 16}, {5, 5}}, 0.95);

    assertThat(apart[0].simultaneousHigh()).isEqualTo(1);
    assertThat(apart[1].simultaneousLow()).isEqualTo(2);
    assertThat(close[0].simultaneousHigh()).isEqualTo(2);
    assertThat(close[1].simultaneousLow()).isEqualTo(1);
  }

  @Test
  void tiesShareTheBetterRank() {
    RankInterval[] ranks =
        RankIntervals.of(
            new double[] {50, 80, 50, 20},
            new double[][] {{50, 50}, {80, 80}, {50, 50}, {20, 20}},
            0.95);

    assertThat(ranks).extracting(RankInterval::rank).containsExactly(2, 1, 2, 4);
    assertThat(ranks).extracting(RankInterval::low).containsExactly(2, 1, 2, 4);
    // Which of two equals is second cannot be said.
    assertThat(ranks).extracting(RankInterval::simultaneousLow).containsExactly(2, 1, 2, 4);
    assertThat(ranks).extracting(RankInterval::simultaneousHigh).containsExactly(3, 1, 3, 4);
  }

  @Test
  void nobodyAndOneAlone() {
    assertThat(RankIntervals.of(new double[0], new double[0][], 0.95)).isEmpty();
    assertThat(RankIntervals.of(new double[] {3}, new double[][] {{1, 9}}, 0.95))
        .containsExactly(new RankInterval(1, 1, 1, 1, 1));
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutNoiseEveryIntervalClosesOnTheRank(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = random.doubles(12).toArray();
    double[][] draws = new double[12][20];
    for (int unit = 0; unit < 12; unit++) {
      Arrays.fill(draws[unit], scores[unit]);
    }

    for (RankInterval rank : RankIntervals.of(scores, draws, 0.95)) {
      assertThat(rank)
          .isEqualTo(
              new RankInterval(rank.rank(), rank.rank(), rank.rank(), rank.rank(), rank.rank()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theIntervalsHoldTheRankAndFollowTheUnits(long seed) {
    Panel panel = Panel.of(seed, 8, 1, 100);
    RankInterval[] ranks = RankIntervals.of(panel.estimates(), panel.draws(), 0.95);
    RankInterval[] reversed =
        RankIntervals.of(reversed(panel.estimates()), reversed(panel.draws()), 0.95);

    for (int unit = 0; unit < ranks.length; unit++) {
      RankInterval rank = ranks[unit];
      assertThat(rank.rank()).isBetween(rank.low(), rank.high());
      assertThat(rank.rank()).isBetween(rank.simultaneousLow(), rank.simultaneousHigh());
      assertThat(rank.low()).isPositive();
      assertThat(rank.high()).isLessThanOrEqualTo(8);
      assertThat(reversed[ranks.length - 1 - unit]).isEqualTo(rank);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfTheScoreDoesNotMatter(long seed) {
    Panel panel = Panel.of(seed, 8, 1, 100);
    // Times a power of two: exact in binary, so not a comparison of roundings.
    double[] scaled = Arrays.stream(panel.estimates()).map(s -> 4 * s).toArray();
    double[][] draws =
        Arrays.stream(panel.draws())
            .map(unit -> Arrays.stream(unit).map(s -> 4 * s).toArray())
            .toArray(double[][]::new);

    assertThat(RankIntervals.of(scaled, draws, 0.95))
        .isEqualTo(RankIntervals.of(panel.estimates(), panel.draws(), 0.95));
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }

  private static double[][] reversed(double[][] values) {
    double[][] reversed = new double[values.length][];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }
}
