package org.cityeval.numeric.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

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

  @Test
  void thereAreAsManyAsVariablesAtMost() {
    assertThatIllegalArgumentException().isThrownBy(() -> PrincipalComponents.of(CROSS, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrincipalComponents.of(new double[0][], 1));
  }
}
