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
import org.junit.jupiter.params.provider.ValueSource;

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
  void agreesWithTheOtherMeasuresOfIneq() {
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("toy10");
    double[] x = ReferenceData.array(expected.get("x"));
    double[] ones = Inequality.equalWeights(x.length);
    JsonNode stats = expected.get("stats");
    double gini = Inequality.gini(x, ones);
    assertThat(gini * 10 / 9).isCloseTo(stats.get("Gini_corr").asDouble(), CLOSE);
    // Rosenbluth is 1 / (n (1 - Gini)); Ricci and Schutz the largest distance of the Lorenz curve
    // from the diagonal, at the seven of ten below the mean.
    assertThat(1 / (10 * (1 - gini))).isCloseTo(stats.get("Rosen").asDouble(), CLOSE);
    assertThat(0.7 - Concentration.curve(x, x, ones, 0.7))
        .isCloseTo(stats.get("RS").asDouble(), CLOSE);
  }

  @Test
  void splitsTheilByGroups() {
    // numpy, group by group; the parts add up to IC2's weighted T.
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("weighted");
    double[] x = ReferenceData.array(expected.get("x"));
    double[] w = ReferenceData.array(expected.get("w"));
    Inequality.TheilParts parts =
        Inequality.theilParts(x, w, new int[] {1, 1, 2, 2, 2, 3, 3, 3, 1, 2});
    assertThat(parts.between()).isCloseTo(0.01060095061559586, CLOSE);
    assertThat(parts.within()).isCloseTo(0.34147257412371745, CLOSE);
    assertThat(parts.between() + parts.within())
        .isCloseTo(expected.get("theilT").asDouble(), CLOSE);
  }

  @Test
  void splitsNothingWhereGroupsAreSinglesOrOne() {
    double[] x = {4, 0, 1, 9, Double.NaN};
    double[] w = {2, 5, 1, 3, 7};
    double whole = Inequality.theilT(x, w);
    Inequality.TheilParts singles = Inequality.theilParts(x, w, new int[] {-1, 0, 7, 3, 9});
    assertThat(singles.between()).isCloseTo(whole, CLOSE);
    assertThat(singles.within()).isCloseTo(0, CLOSE);
    Inequality.TheilParts one = Inequality.theilParts(x, w, new int[5]);
    assertThat(one.between()).isCloseTo(0, CLOSE);
    assertThat(one.within()).isCloseTo(whole, CLOSE);
    // A group without anything has no inequality and does not undo that of the others.
    Inequality.TheilParts empty = Inequality.theilParts(x, w, new int[] {1, 2, 1, 1, 2});
    assertThat(empty.between() + empty.within()).isCloseTo(whole, CLOSE);
  }

  @Test
  void comparesTheTopTenthWithTheLowestFourTenths() {
    // numpy, by linear interpolation of the Lorenz curve.
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("weighted");
    double[] x = ReferenceData.array(expected.get("x"));
    double[] w = ReferenceData.array(expected.get("w"));
    assertThat(Inequality.palma(x, w)).isCloseTo(2.322993372606775, CLOSE);
    // 22261 over 541 + 1463 + 2445 + 3438.
    assertThat(Inequality.palma(x, Inequality.equalWeights(10))).isCloseTo(22261.0 / 7887, CLOSE);
    assertThat(Inequality.palma(new double[] {3, 3, 3}, new double[] {1, 2, 3}))
        .isCloseTo(0.25, CLOSE);
    assertThat(Inequality.palma(new double[] {0, 0, 5}, new double[] {1, 1, 1})).isNaN();
  }

  @Test
  void averagesTheWorstOff() {
    // Of 25 residents 5 are the lowest fifth: 3 at 541, 1 at 1463, 1 of the 2 at 2445.
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("weighted");
    double[] x = ReferenceData.array(expected.get("x"));
    double[] w = ReferenceData.array(expected.get("w"));
    assertThat(Inequality.lowestMean(x, w, 0.2))
        .isCloseTo((3 * 541 + 1463 + 2445) / 5.0, within(1e-9));
    assertThat(Inequality.lowestMean(new double[] {0, 0, 6}, new double[] {1, 1, 1}, 0.5)).isZero();
    assertThat(Inequality.lowestMean(new double[] {2, Double.NaN, 6}, new double[] {1, 1, 1}, 1))
        .isCloseTo(4, CLOSE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Inequality.lowestMean(new double[] {1}, new double[] {1}, 0));
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
      assertThat(Inequality.theilParts(x, ones, new int[x.length]).between()).isNaN();
      assertThat(Inequality.theilParts(x, ones, new int[x.length]).within()).isNaN();
      assertThat(Inequality.palma(x, ones)).isNaN();
      assertThat(Inequality.lowestMean(x, ones, 0.2)).isNaN();
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
  void addsUpOverGroupsAndStaysBelowTheMean(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(14, 0, 50).toArray();
    double[] w = random.doubles(14, 1, 9).toArray();
    Inequality.TheilParts parts = Inequality.theilParts(x, w, random.ints(14, 0, 4).toArray());
    assertThat(parts.between() + parts.within()).isCloseTo(Inequality.theilT(x, w), CLOSE);
    assertThat(parts.between()).isNotNegative();
    assertThat(parts.within()).isNotNegative();
    assertThat(Inequality.palma(x, w)).isGreaterThan(0.25);
    double lowest = Inequality.lowestMean(x, w, 0.2);
    double all = Inequality.lowestMean(x, w, 1);
    assertThat(lowest).isBetween(Arrays.stream(x).min().getAsDouble() - 1e-12, all);
    assertThat(Inequality.lowestMean(x, w, 0.5)).isBetween(lowest, all);
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

  @Test
  void tellsNothingFromAnInfinity() {
    double[] ones = Inequality.equalWeights(3);
    double[] infinite = {1, 2, Double.POSITIVE_INFINITY};
    assertThat(Inequality.theilT(infinite, ones)).isNaN();
    assertThat(Inequality.theilL(infinite, ones)).isNaN();
    assertThat(Inequality.gini(infinite, ones)).isNaN();
    assertThat(Inequality.atkinson(infinite, ones, 0.5)).isNaN();
    assertThat(Inequality.palma(infinite, ones)).isNaN();
    assertThat(Inequality.theilT(new double[] {1, 2, 3}, infinite)).isNaN();
    assertThat(Inequality.theilParts(infinite, ones, new int[3]).within()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-300, 1, 1e307})
  void doesNotDependOnTheUnitHoweverLarge(double unit) {
    // Two values, 1 and 3 of mean 2: T = (ln(1/2) / 2 + 3/2 ln(3/2)) / 2, Gini 1/4.
    double[] values = {unit, 3 * unit};
    double[] weights = {unit, unit};
    double expected = (Math.log(0.5) / 2 + 1.5 * Math.log(1.5)) / 2;
    assertThat(Inequality.theilT(values, weights)).isCloseTo(expected, within(1e-3 * expected));
    assertThat(Inequality.gini(values, weights)).isCloseTo(0.25, within(1e-3));
    assertThat(Inequality.lowestMean(values, weights, 0.5)).isEqualTo(unit);
  }

  @Test
  void takesAversionsCloseToOneAndFarFromIt() {
    // mpmath, 60 digits, of 1, 2, 3 and 6.
    double[] values = {1, 2, 3, 6};
    double[] ones = Inequality.equalWeights(4);
    assertThat(Inequality.atkinson(values, ones, 1 + 1e-12))
        .isCloseTo(0.1835034190724462, within(1e-14));
    assertThat(Inequality.atkinson(values, ones, 2)).isCloseTo(1 / 3.0, within(1e-14));
    assertThat(Inequality.atkinson(values, ones, 1e6)).isCloseTo(0.6666662045677639, within(1e-13));
    // The limit: the distance of the lowest from the mean.
    assertThat(Inequality.atkinson(values, ones, 1e300)).isCloseTo(2 / 3.0, within(1e-14));
  }
}
