package org.cityeval.numeric.inequality;

import static org.assertj.core.api.Assertions.assertThat;
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
