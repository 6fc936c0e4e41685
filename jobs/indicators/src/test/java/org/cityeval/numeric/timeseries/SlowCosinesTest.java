package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlowCosinesTest {
  @Test
  void swingOnceOverThreeDays() {
    // By hand: 0.7 times the root of 2 times the cosines of 30, 90 and 150 degrees.
    double end = 0.7 * Math.sqrt(2) * Math.sqrt(3) / 2;

    assertThat(SlowCosines.of(3).swings()).hasNumberOfRows(2);
    assertThat(SlowCosines.of(3).swings()[0])
        .containsExactly(new double[] {end, 0, -end}, within(1e-15));
  }

  @Test
  void areThoseOfTheDaysWhateverWasAskedBefore() {
    // 3, 35 and 67 days have one place to be kept in, and 3,000 days none.
    for (int days : new int[] {3, 35, 67, 35, 3, 3_000, 3}) {
      double[][] swings = SlowCosines.of(days).swings();

      assertThat(swings[0]).hasSize(days);
      for (double[] swing : swings) {
        assertThat(Arrays.stream(swing).sum()).isCloseTo(0, within(1e-9 * days));
        assertThat(Arrays.stream(swing).map(s -> s * s).sum())
            .isCloseTo(0.49 * days, within(1e-9 * days));
      }
    }
    assertThat(SlowCosines.of(35)).isSameAs(SlowCosines.of(35));
  }
}
