package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AggregationTest {
  private static final double[] SCORES = {2, 3, 4};
  private static final double[] WEIGHTS = {1, 2, 1};

  @Test
  void geometricMeanIsCoinrs() {
    // COINr 1.1.14: a_gmean(c(2, 3, 4), c(1, 2, 1)).
    assertThat(Aggregation.GEOMETRIC.of(SCORES, WEIGHTS)).isCloseTo(2.912951, within(1e-6));
  }

  @Test
  void arithmeticMeanWeighs() {
    assertThat(Aggregation.ARITHMETIC.of(new double[] {10, 20}, new double[] {3, 1}))
        .isEqualTo(12.5);
  }

  @Test
  void theGeometricMeanIsNeverTheLarger() {
    assertThat(Aggregation.GEOMETRIC.of(SCORES, WEIGHTS))
        .isLessThan(Aggregation.ARITHMETIC.of(SCORES, WEIGHTS));
  }

  @Test
  void whatHasNoWeightMayBeMissing() {
    assertThat(Aggregation.ARITHMETIC.of(new double[] {Double.NaN, 5}, new double[] {0, 1}))
        .isEqualTo(5);
  }

  @Test
  void refusesWhatHasNoMean() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.GEOMETRIC.of(new double[] {0, 5}, new double[] {1, 1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.ARITHMETIC.of(new double[] {Double.NaN}, new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.ARITHMETIC.of(new double[] {5}, new double[] {0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.ARITHMETIC.of(new double[] {5}, new double[] {-1}));
  }
}
