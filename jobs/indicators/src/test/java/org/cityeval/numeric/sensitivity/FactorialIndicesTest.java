package org.cityeval.numeric.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cityeval.numeric.sensitivity.FactorialIndices.Indices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactorialIndicesTest {
  @Test
  void equalsTheSumOfAllEffectsInFractions() {
    // Python's fractions: first order from conditional means, total from the variances of all 15
    // effects (by inclusion and exclusion of conditional means) that hold the factor.
    double[] cells = {
      59, 12, 74, 25, 68, 74, 63, 47, -17, 39, 79, 11, 63, -14, 0, -6, 27, 40, 11, 28, 49, -7, 53,
      11
    };
    Indices indices = FactorialIndices.of(new int[] {2, 3, 4, 1}, cells);
    assertThat(indices.mean()).isCloseTo(32.875, within(1e-13));
    assertThat(indices.variance()).isCloseTo(877.1927083333334, within(1e-11));
    assertThat(indices.firstOrder())
        .containsExactly(
            new double[] {0.1540603606438627, 0.08045315014160942, 0.15012181774640138, 0},
            within(1e-14));
    assertThat(indices.total())
        .containsExactly(
            new double[] {0.4792513997660624, 0.5515701723656788, 0.6970033428135446, 0},
            within(1e-14));
  }

  @Test
  void anAdditiveResultHasNoInteractions() {
    // Variances of {0, 1}, {0, 10, 20} and {0, 1, 2, 3}: 1/4, 200/3 and 5/4.
    Indices indices = of(new int[] {2, 3, 4}, at -> at[0] + 10 * at[1] + at[2]);
    double variance = 1 / 4.0 + 200 / 3.0 + 5 / 4.0;
    double[] expected = {1 / 4.0 / variance, 200 / 3.0 / variance, 5 / 4.0 / variance};
    assertThat(indices.variance()).isCloseTo(variance, within(1e-12));
    assertThat(indices.firstOrder()).containsExactly(expected, within(1e-14));
    assertThat(indices.total()).containsExactly(expected, within(1e-14));
  }

  @Test
  void aPureInteractionHasNoFirstOrder() {
    Indices indices = of(new int[] {2, 2, 3}, at -> at[0] == at[1] ? 1 : -1);
    assertThat(indices.firstOrder()).containsExactly(0, 0, 0);
    assertThat(indices.total()).containsExactly(1, 1, 0);
  }

  @Test
  void equalCellsHaveNoVarianceToShare() {
    double[] cells = new double[12];
    Arrays.fill(cells, 0.1);
    Indices equal = FactorialIndices.of(new int[] {3, 4}, cells);
    assertThat(equal.mean()).isEqualTo(0.1);
    assertThat(equal.variance()).isZero();
    assertThat(equal.firstOrder()).containsExactly(0, 0);
    assertThat(equal.total()).containsExactly(0, 0);
    // 0.1 + 0.2 is not 0.3.
    cells[5] = 0.1 + 0.2 - 0.2;
    assertThat(FactorialIndices.of(new int[] {3, 4}, cells).total()).containsExactly(0, 0);
  }

  @Test
  void takesOneFiniteCellPerCombination() {
    assertThatThrownBy(() -> FactorialIndices.of(new int[] {2, 3}, new double[5]))
        .hasMessage("5 cells for factors of [2, 3] levels");
    assertThatThrownBy(() -> FactorialIndices.of(new int[] {2, 0}, new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FactorialIndices.of(new int[] {2}, new double[] {1, Double.NaN}))
        .hasMessageContaining("cells are finite");
    assertThat(FactorialIndices.of(new int[0], new double[] {7}).mean()).isEqualTo(7);
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void obeysTheLawsOfTheDecomposition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] levels = random.ints(1 + random.nextInt(5), 1, 5).toArray();
    double[] cells =
        random.doubles(Arrays.stream(levels).reduce(1, (a, b) -> a * b)).map(u -> u * u).toArray();
    Indices indices = FactorialIndices.of(levels, cells);
    // A shift and a scale change nothing.
    Indices moved = FactorialIndices.of(levels, Arrays.stream(cells).map(c -> 9 - 3 * c).toArray());
    for (int factor = 0; factor < levels.length; factor++) {
      double first = indices.firstOrder()[factor];
      double total = indices.total()[factor];
      assertThat(first).isBetween(0.0, total + 1e-12);
      assertThat(total).isBetween(first - 1e-12, 1.0);
      assertThat(moved.firstOrder()[factor]).isCloseTo(first, within(1e-10));
      assertThat(moved.total()[factor]).isCloseTo(total, within(1e-10));
    }
    if (indices.variance() > 0) {
      assertThat(Arrays.stream(indices.firstOrder()).sum()).isLessThan(1 + 1e-10);
      assertThat(Arrays.stream(indices.total()).sum()).isGreaterThan(1 - 1e-10);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfFactorsDoesNotMatter(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[3][];
    Arrays.setAll(values, row -> random.doubles(2).toArray());
    Indices indices = of(new int[] {3, 2}, at -> values[at[0]][at[1]]);
    Indices turned = of(new int[] {2, 3}, at -> values[at[1]][at[0]]);
    for (int factor = 0; factor < 2; factor++) {
      assertThat(turned.firstOrder()[1 - factor])
          .isCloseTo(indices.firstOrder()[factor], within(1e-12));
      assertThat(turned.total()[1 - factor]).isCloseTo(indices.total()[factor], within(1e-12));
    }
  }

  private static Indices of(int[] levels, ToDoubleFunction<int[]> result) {
    int cells = Arrays.stream(levels).reduce(1, (a, b) -> a * b);
    return FactorialIndices.of(
        levels,
        IntStream.range(0, cells).mapToDouble(i -> result.applyAsDouble(at(i, levels))).toArray());
  }

  private static int[] at(int cell, int[] levels) {
    int[] at = new int[levels.length];
    int rest = cell;
    for (int factor = levels.length - 1; factor >= 0; factor--) {
      at[factor] = rest % levels[factor];
      rest /= levels[factor];
    }
    return at;
  }
}
