package org.cityeval.numeric.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  /** By hand: 3 steps either way along (4, 3) / 5, and 1 step along (-3, 4) / 5. */
  private static final double[][] CROSS = {
    {2 + 2.4, 7 + 1.8}, {2 - 2.4, 7 - 1.8}, {2 - 0.6, 7 + 0.8}, {2 + 0.6, 7 - 0.8}
  };

  @Test
  void directionsAreThoseOfTheLargestSpread() {
    PrincipalComponents components = PrincipalComponents.of(CROSS, 2);
    assertThat(components.loadings()[0]).containsExactly(new double[] {0.8, 0.6}, ROUNDING);
    assertThat(components.loadings()[1]).containsExactly(new double[] {-0.6, 0.8}, ROUNDING);
    // Squares 9 and 1.
    assertThat(components.shares()).containsExactly(new double[] {0.9, 0.1}, ROUNDING);
    assertThat(components.place(0, new double[] {5, 10})).isCloseTo(10, ROUNDING);
  }

  @Test
  void fewerComponentsHaveTheSameShares() {
    PrincipalComponents components = PrincipalComponents.of(CROSS, 1);
    assertThat(components.loadings()).hasDimensions(1, 2);
    assertThat(components.shares()).containsExactly(new double[] {0.9}, ROUNDING);
  }

  @Test
  void unitsThatDoNotDifferHaveNoVarianceToShare() {
    assertThat(PrincipalComponents.of(new double[][] {{1, 2}, {1, 2}}, 2).shares())
        .containsExactly(0, 0);
    assertThat(PrincipalComponents.of(new double[][] {{1, 2}}, 2).shares()).containsExactly(0, 0);
  }

  /** Of two standardised variables both loadings are the root of a half: the first is positive. */
  @Test
  void roundingDoesNotTurnADirection() {
    SplittableRandom random = new SplittableRandom(4);
    for (int table = 0; table < 500; table++) {
      double[] first = standardised(random.doubles(7).toArray());
      double[] second = standardised(random.doubles(7).toArray());
      double[][] units =
          IntStream.range(0, 7)
              .mapToObj(i -> new double[] {first[i], second[i]})
              .toArray(double[][]::new);
      for (double[] loadings : PrincipalComponents.of(units, 2).loadings()) {
        assertThat(loadings[0]).isCloseTo(Math.sqrt(0.5), within(1e-9));
      }
    }
  }

  private static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Arrays.stream(values).map(v -> (v - mean) / Math.sqrt(squares)).toArray();
  }

  @Test
  void thereAreAsManyAsVariablesAtMost() {
    assertThatIllegalArgumentException().isThrownBy(() -> PrincipalComponents.of(CROSS, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrincipalComponents.of(new double[0][], 1));
  }
}
