package org.cityeval.numeric.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KaplanMeierTest {
  private static final JsonNode EXPECTED =
      ReferenceData.json("extra_reference.json").get("km_lung");
  private static final double[] TIME = ReferenceData.column("km_lung.csv", 0);
  private static final KaplanMeier LUNG = KaplanMeier.of(TIME, died());

  @Test
  void equalsSurvivalOfR() {
    assertThat(TIME).hasSize(EXPECTED.get("n").asInt());
    assertThat(Arrays.stream(LUNG.events()).sum()).isEqualTo(EXPECTED.get("events").asInt());
    assertThat(LUNG.survivalAt(100)).isCloseTo(EXPECTED.get("surv100").asDouble(), within(1e-12));
    assertThat(LUNG.survivalAt(365)).isCloseTo(EXPECTED.get("surv365").asDouble(), within(1e-12));
  }

  @Test
  void equalsTheMedianOfRWithItsLogInterval() {
    KaplanMeier.Median median = LUNG.median(0.95);
    assertThat(median.time()).isEqualTo(EXPECTED.get("median").asDouble());
    assertThat(median.interval().low()).isEqualTo(EXPECTED.get("lcl").asDouble());
    assertThat(median.interval().high()).isEqualTo(EXPECTED.get("ucl").asDouble());
  }

  @Test
  void equalsTheRestrictedMeanOfR() {
    KaplanMeier.RestrictedMean mean = LUNG.restrictedMean(365);
    assertThat(mean.mean()).isCloseTo(EXPECTED.get("rmst365").asDouble(), within(1e-9));
    // Standard error as survival prints it.
    assertThat(mean.standardError()).isCloseTo(7.798859, within(5e-7));
  }

  @Test
  void isWorkedByHand() {
    // 5 districts: ended at 2 and 4 (one cut off at 4 too), cut off at 3, ended at 6.
    double[] duration = {2, 3, 4, 4, 6};
    boolean[] ended = {true, false, true, false, true};
    KaplanMeier estimate = KaplanMeier.of(duration, ended);
    assertThat(estimate.times()).containsExactly(2, 4, 6);
    assertThat(estimate.atRisk()).containsExactly(5, 3, 1);
    assertThat(estimate.survival())
        .containsExactly(new double[] {4 / 5.0, 8 / 15.0, 0}, within(1e-15));
    // Greenwood: 1/(5x4) + 1/(3x2) = 13/60.
    assertThat(estimate.standardErrorAt(5))
        .isCloseTo(8 / 15.0 * Math.sqrt(13 / 60.0), within(1e-15));
    assertThat(estimate.standardErrorAt(1)).isZero();
    assertThat(estimate.median(0.95).time()).isEqualTo(6);
    // 2 + 2 x 4/5 + 1 x 8/15
    assertThat(estimate.restrictedMean(5).mean()).isCloseTo(62 / 15.0, within(1e-14));
    assertThat(estimate.survivalAt(1)).isEqualTo(1);
    assertThat(estimate.survivalAt(99)).isZero();
    assertThat(estimate.restrictedMean(99).mean()).isCloseTo(2 + 1.6 + 16 / 15.0, within(1e-14));
  }

  @Test
  void isTheMeanWhereNothingIsCutOffAndSomeComeEarly() {
    boolean[] ended = {true, true, true, true};
    KaplanMeier estimate = KaplanMeier.of(new double[] {-6, 1, 3, 10}, ended);
    assertThat(estimate.restrictedMean(20).mean()).isCloseTo(2, within(1e-14));
    // Cut at 5: (-6 + 1 + 3 + 5) / 4.
    assertThat(estimate.restrictedMean(5).mean()).isCloseTo(0.75, within(1e-14));
    // Half have ended from 1 on, until 3: the middle, as R gives it.
    assertThat(estimate.median(0.95).time()).isEqualTo(2);
  }

  @Test
  void doesNotReachTheMedianWhereMostAreCutOff() {
    KaplanMeier estimate =
        KaplanMeier.of(new double[] {5, 30, 30, 30}, new boolean[] {true, false, false, false});
    assertThat(estimate.median(0.95).time()).isNaN();
    assertThat(estimate.restrictedMean(30).mean()).isCloseTo(5 + 25 * 0.75, within(1e-12));
    assertThat(estimate.restrictedMean(31).mean()).isNaN();
    assertThat(estimate.survivalAt(31)).isNaN();
  }

  @Test
  void isUndefinedWithoutADuration() {
    KaplanMeier nothing = KaplanMeier.of(new double[] {Double.NaN}, new boolean[] {true});
    assertThat(nothing.times()).isEmpty();
    assertThat(nothing.survivalAt(1)).isNaN();
    assertThat(nothing.standardErrorAt(1)).isNaN();
    assertThat(nothing.median(0.95).time()).isNaN();
    assertThat(nothing.restrictedMean(5).mean()).isNaN();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsADurationAsOftenAsItOccurred(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] duration = random.ints(12, 1, 9).asDoubleStream().toArray();
    boolean[] ended = new boolean[12];
    long[] count = new long[12];
    double[] oneByOne = new double[0];
    boolean[] endedOneByOne = new boolean[0];
    for (int i = 0; i < 12; i++) {
      ended[i] = random.nextInt(3) > 0;
      count[i] = random.nextInt(5);
      int from = oneByOne.length;
      oneByOne = Arrays.copyOf(oneByOne, from + (int) count[i]);
      endedOneByOne = Arrays.copyOf(endedOneByOne, oneByOne.length);
      Arrays.fill(oneByOne, from, oneByOne.length, duration[i]);
      Arrays.fill(endedOneByOne, from, oneByOne.length, ended[i]);
    }
    KaplanMeier counted = KaplanMeier.of(duration, ended, count);
    KaplanMeier single = KaplanMeier.of(oneByOne, endedOneByOne);
    assertThat(counted.times()).isEqualTo(single.times());
    assertThat(counted.atRisk()).isEqualTo(single.atRisk());
    assertThat(counted.events()).isEqualTo(single.events());
    assertThat(counted.survival()).containsExactly(single.survival(), within(1e-15));
    assertThat(counted.greenwood()).containsExactly(single.greenwood(), within(1e-15));
    assertThat(counted.lastObserved()).isEqualTo(single.lastObserved());
  }

  @Test
  void aDurationThatNeverOccurredIsNone() {
    KaplanMeier estimate =
        KaplanMeier.of(
            new double[] {3, 7, 9}, new boolean[] {true, true, true}, new long[] {2, 2, 0});
    assertThat(estimate.times()).containsExactly(3, 7);
    assertThat(estimate.lastObserved()).isEqualTo(7);
  }

  @Test
  void isBelowAShareFromTheTimeThatTakesItThere() {
    // S = .8, .5, .1 and 0 after 1, 2, 3 and 4.
    KaplanMeier estimate =
        KaplanMeier.of(
            new double[] {1, 2, 3, 4},
            new boolean[] {true, true, true, true},
            new long[] {2, 3, 4, 1});
    assertThat(estimate.timeBelow(0.9)).isEqualTo(1);
    assertThat(estimate.timeBelow(0.79)).isEqualTo(2);
    assertThat(estimate.timeBelow(0.2)).isEqualTo(3);
    // On the step: its middle, as R's quantile has it.
    assertThat(estimate.timeBelow(0.8)).isEqualTo(1.5);
    assertThat(estimate.timeBelow(1 - 0.9)).isEqualTo(3.5);
    assertThat(estimate.timeBelow(0.05)).isEqualTo(4);
    assertThat(estimate.timeBelow(0.5)).isEqualTo(estimate.median(0.95).time()).isEqualTo(2.5);
  }

  @Test
  void isNeverBelowAShareThatMostWereCutOffBefore() {
    KaplanMeier estimate =
        KaplanMeier.of(new double[] {1, 2}, new boolean[] {true, false}, new long[] {6, 4});
    assertThat(estimate.timeBelow(0.5)).isEqualTo(1);
    assertThat(estimate.timeBelow(0.1)).isNaN();
    // The last time of all, from which S stays at .4.
    assertThat(estimate.timeBelow(0.4)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fallsFromOneAndNeverRises(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] duration = random.ints(40, 1, 30).asDoubleStream().toArray();
    boolean[] ended = new boolean[40];
    for (int i = 0; i < 40; i++) {
      ended[i] = random.nextInt(3) > 0;
    }
    KaplanMeier estimate = KaplanMeier.of(duration, ended);
    double before = 1;
    for (double share : estimate.survival()) {
      assertThat(share).isBetween(0.0, before);
      before = share;
    }
    KaplanMeier.Median median = estimate.median(0.95);
    if (median.interval().isFinite()) {
      assertThat(median.time()).isBetween(median.interval().low(), median.interval().high());
    }
    assertThat(estimate.restrictedMean(10).mean()).isBetween(0.0, 10.0);
  }

  private static boolean[] died() {
    double[] status = ReferenceData.column("km_lung.csv", 1);
    boolean[] died = new boolean[status.length];
    for (int i = 0; i < died.length; i++) {
      died[i] = status[i] == 2;
    }
    return died;
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void takesAZeroOfEitherSignForOneTime() {
    KaplanMeier mixed =
        KaplanMeier.of(new double[] {0.0, -0.0, 1, 2}, new boolean[] {true, true, true, false});
    assertThat(mixed.times()).containsExactly(0, 1);
    assertThat(mixed.atRisk()).containsExactly(4, 2);
    assertThat(mixed.events()).containsExactly(2, 1);
    assertThat(mixed.survival()).containsExactly(0.5, 0.25);
    assertThat(1 / mixed.times()[0]).isPositive();
  }

  @Test
  void countsMoreThanAnIntegerHolds() {
    // Half of 2e10 end at 1, so that the error of the half is sqrt(1/4 / 2e10).
    KaplanMeier many =
        KaplanMeier.of(
            new double[] {1, 2},
            new boolean[] {true, true},
            new long[] {10_000_000_000L, 10_000_000_000L});
    assertThat(many.survivalAt(1)).isEqualTo(0.5);
    assertThat(many.standardErrorAt(1)).isCloseTo(Math.sqrt(0.25 / 2e10), within(1e-18));
  }

  @Test
  void refusesArraysThatDoNotFit() {
    double[] two = {1, 2};
    boolean[] ended = {true, true};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(two, new boolean[1]))
        .withMessageContaining("event");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(two, ended, new long[3]))
        .withMessageContaining("count");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(two, ended, new long[] {1, -1}))
        .withMessageContaining("count");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(new double[] {1, Double.POSITIVE_INFINITY}, ended))
        .withMessageContaining("Durations");
  }
}
