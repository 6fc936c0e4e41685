package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.timeseries.ChangePoints.Penalty;
import org.cityeval.numeric.timeseries.ChangePoints.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {
  private static final double NAN = Double.NaN;
  private static final double[] NILE = ReferenceData.column("nile.csv", 1);
  private static final double[] FOUR_LEVELS =
      ReferenceData.column("changepoint_docexample_meanshift.csv", 1);
  private static final Penalty BIC_OF_100 = Penalty.bic(100);

  @Test
  void noiseScalesTheNileAsTheReferenceDoes() {
    // With numpy: 1.4826 * median(|d - median(d)|) / sqrt(2), d the differences.
    assertThat(ChangePoints.noise(NILE)).isCloseTo(115.31921651658926, within(1e-11));
    assertThat(BIC_OF_100.perChange()).isCloseTo(9.21034, within(5e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 28})
  void findsTheBreakOfTheScaledNile(int shortest) {
    double noise = ChangePoints.noise(NILE);
    List<Segment> segments = ChangePoints.pelt(NILE, noise, BIC_OF_100, shortest);
    // changepoint 2.3 gives 28, the last year before, counted from 1: our first one after, from 0.
    assertThat(ChangePoints.days(segments)).containsExactly(28);
    assertThat(segments.get(0).mean() / noise).isCloseTo(9.519229, within(5e-7));
    assertThat(segments.get(1).mean() / noise).isCloseTo(7.370604, within(5e-7));
    assertThat(segments)
        .extracting(Segment::first, Segment::last, Segment::observed)
        .containsExactly(tuple(0, 27, 28), tuple(28, 99, 72));
    assertThat(ChangePoints.binarySegmentation(NILE, noise, BIC_OF_100, shortest))
        .isEqualTo(segments);
  }

  @Test
  void changesNearlyEveryYearWhereTheNileIsNotScaled() {
    // changepoint 2.3 with its own penalty, MBIC.
    assertThat(ChangePoints.days(ChangePoints.pelt(NILE, 1, Penalty.modifiedBic(100), 1)))
        .hasSize(94);
  }

  @Test
  void findsTheChangesOfLevelAndSpreadOfChangepoint() {
    // Its MBIC for three parameters a segment: level, spread and day.
    Penalty penalty = new Penalty(4 * Math.log(100), 1);
    assertThat(ChangePoints.days(ChangePoints.peltOfLevelAndSpread(NILE, penalty, 2)))
        .containsExactly(4, 6, 28);
    // The years 4 and 5 had the same flow; seven years together did not. By numpy, all divisions.
    assertThat(ChangePoints.days(ChangePoints.peltOfLevelAndSpread(NILE, penalty, 7)))
        .containsExactly(28);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void findsTheChangesOfTheSimulatedLevels(int shortest) {
    for (double noise : new double[] {1, ChangePoints.noise(FOUR_LEVELS)}) {
      for (Penalty penalty : new Penalty[] {Penalty.bic(400), Penalty.modifiedBic(400)}) {
        assertThat(ChangePoints.days(ChangePoints.pelt(FOUR_LEVELS, noise, penalty, shortest)))
            .containsExactly(97, 192);
        assertThat(
                ChangePoints.days(
                    ChangePoints.binarySegmentation(FOUR_LEVELS, noise, penalty, shortest)))
            .containsExactly(79, 192);
      }
    }
  }

  @Test
  void keepsTheShortestLengthExactly() {
    double[] daily = new double[21];
    Arrays.fill(daily, 7, 14, 10);
    Penalty penalty = new Penalty(5, 0);
    assertThat(ChangePoints.days(ChangePoints.pelt(daily, 1, penalty, 7))).containsExactly(7, 14);
    // Eight days do not fit three times. By hand: 8 and 13 days, one ten and six of them, leave
    // 87.5 + 323.1 squares, and no change leaves 466.7.
    assertThat(ChangePoints.days(ChangePoints.pelt(daily, 1, penalty, 8))).hasSize(1);
    // Eleven days do not fit twice.
    assertThat(ChangePoints.pelt(daily, 1, penalty, 11)).hasSize(1);
    assertThat(ChangePoints.binarySegmentation(daily, 1, penalty, 11)).hasSize(1);
  }

  @Test
  void needsAGainAboveThePenalty() {
    // Six days: squares 6 * 25 = 150 about 5, and 0 about 0 and 10.
    double[] daily = {0, 0, 0, 10, 10, 10};
    assertThat(ChangePoints.days(ChangePoints.pelt(daily, 1, new Penalty(149, 0), 3)))
        .containsExactly(3);
    assertThat(ChangePoints.pelt(daily, 1, new Penalty(151, 0), 3)).hasSize(1);
    assertThat(ChangePoints.days(ChangePoints.binarySegmentation(daily, 2, new Penalty(37, 0), 3)))
        .containsExactly(3);
    assertThat(ChangePoints.binarySegmentation(daily, 2, new Penalty(38, 0), 3)).hasSize(1);
  }

  @Test
  void passesOverMissingDaysAndStartsALevelOnAnObservedOne() {
    double[] daily = {NAN, 5, 5, 5.5, NAN, 5, NAN, NAN, 1, 1.5, NAN, 1, 1, NAN};
    List<Segment> segments = ChangePoints.pelt(daily, 0.25, Penalty.bic(8), 4);
    assertThat(segments)
        .containsExactly(new Segment(1, 5, 4, 20.5 / 4), new Segment(8, 12, 4, 4.5 / 4));
    assertThat(ChangePoints.binarySegmentation(daily, 0.25, Penalty.bic(8), 4)).isEqualTo(segments);
    // Two levels of five need ten observed days, and there are eight.
    assertThat(ChangePoints.pelt(daily, 0.25, Penalty.bic(8), 5)).hasSize(1);
  }

  @Test
  void noiseUsesTheMeanDeviationWhereMostDaysDoNotChange() {
    double[] step = new double[100];
    Arrays.fill(step, 50, 100, 4);
    // One of 99 changes is 4, the others 0: mean deviation 4 / 99.
    double noise = ChangePoints.noise(step);
    assertThat(noise).isCloseTo(1.2533 * 4 / 99 / Math.sqrt(2), within(1e-15));
    assertThat(ChangePoints.days(ChangePoints.pelt(step, noise, BIC_OF_100, 7)))
        .containsExactly(50);
  }

  @Test
  void takesNoRoundingOfLargeLevelsForAChange() {
    SplittableRandom random = new SplittableRandom(3);
    double[] daily = new double[300];
    Arrays.setAll(daily, day -> (day < 110 ? 0 : 1e6) + 1e-7 * random.nextGaussian());
    double noise = ChangePoints.noise(daily);
    assertThat(noise).isLessThan(1e-6);
    assertThat(ChangePoints.days(ChangePoints.pelt(daily, noise, Penalty.bic(300), 7)))
        .containsExactly(110);
    assertThat(
            ChangePoints.days(ChangePoints.binarySegmentation(daily, noise, Penalty.bic(300), 7)))
        .containsExactly(110);
  }

  @Test
  void tellsNoChangeWithoutNoise() {
    double[] constant = new double[40];
    Arrays.fill(constant, 0.1);
    double[] line = new double[40];
    Arrays.setAll(line, day -> 3 * day);
    for (double[] daily : new double[][] {constant, line}) {
      double noise = ChangePoints.noise(daily);
      assertThat(noise).isZero();
      assertThat(ChangePoints.pelt(daily, noise, Penalty.bic(40), 7)).hasSize(1);
      assertThat(ChangePoints.binarySegmentation(daily, noise, Penalty.bic(40), 7)).hasSize(1);
    }
    assertThat(ChangePoints.peltOfLevelAndSpread(constant, Penalty.bic(40), 7)).hasSize(1);
    assertThat(ChangePoints.noise(new double[] {3})).isNaN();
  }

  @Test
  void hasNoSegmentWithoutAnObservedDay() {
    for (double[] empty : new double[][] {{}, {NAN, NAN}}) {
      assertThat(ChangePoints.noise(empty)).isNaN();
      assertThat(ChangePoints.pelt(empty, NAN, BIC_OF_100, 7)).isEmpty();
      assertThat(ChangePoints.binarySegmentation(empty, 1, BIC_OF_100, 7)).isEmpty();
      assertThat(ChangePoints.days(ChangePoints.pelt(empty, 1, BIC_OF_100, 7))).isEmpty();
    }
    assertThat(ChangePoints.pelt(new double[] {4, NAN, 6}, 1, BIC_OF_100, 7))
        .containsExactly(new Segment(0, 2, 2, 5));
  }

  @Test
  void refusesASegmentWithoutDaysAndARewardForChanges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangePoints.pelt(NILE, 1, BIC_OF_100, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Penalty(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Penalty(NAN, 0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isAsGoodAsTheBestOfAllDivisions(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] daily = levels(random, 90);
    for (int shortest : new int[] {1, 2, 7, 20}) {
      for (Penalty penalty :
          new Penalty[] {
            new Penalty(0.5, 0), new Penalty(3, 0), Penalty.bic(90), new Penalty(2, 3)
          }) {
        List<Segment> found = ChangePoints.pelt(daily, 1, penalty, shortest);
        double best = leastCostOfAll(daily, penalty, shortest);
        assertThat(cost(daily, found, penalty)).isCloseTo(best, within(1e-8));
        List<Segment> halved = ChangePoints.binarySegmentation(daily, 1, penalty, shortest);
        assertThat(cost(daily, halved, penalty)).isGreaterThanOrEqualTo(best - 1e-8);
        assertThat(found).allMatch(segment -> segment.observed() >= shortest);
        assertThat(halved).allMatch(segment -> segment.observed() >= shortest);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnTheUnitNorOnMissingDays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] daily = levels(random, 120);
    double[] other = Arrays.stream(daily).map(v -> 1000 - 40 * v).toArray();
    double[] gappy = new double[240];
    Arrays.fill(gappy, NAN);
    for (int day = 0; day < 120; day++) {
      gappy[2 * day + 1] = daily[day];
    }
    Penalty penalty = Penalty.bic(120);
    int[] days = found(daily, penalty);
    assertThat(found(other, penalty)).isEqualTo(days);
    assertThat(Arrays.stream(found(gappy, penalty)).map(day -> day / 2)).containsExactly(box(days));
  }

  private static int[] found(double[] daily, Penalty penalty) {
    return ChangePoints.days(ChangePoints.pelt(daily, ChangePoints.noise(daily), penalty, 7));
  }

  private static Integer[] box(int[] days) {
    return Arrays.stream(days).boxed().toArray(Integer[]::new);
  }

  /** Normal noise about a level that is drawn anew now and then. */
  private static double[] levels(SplittableRandom random, int days) {
    double[] daily = new double[days];
    double level = 0;
    for (int day = 0; day < days; day++) {
      level = random.nextInt(15) == 0 ? 5 * random.nextDouble() : level;
      daily[day] = level + random.nextGaussian();
    }
    return daily;
  }

  /** By trying every start for every end, two passes for each. */
  private static double leastCostOfAll(double[] daily, Penalty penalty, int shortest) {
    double[] least = new double[daily.length + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[0] = -penalty.perChange();
    for (int end = shortest; end <= daily.length; end++) {
      for (int start = 0; start <= end - shortest; start++) {
        double cost = cost(daily, start, end, penalty) + penalty.perChange();
        least[end] = Math.min(least[end], least[start] + cost);
      }
    }
    return least[daily.length];
  }

  private static double cost(double[] daily, List<Segment> segments, Penalty penalty) {
    double cost = penalty.perChange() * (segments.size() - 1);
    for (Segment segment : segments) {
      cost += cost(daily, segment.first(), segment.last() + 1, penalty);
    }
    return cost;
  }

  private static double cost(double[] daily, int from, int to, Penalty penalty) {
    double mean = Arrays.stream(daily, from, to).average().orElseThrow();
    double squares = Arrays.stream(daily, from, to).map(v -> (v - mean) * (v - mean)).sum();
    return squares + penalty.perLogLength() * Math.log((double) to - from);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
