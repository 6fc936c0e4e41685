package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.numeric.timeseries.UnchangedRuns.Run;
import org.junit.jupiter.api.Test;

class UnchangedRunsTest {
  @Test
  void findsEveryStretchToItsEnds() {
    double[] values = {7, 7, 7, 7, 2, 5, 5, 1, 0, 0, 0};
    assertThat(UnchangedRuns.of(values)).containsExactly(new Run(0, 3), new Run(8, 10));
  }

  @Test
  void twoEqualValuesAreNone() {
    assertThat(UnchangedRuns.of(new double[] {1, 1, 2, 2, 3, 3})).isEmpty();
  }

  @Test
  void whatWasNotObservedEqualsNothing() {
    assertThat(UnchangedRuns.of(new double[] {Double.NaN, Double.NaN, Double.NaN})).isEmpty();
    assertThat(UnchangedRuns.of(new double[0])).isEmpty();
  }
}
