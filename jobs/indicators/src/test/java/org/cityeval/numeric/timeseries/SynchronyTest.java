package org.cityeval.numeric.timeseries;

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

class SynchronyTest {
  private static final double NAN = Double.NaN;

  @Test
  void findsInOnePassWhatEachDayMakesOfTheCommonVariance() {
    SplittableRandom random = new SplittableRandom(6);
    for (int districts : new int[] {1, 2, 3, 7}) {
      double[][] daily = new double[districts][];
      for (int i = 0; i < districts; i++) {
        daily[i] = OneDay.random(random, 60, i % 2 == 0);
      }

      OneDay.isAsAskedForEachDay(Synchrony.Moving.of(daily, 14), 60);
    }
    // No pair of them shares enough days.
    double[][] apart = {{1, 2, 4, 8, NAN, NAN, NAN, 1}, {NAN, NAN, NAN, 1, 5, 6, 1, 0}};
    OneDay.isAsAskedForEachDay(Synchrony.Moving.of(apart, 4), 8);
  }

  @Test
  void givesTheNumbersOfTheWorkedExample() {
    JsonNode worked = ReferenceData.json("resilience_sync_worked.json").get("sync");
    Synchrony synchrony = Synchrony.of(new double[][] {wave(0), wave(0.3), wave(0.8)}, 3);
    assertThat(synchrony.meanCorrelation())
        .isCloseTo(worked.get("mean_pairwise_r").asDouble(), within(1e-13));
    assertThat(synchrony.commonVariance())
        .isCloseTo(worked.get("loreau_phi").asDouble(), within(1e-13));
    assertThat(synchrony.phaseOrder())
        .isCloseTo(worked.get("kuramoto_R").asDouble(), within(1e-13));
    assertThat(synchrony.districts()).isEqualTo(3);
  }

  @Test
  void usesTheDaysThatEachPairShares() {
    double[][] daily = {
      {3, 1, 4, 1, 5, 9, 2, 6, 5, 3},
      {2, 7, 1, 8, NAN, 8, 1, 8, 2, 8},
      {1, 4, 1, 4, 2, 1, 3, NAN, 6, 2}
    };
    Synchrony all = Synchrony.of(daily, 8);
    // With numpy: corrcoef over shared days, nanstd; scipy.signal.hilbert of the bridged series.
    assertThat(all.meanCorrelation()).isCloseTo(-0.06073275036807358, within(1e-14));
    assertThat(all.commonVariance()).isCloseTo(0.3516795231183626, within(1e-14));
    assertThat(all.phaseOrder()).isCloseTo(0.5411528204220679, within(1e-13));
    // The last two districts share eight days only.
    Synchrony fewer = Synchrony.of(daily, 9);
    assertThat(fewer.districts()).isEqualTo(3);
    assertThat(fewer.meanCorrelation()).isCloseTo(-0.0939842904934821, within(1e-14));
    assertThat(fewer.commonVariance()).isCloseTo(0.4400624340492218, within(1e-14));
  }

  @Test
  void isOneWhereAllMoveInProportion() {
    double[] slow = {2, 5, 3, 9, 7, 4};
    double[] fast = Arrays.stream(slow).map(v -> 10 * v + 3).toArray();
    Synchrony synchrony = Synchrony.of(new double[][] {slow, fast, slow}, 3);
    assertThat(synchrony.meanCorrelation()).isCloseTo(1, within(1e-14));
    assertThat(synchrony.commonVariance()).isCloseTo(1, within(1e-14));
    assertThat(synchrony.phaseOrder()).isCloseTo(1, within(1e-14));
  }

  @Test
  void isNothingWhereTwoCancelOut() {
    double[] up = {2, 5, 3, 9, 7, 4};
    double[] down = Arrays.stream(up).map(v -> -v).toArray();
    Synchrony synchrony = Synchrony.of(new double[][] {up, down}, 3);
    assertThat(synchrony.meanCorrelation()).isCloseTo(-1, within(1e-14));
    assertThat(synchrony.commonVariance()).isCloseTo(0, within(1e-14));
    assertThat(synchrony.phaseOrder()).isCloseTo(0, within(1e-14));
  }

  @Test
  void leavesOutADistrictThatDoesNotMoveOrIsNotObserved() {
    double[] constant = new double[60];
    Arrays.fill(constant, 0.1);
    double[] seldom = new double[60];
    Arrays.fill(seldom, NAN);
    Arrays.setAll(seldom, day -> day < 9 ? day * day : NAN);
    Synchrony without = Synchrony.of(new double[][] {wave(0), wave(0.3)}, 10);
    Synchrony with =
        Synchrony.of(new double[][] {constant, wave(0), seldom, wave(0.3), new double[60]}, 10);
    assertThat(with).isEqualTo(without);
    assertThat(with.districts()).isEqualTo(2);
  }

  @Test
  void leavesOutAPairThatIsConstantOnItsSharedDays() {
    double[] early = {1, 2, 4, 4, 4, 4, 4, NAN, NAN};
    double[] late = {NAN, NAN, 3, 5, 1, 8, 9, 4, 2};
    double[] whole = {3, 1, 4, 1, 5, 9, 2, 6, 5};
    Synchrony synchrony = Synchrony.of(new double[][] {early, late, whole}, 5);
    Synchrony first = Synchrony.of(new double[][] {early, whole}, 5);
    Synchrony second = Synchrony.of(new double[][] {late, whole}, 5);
    assertThat(synchrony.districts()).isEqualTo(3);
    assertThat(synchrony.meanCorrelation())
        .isCloseTo((first.meanCorrelation() + second.meanCorrelation()) / 2, within(1e-15));
    assertThat(synchrony.commonVariance()).isBetween(0.0, 1.0);
  }

  @Test
  void isNotBelowZeroWhereThePairsContradictEachOther() {
    // Three districts, each pair opposed on the three days it shares: three series cannot be.
    double[][] city = {
      {1, 2, 3, NAN, NAN, NAN, 3, 2, 1},
      {3, 2, 1, 1, 2, 3, NAN, NAN, NAN},
      {NAN, NAN, NAN, 3, 2, 1, 1, 2, 3}
    };
    Synchrony synchrony = Synchrony.of(city, 3);
    assertThat(synchrony.meanCorrelation()).isCloseTo(-1, within(1e-15));
    assertThat(synchrony.commonVariance()).isZero();
    assertThat(synchrony.phaseOrder()).isNaN();
  }

  @Test
  void hasNoPhaseAcrossALongGap() {
    double[] torn = wave(0.3);
    Arrays.fill(torn, 20, 24, NAN);
    Synchrony two = Synchrony.of(new double[][] {wave(0), torn}, 10);
    assertThat(two.phaseOrder()).isNaN();
    assertThat(two.meanCorrelation()).isBetween(0.9, 1.0);
    Synchrony three = Synchrony.of(new double[][] {wave(0), torn, wave(0.8)}, 10);
    // Half the angle between the two that have a phase: cos 0.4.
    assertThat(three.phaseOrder()).isCloseTo(Math.cos(0.4), within(1e-13));
  }

  @Test
  void isUndefinedForFewerThanTwoDistricts() {
    double[][][] cities = {{}, {wave(0)}, {wave(0), new double[60]}, {{}, {}}};
    for (double[][] city : cities) {
      Synchrony synchrony = Synchrony.of(city, 3);
      assertThat(synchrony.districts()).isLessThan(2);
      assertThat(synchrony.meanCorrelation()).isNaN();
      assertThat(synchrony.commonVariance()).isNaN();
      assertThat(synchrony.phaseOrder()).isNaN();
    }
  }

  @Test
  void givesTheCommonVarianceAlone() {
    // With numpy, see usesTheDaysThatEachPairShares.
    double[][] daily = {
      {3, 1, 4, 1, 5, 9, 2, 6, 5, 3},
      {2, 7, 1, 8, NAN, 8, 1, 8, 2, 8},
      {1, 4, 1, 4, 2, 1, 3, NAN, 6, 2}
    };
    assertThat(commonVariance(daily, 8)).isCloseTo(0.3516795231183626, within(1e-14));
    assertThat(commonVariance(daily, 9)).isCloseTo(0.4400624340492218, within(1e-14));
    assertThat(commonVariance(daily, 11)).isNaN();
    assertThat(commonVariance(new double[][] {wave(0), new double[60]}, 8)).isNaN();
  }

  @Test
  void countsADayOfTwiceTheWeightAsTwoDays() {
    double[][] daily = {{3, 1, 4, 1, 5}, {2, 7, 1, 8, 2}};
    double[][] repeated = {{3, 3, 1, 4, 1, 1, 5}, {2, 2, 7, 1, 8, 8, 2}};

    assertThat(Synchrony.Moving.of(daily, 3).commonVariance(new double[] {2, 1, 1, 2, 1}))
        .isCloseTo(commonVariance(repeated, 3), within(1e-14));
  }

  private static double commonVariance(double[][] daily, int fewestDays) {
    return Synchrony.Moving.of(daily, fewestDays)
        .commonVariance(LongRunError.once(daily[0].length));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCommonVarianceDoesNotMindTheOrderOfTheDays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] daily = {random.doubles(40).toArray(), random.doubles(40).toArray()};
    double[][] backwards = new double[2][40];
    for (int day = 0; day < 40; day++) {
      backwards[0][day] = daily[0][39 - day];
      backwards[1][day] = daily[1][39 - day];
    }
    assertThat(commonVariance(backwards, 14)).isCloseTo(commonVariance(daily, 14), within(1e-12));
  }

  @Test
  void refusesACorrelationOverTwoDays() {
    assertThatIllegalArgumentException().isThrownBy(() -> Synchrony.of(new double[0][], 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void staysWithinItsBoundsAndIgnoresOrderAndUnit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] city = new double[6][];
    double[] common = random.doubles(70).toArray();
    for (int i = 0; i < city.length; i++) {
      double own = random.nextDouble(2);
      double[] daily = Arrays.stream(common).map(v -> v + own * random.nextDouble()).toArray();
      daily[random.nextInt(1, 69)] = NAN;
      city[i] = daily;
    }
    double[][] other = new double[6][];
    for (int i = 0; i < city.length; i++) {
      other[5 - i] = Arrays.stream(city[i]).map(v -> 12 + 100 * v).toArray();
    }
    Synchrony found = Synchrony.of(city, 10);
    Synchrony again = Synchrony.of(other, 10);
    assertThat(found.meanCorrelation()).isBetween(-1.0, 1.0);
    assertThat(found.commonVariance()).isBetween(0.0, 1.0);
    assertThat(found.phaseOrder()).isBetween(0.0, 1.0);
    assertThat(again.meanCorrelation()).isCloseTo(found.meanCorrelation(), within(1e-10));
    assertThat(again.commonVariance()).isCloseTo(found.commonVariance(), within(1e-10));
    assertThat(again.phaseOrder()).isCloseTo(found.phaseOrder(), within(1e-10));
  }

  /** Three periods of 20 days. */
  private static double[] wave(double phase) {
    double[] wave = new double[60];
    Arrays.setAll(wave, day -> Math.sin(2 * Math.PI * day / 20 + phase));
    return wave;
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
