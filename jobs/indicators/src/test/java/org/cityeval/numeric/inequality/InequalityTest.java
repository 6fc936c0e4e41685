package org.cityeval.numeric.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InequalityTest {
  private static final Offset<Double> CLOSE = within(1e-11);

  @Test
  void equalsThePackageIneq() {
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("toy10");
    double[] x = ReferenceData.array(expected.get("x"));
    double[] ones = Inequality.equalWeights(x.length);
    JsonNode stats = expected.get("stats");
    assertThat(Inequality.gini(x, ones)).isCloseTo(stats.get("Gini").asDouble(), CLOSE);
    assertThat(Inequality.theilT(x, ones)).isCloseTo(stats.get("Theil_T").asDouble(), CLOSE);
    assertThat(Inequality.theilL(x, ones)).isCloseTo(stats.get("Theil_L").asDouble(), CLOSE);
    assertThat(Inequality.atkinson(x, ones, 0.5))
        .isCloseTo(stats.get("Atkinson0.5").asDouble(), CLOSE);
    assertThat(Inequality.atkinson(x, ones, 1)).isCloseTo(stats.get("Atkinson1").asDouble(), CLOSE);
  }

  @Test
  void equalsThePackageIc2WithWeights() {
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("weighted");
    double[] x = ReferenceData.array(expected.get("x"));
    double[] w = ReferenceData.array(expected.get("w"));
    assertThat(Inequality.gini(x, w)).isCloseTo(expected.get("gini").asDouble(), CLOSE);
    assertThat(Inequality.theilT(x, w)).isCloseTo(expected.get("theilT").asDouble(), CLOSE);
    assertThat(Inequality.theilL(x, w)).isCloseTo(expected.get("mld").asDouble(), CLOSE);
    assertThat(Inequality.atkinson(x, w, 1)).isCloseTo(expected.get("atkinson1").asDouble(), CLOSE);
  }

  @Test
  void countsAZeroInTheilTOnly() {
    double[] x = {0, 2};
    double[] ones = {1, 1};
    // One of two has all: T = ln 2, Gini = 1/2, Atkinson(1/2) = 1 - (sqrt(2)/2)^2.
    assertThat(Inequality.theilT(x, ones)).isCloseTo(Math.log(2), CLOSE);
    assertThat(Inequality.gini(x, ones)).isEqualTo(0.5);
    assertThat(Inequality.atkinson(x, ones, 0.5)).isCloseTo(0.5, CLOSE);
    assertThat(Inequality.theilL(x, ones)).isNaN();
    assertThat(Inequality.atkinson(x, ones, 1)).isNaN();
  }

  @Test
  void isUndefinedForNegativeValuesAndForNothing() {
    for (double[] x : new double[][] {{-1, 2}, {0, 0}, {Double.NaN, Double.NaN}, {}}) {
      double[] ones = Inequality.equalWeights(x.length);
      assertThat(Inequality.gini(x, ones)).isNaN();
      assertThat(Inequality.theilT(x, ones)).isNaN();
      assertThat(Inequality.theilL(x, ones)).isNaN();
      assertThat(Inequality.atkinson(x, ones, 0.5)).isNaN();
      assertThat(Inequality.atkinson(x, ones, 2)).isNaN();
    }
  }

  @Test
  void leavesOutADistrictWithoutValueOrResidents() {
    double[] x = {4, Double.NaN, 1, 9, 2};
    double[] w = {2, 5, 1, Double.NaN, 3};
    double[] kept = {4, 1, 2};
    double[] keptWeights = {2, 1, 3};
    assertThat(Inequality.gini(x, w)).isCloseTo(Inequality.gini(kept, keptWeights), CLOSE);
    assertThat(Inequality.theilT(x, w)).isCloseTo(Inequality.theilT(kept, keptWeights), CLOSE);
    assertThat(Inequality.theilShares(x, w)[1]).isNaN();
  }

  @Test
  void sharesAreSignedByTheSideOfTheMean() {
    double[] shares = Inequality.theilShares(new double[] {1, 3, 2}, new double[] {1, 1, 1});
    // 1/2 ln 1/2 / 3, 3/2 ln 3/2 / 3, 0
    assertThat(shares)
        .containsExactly(
            new double[] {-0.5 * Math.log(2) / 3, 0.5 * Math.log(1.5), 0}, within(1e-15));
  }

  @Test
  void refusesNoAversion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Inequality.atkinson(new double[] {1}, new double[] {1}, 0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void obeysTheLawsOfInequality(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 3 + random.nextInt(15);
    double[] x = random.doubles(n, 0.1, 50).toArray();
    double[] ones = Inequality.equalWeights(n);
    double[] tenfold = Arrays.stream(x).map(v -> 10 * v).toArray();
    double[] backwards = IntStream.range(0, n).mapToDouble(i -> x[n - 1 - i]).toArray();
    double[] twice = new double[2 * n];
    Arrays.setAll(twice, i -> x[i % n]);
    double[] level = new double[n];
    Arrays.fill(level, x[0]);
    for (Measure measure : MEASURES) {
      double value = measure.of(x, ones);
      assertThat(value).isPositive();
      assertThat(measure.of(tenfold, ones)).isCloseTo(value, CLOSE);
      assertThat(measure.of(backwards, ones)).isCloseTo(value, CLOSE);
      assertThat(measure.of(twice, Inequality.equalWeights(2 * n))).isCloseTo(value, CLOSE);
      assertThat(measure.of(level, ones)).isCloseTo(0, CLOSE);
    }
    double[] shares = Inequality.theilShares(x, ones);
    assertThat(Arrays.stream(shares).sum()).isCloseTo(Inequality.theilT(x, ones), CLOSE);
    assertThat(Inequality.gini(x, ones)).isLessThan(1 - 1.0 / n);
    assertThat(Inequality.theilT(x, ones)).isLessThan(Math.log(n));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fallsWhenTheRichGiveToThePoor(long seed) {
    double[] x = new SplittableRandom(seed).doubles(8, 1, 50).sorted().toArray();
    double[] after = x.clone();
    double gift = (x[7] - x[0]) / 4;
    after[0] += gift;
    after[7] -= gift;
    double[] ones = Inequality.equalWeights(8);
    for (Measure measure : MEASURES) {
      assertThat(measure.of(after, ones)).isLessThan(measure.of(x, ones));
    }
  }

  private static final Measure[] MEASURES = {
    Inequality::gini,
    Inequality::theilT,
    Inequality::theilL,
    (x, w) -> Inequality.atkinson(x, w, 0.5),
    (x, w) -> Inequality.atkinson(x, w, 1),
    (x, w) -> Inequality.atkinson(x, w, 2)
  };

  private interface Measure {
    double of(double[] x, double[] weights);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
