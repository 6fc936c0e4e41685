package org.cityeval.numeric.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.cityeval.numeric.ReferenceData;
import org.cityeval.numeric.classification.WeightedKappa.Weighting;
import org.cityeval.numeric.statistics.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WeightedKappaTest {
  private static final JsonNode EXPECTED =
      ReferenceData.json("extra_reference.json").get("kappa_sexualfun");
  private static final long[][] SEXUAL_FUN = {
    {7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}
  };

  @ParameterizedTest
  @CsvSource({"UNWEIGHTED, kappa", "LINEAR, kappa_linear", "QUADRATIC, kappa_quadratic"})
  void equalsVcd(Weighting weighting, String name) {
    assertThat(WeightedKappa.of(SEXUAL_FUN, weighting).kappa())
        .isCloseTo(EXPECTED.get(name).asDouble(), within(1e-12));
  }

  @Test
  void hasTheLargeSampleError() {
    // vcd for the quadratic weights; numpy by the published formula for the others.
    assertThat(WeightedKappa.of(SEXUAL_FUN, Weighting.QUADRATIC).standardError())
        .isCloseTo(EXPECTED.get("ase_quadratic").asDouble(), within(1e-12));
    assertThat(WeightedKappa.of(SEXUAL_FUN, Weighting.LINEAR).standardError())
        .isCloseTo(0.07831633477837285, within(1e-14));
    assertThat(WeightedKappa.of(SEXUAL_FUN, Weighting.UNWEIGHTED).standardError())
        .isCloseTo(0.06859853248070859, within(1e-14));
  }

  @Test
  void hasANormalIntervalWithinTheScale() {
    Bounds bounds = WeightedKappa.of(SEXUAL_FUN, Weighting.QUADRATIC).interval(0.95);
    // 0.33204559 -+ 1.95996398 x 0.09729752
    assertThat(bounds.low()).isCloseTo(0.141345956, within(1e-7));
    assertThat(bounds.high()).isCloseTo(0.522745224, within(1e-7));
    long[][] few = {{2, 1}, {0, 2}};
    assertThat(WeightedKappa.of(few, Weighting.LINEAR).interval(0.95).high()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Weighting.class)
  void isOneForFullAgreementAndZeroForIndependence(Weighting weighting) {
    WeightedKappa agreed =
        WeightedKappa.of(new long[][] {{3, 0, 0}, {0, 5, 0}, {0, 0, 2}}, weighting);
    assertThat(agreed.kappa()).isCloseTo(1, within(1e-15));
    assertThat(agreed.standardError()).isCloseTo(0, within(1e-7));
    // Every cell the product of its margins.
    long[][] independent = {{2, 4, 6}, {1, 2, 3}, {3, 6, 9}};
    assertThat(WeightedKappa.of(independent, weighting).kappa()).isCloseTo(0, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource(Weighting.class)
  void isUndefinedWithoutCasesAndForASingleGrade(Weighting weighting) {
    assertThat(WeightedKappa.of(new long[5][5], weighting).kappa()).isNaN();
    assertThat(WeightedKappa.of(new long[][] {{0, 0}, {0, 9}}, weighting).kappa()).isNaN();
    assertThat(WeightedKappa.of(new long[][] {{4}}, weighting).kappa()).isNaN();
    assertThat(WeightedKappa.of(new long[5][5], weighting).interval(0.95).isFinite()).isFalse();
  }

  @Test
  void countsPairsOfGradesThatAreBothKnown() {
    double[] first = {1, 3, 3, Double.NaN, 2};
    double[] second = {1, 2, 3, 3, Double.NaN};
    assertThat(WeightedKappa.table(first, second, 3))
        .isDeepEqualTo(new long[][] {{1, 0, 0}, {0, 0, 0}, {0, 1, 1}});
  }

  @Test
  void refusesAGradeOffTheScale() {
    for (double grade : new double[] {0, 4, 1.5}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WeightedKappa.table(new double[] {grade}, new double[] {1}, 3));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void dependsNeitherOnWhoIsFirstNorOnTheDirectionOfTheScale(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] table = new long[4][4];
    long[][] swapped = new long[4][4];
    long[][] reversed = new long[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        table[i][j] = random.nextInt(20);
        swapped[j][i] = table[i][j];
        reversed[3 - i][3 - j] = table[i][j];
      }
    }
    for (Weighting weighting : Weighting.values()) {
      WeightedKappa kappa = WeightedKappa.of(table, weighting);
      for (long[][] same : new long[][][] {swapped, reversed}) {
        WeightedKappa other = WeightedKappa.of(same, weighting);
        assertThat(other.kappa()).isCloseTo(kappa.kappa(), within(1e-13));
        assertThat(other.standardError()).isCloseTo(kappa.standardError(), within(1e-13));
      }
      assertThat(kappa.kappa()).isBetween(-1.0, 1.0);
    }
    // With two grades all weightings are the same.
    long[][] two = {{table[0][0], table[0][1]}, {table[1][0], table[1][1] + 1}};
    double unweighted = WeightedKappa.of(two, Weighting.UNWEIGHTED).kappa();
    assertThat(WeightedKappa.of(two, Weighting.QUADRATIC).kappa()).isEqualTo(unweighted);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @Test
  void refusesWhatIsNoTableOfCounts() {
    long[][] ragged = {{1, 2}, {3}};
    long[][] negative = {{1, 2}, {-3, 4}};
    long[][] wide = {{1, 2, 3}, {4, 5, 6}};
    for (long[][] table : new long[][][] {ragged, negative, wide}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WeightedKappa.of(table, Weighting.LINEAR))
          .withMessageContaining("table");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.table(new double[2], new double[3], 5))
        .withMessageContaining("second");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.table(new double[0], new double[0], Integer.MAX_VALUE))
        .withMessageContaining("grades");
  }
}
