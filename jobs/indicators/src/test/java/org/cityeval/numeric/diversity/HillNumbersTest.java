package org.cityeval.numeric.diversity;

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
import org.junit.jupiter.params.provider.ValueSource;

class HillNumbersTest {
  private static final long[] DRAWN = {4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1};
  private static final double[] COUNTS = Arrays.stream(DRAWN).asDoubleStream().toArray();

  @Test
  void equalsTheFormulasInNumpy() {
    assertThat(HillNumbers.entropy(COUNTS)).isCloseTo(1.9683824087283812, within(1e-14));
    assertThat(HillNumbers.number(COUNTS, 0)).isEqualTo(8);
    assertThat(HillNumbers.number(COUNTS, 0.5)).isCloseTo(7.547012441734582, within(1e-13));
    assertThat(HillNumbers.number(COUNTS, 1))
        .isCloseTo(Math.exp(1.9683824087283812), within(1e-13));
    assertThat(HillNumbers.number(COUNTS, 2)).isCloseTo(6.563636363636364, within(1e-13));
  }

  @Test
  void agreesWithTheConcentrationMeasuresOfIneq() {
    JsonNode expected = ReferenceData.json("inequality_reference.json").get("toy10");
    JsonNode stats = expected.get("stats");
    double second = HillNumbers.number(ReferenceData.array(expected.get("x")), 2);
    assertThat(1 / second).isCloseTo(stats.get("Herf").asDouble(), within(1e-12));
    // The squared coefficient of variation is n / D - 1, and GE(2) half of it.
    assertThat(10 / second - 1).isCloseTo(stats.get("SqCV").asDouble(), within(1e-11));
    assertThat(Math.sqrt(10 / second - 1)).isCloseTo(stats.get("CV").asDouble(), within(1e-11));
    assertThat((10 / second - 1) / 2).isCloseTo(stats.get("GE2").asDouble(), within(1e-11));
  }

  @Test
  void adjustsTheEntropyForWhatWasNotSeen() {
    // numpy by Chao and Shen's formula: 2 of 19 draws are of a kind seen once.
    assertThat(HillNumbers.entropyOfWhole(DRAWN)).isCloseTo(2.201137101279585, within(1e-14));
    assertThat(HillNumbers.entropyOfWhole(new long[] {7})).isZero();
  }

  @Test
  void adjustsHardlyWhereAllWasSeenOften() {
    assertThat(HillNumbers.entropyOfWhole(new long[] {500, 500, 500, 500}))
        .isCloseTo(Math.log(4), within(1e-12));
  }

  @Test
  void knowsNothingOfTheWholeWhereEveryDrawWasOfAnotherKind() {
    assertThat(HillNumbers.entropyOfWhole(new long[] {1, 1, 1})).isNaN();
    assertThat(HillNumbers.entropyOfWhole(new long[] {0, 0})).isNaN();
    assertThat(HillNumbers.entropyOfWhole(new long[0])).isNaN();
    assertThat(HillNumbers.entropyOfWhole(new long[] {5, -1})).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 3})
  void isTheNumberOfKindsWhereAllAreEqual(double order) {
    assertThat(HillNumbers.number(new double[] {3, 3, 3, 0, Double.NaN}, order))
        .isCloseTo(3, within(1e-14));
    assertThat(HillNumbers.number(new double[] {0.2}, order)).isCloseTo(1, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2})
  void isUndefinedForNegativeCountsAndForNothing(double order) {
    for (double[] counts : new double[][] {{}, {0, 0}, {Double.NaN}, {-1, 3}}) {
      assertThat(HillNumbers.number(counts, order)).isNaN();
      assertThat(HillNumbers.entropy(counts)).isNaN();
    }
  }

  @Test
  void refusesANegativeOrder() {
    for (double order : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> HillNumbers.number(COUNTS, order));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fallsWithTheOrderAndDoublesWithTheKinds(long seed) {
    double[] counts = new SplittableRandom(seed).doubles(9, 0.1, 20).toArray();
    double[] twice = new double[18];
    Arrays.setAll(twice, i -> counts[i % 9]);
    double before = 9 + 1e-12;
    for (double order : new double[] {0, 0.5, 1 - 1e-6, 1, 1 + 1e-6, 2, 5}) {
      double number = HillNumbers.number(counts, order);
      assertThat(number).isBetween(1.0, before + 1e-8);
      before = number;
      assertThat(HillNumbers.number(twice, order)).isCloseTo(2 * number, within(1e-6));
      assertThat(HillNumbers.number(Arrays.stream(counts).map(c -> 4 * c).toArray(), order))
          .isCloseTo(number, within(1e-6));
    }
    assertThat(HillNumbers.number(counts, 1 + 1e-6))
        .isCloseTo(HillNumbers.number(counts, 1), within(1e-4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsTheWholeAtLeastAsDiverseAsTheSample(long seed) {
    long[] counts = new SplittableRandom(seed).longs(12, 0, 8).toArray();
    counts[0] = 5;
    assertThat(HillNumbers.entropyOfWhole(counts))
        .isGreaterThanOrEqualTo(
            HillNumbers.entropy(Arrays.stream(counts).asDoubleStream().toArray()));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void isRightForOrdersCloseToOneAndFarFromIt() {
    // mpmath, 60 digits: (sum of p^q)^(1 / (1 - q)) of shares .5, .3 and .2.
    double[] shares = {5, 3, 2};
    assertThat(HillNumbers.number(shares, 1 + 1e-12))
        .isCloseTo(2.800094072853645, within(1e-14 * 3));
    assertThat(HillNumbers.number(shares, 1 - 1e-12))
        .isCloseTo(2.8000940728540176, within(1e-14 * 3));
    assertThat(HillNumbers.number(shares, 0.5)).isCloseTo(2.896950149831795, within(1e-14));
    assertThat(HillNumbers.number(shares, 1.3)).isCloseTo(2.745756343123906, within(1e-14));
    assertThat(HillNumbers.number(shares, 1000)).isCloseTo(2.0013881635698874, within(1e-13));
    // The limit: one over the largest share.
    assertThat(HillNumbers.number(shares, 1e300)).isCloseTo(2, within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-300, 1e307})
  void countsInAnyUnit(double unit) {
    double[] alike = {unit, unit, unit, unit};
    for (double order : new double[] {0, 0.5, 1, 2, 1000}) {
      assertThat(HillNumbers.number(alike, order)).isCloseTo(4, within(1e-12));
    }
    assertThat(HillNumbers.number(new double[] {1, Double.POSITIVE_INFINITY}, 2)).isNaN();
  }
}
