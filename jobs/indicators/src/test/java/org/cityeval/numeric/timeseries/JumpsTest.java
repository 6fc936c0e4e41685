package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JumpsTest {
  @Test
  void measuresAChangeByTheMedianDeviationOfAllChanges() {
    // Changes 1, 3, 1, 20, 2: median 2; distances 1, 1, 1, 18, 0: median 1. 18 / 1.4826 = 12.1408.
    assertThat(Jumps.robustZ(new double[] {0, 1, 4, 5, 25, 27}))
        .containsExactly(new double[] {0, 0.6745, 0.6745, 0.6745, 12.1408, 0}, within(1e-4));
  }

  @Test
  void measuresByTheMeanWhereMostChangesAreTheSame() {
    // Changes 0, 0, 0, 0, 10: median and median distance 0; mean distance 2. 10 / (1.2533 * 2).
    assertThat(Jumps.robustZ(new double[] {5, 5, 5, 5, 5, 15}))
        .containsExactly(new double[] {0, 0, 0, 0, 0, 3.9895}, within(1e-4));
  }

  @Test
  void aSeriesThatChangesAlwaysTheSameHasNoJump() {
    assertThat(Jumps.robustZ(new double[] {1, 2, 3, 4})).containsExactly(0, 0, 0, 0);
    assertThat(Jumps.robustZ(new double[] {3})).containsExactly(0);
  }

  @Test
  void aFactorCountsBothWaysAndTakesSmallNumbersAsOne() {
    assertThat(Jumps.factors(new double[] {10, 40, 8, 0, 0.5})).containsExactly(1, 4, 5, 8, 1);
  }
}
