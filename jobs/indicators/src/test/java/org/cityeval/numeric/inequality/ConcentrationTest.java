package org.cityeval.numeric.inequality;

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

class ConcentrationTest {
  @Test
  void equalsThePackageIc2() {
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("weighted");
    double[] x = ReferenceData.array(expected.get("x"));
    double[] w = ReferenceData.array(expected.get("w"));
    double[] rank = ReferenceData.array(expected.get("rank_var"));
    assertThat(Concentration.index(x, rank, w))
        .isCloseTo(expected.get("conc_weighted").asDouble(), within(1e-11));
    assertThat(Concentration.index(x, rank, Inequality.equalWeights(x.length)))
        .isCloseTo(expected.get("conc_unweighted").asDouble(), within(1e-11));
  }

  @Test
  void sharesARankAmongTies() {
    double[] ones = {1, 1, 1, 1};
    assertThat(Concentration.index(new double[] {9, 1, 4, 2}, new double[] {7, 7, 7, 7}, ones))
        .isCloseTo(0, within(1e-15));
    // Ranks 1/4, 1/4, 3/4, 3/4 of values 1, 3, 5, 7: (-4/2 + 12/2) / 16.
    assertThat(Concentration.index(new double[] {1, 3, 5, 7}, new double[] {0, 0, 1, 1}, ones))
        .isEqualTo(0.25);
  }

  @Test
  void leavesOutADistrictWithoutRankOrResidents() {
    double[] index = {
      Concentration.index(
          new double[] {1, 3, 99, 5, 99, 7, 99},
          new double[] {0, 0, Double.NaN, 1, 1, 1, 1},
          new double[] {1, 1, 1, 1, 0, 1, Double.NaN})
    };
    assertThat(index[0]).isEqualTo(0.25);
  }

  @Test
  void isUndefinedWithoutABurden() {
    assertThat(Concentration.index(new double[2], new double[] {1, 2}, new double[] {1, 1}))
        .isNaN();
    assertThat(Concentration.index(new double[0], new double[0], new double[0])).isNaN();
  }

  @Test
  void isBoundedWhereTheBurdenIs() {
    // numpy: eight times the weighted covariance of value and fractional rank, over the range.
    double[] share = {0.2, 0.5, 0.9, 0.4, 0.7};
    double[] rank = {3, 1, 2, 5, 4};
    double[] w = {2, 1, 3, 2, 2};
    assertThat(Concentration.bounded(share, rank, w, 0, 1)).isCloseTo(-0.24, within(1e-14));
    assertThat(Concentration.bounded(share, rank, w, 0, 2)).isCloseTo(-0.12, within(1e-14));
    // Four times the index times the mean 0.58.
    assertThat(Concentration.index(share, rank, w)).isCloseTo(-0.10344827586206898, within(1e-14));
    // Half have all there is to have, and they are the higher half.
    assertThat(
            Concentration.bounded(
                new double[] {0, 0, 1, 1},
                new double[] {1, 2, 3, 4},
                new double[] {1, 1, 1, 1},
                0,
                1))
        .isEqualTo(1);
  }

  @Test
  void isNotBoundedByBoundsThatDoNotHold() {
    double[] two = {1, 2};
    assertThat(Concentration.bounded(two, two, two, 0, 1)).isNaN();
    assertThat(Concentration.bounded(new double[0], new double[0], new double[0], 0, 1)).isNaN();
    assertThat(Concentration.bounded(new double[2], two, two, 0, 1)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Concentration.bounded(two, two, two, 1, 1));
  }

  @Test
  void curveIsThatOfTheLowestInOrder() {
    // numpy: cumulative shares of x by w, linear between.
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("weighted");
    double[] x = ReferenceData.array(expected.get("x"));
    double[] w = ReferenceData.array(expected.get("w"));
    assertThat(Concentration.curve(x, x, w, 0.4)).isCloseTo(0.14531252089937538, within(1e-14));
    assertThat(Concentration.curve(x, x, w, 0.9)).isCloseTo(0.6624399769939675, within(1e-14));
    assertThat(Concentration.curve(x, x, w, 0)).isZero();
    assertThat(Concentration.curve(x, x, w, 1)).isEqualTo(1);
    // Half of three equal ones, whichever they are.
    assertThat(
            Concentration.curve(
                new double[] {5, 1, 3}, new double[] {2, 2, 2}, new double[] {1, 1, 1}, 0.5))
        .isCloseTo(0.5, within(1e-15));
  }

  @Test
  void curveIsUndefinedForNegativeValuesAndForNothing() {
    double[] two = {1, 2};
    assertThat(Concentration.curve(new double[] {-1, 4}, two, two, 0.5)).isNaN();
    assertThat(Concentration.curve(new double[2], two, two, 0.5)).isNaN();
    assertThat(Concentration.curve(new double[0], new double[0], new double[0], 0.5)).isNaN();
    assertThatIllegalArgumentException().isThrownBy(() -> Concentration.curve(two, two, two, 1.1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheSameForAttainmentAndShortfallWhereBounded(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] share = random.doubles(12).toArray();
    double[] shortfall = Arrays.stream(share).map(s -> 1 - s).toArray();
    double[] rank = random.ints(12, 0, 6).asDoubleStream().toArray();
    double[] w = random.doubles(12, 1, 5).toArray();
    double index = Concentration.bounded(share, rank, w, 0, 1);
    assertThat(index).isBetween(-1.0, 1.0);
    assertThat(Concentration.bounded(shortfall, rank, w, 0, 1)).isCloseTo(-index, within(1e-12));
    double[] percent = Arrays.stream(share).map(s -> 100 * s).toArray();
    assertThat(Concentration.bounded(percent, rank, w, 0, 100)).isCloseTo(index, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void curveEnclosesTheIndex(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(12, 0, 9).toArray();
    double[] rank = random.ints(12, 0, 6).asDoubleStream().toArray();
    double[] ones = Inequality.equalWeights(12);
    // The index is one less twice the area under the curve, which is straight between its corners.
    double area = 0;
    for (int i = 0; i < 12; i++) {
      double from = Concentration.curve(x, rank, ones, i / 12.0);
      area += (from + Concentration.curve(x, rank, ones, (i + 1) / 12.0)) / 24;
    }
    assertThat(Concentration.index(x, rank, ones)).isCloseTo(1 - 2 * area, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTurnedRoundByTheOrderAndNeverBeyondTheGini(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(12, 0, 9).toArray();
    double[] w = random.doubles(12, 1, 5).toArray();
    double[] rank = random.ints(12, 0, 6).asDoubleStream().toArray();
    double[] turned = Arrays.stream(rank).map(r -> -r).toArray();
    double index = Concentration.index(x, rank, w);
    assertThat(Concentration.index(x, turned, w)).isCloseTo(-index, within(1e-12));
    assertThat(Math.abs(index)).isLessThanOrEqualTo(Inequality.gini(x, w));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
