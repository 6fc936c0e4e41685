package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HilbertTest {
  @Test
  void equalsScipyForOddAndForEvenLength() {
    // scipy.signal.hilbert(x).imag
    assertThat(new Hilbert(7).transform(new double[] {3, 1, 4, 1, 5, 9, 2}))
        .containsExactly(
            new double[] {
              0.99846493, 0.02185435, -1.11636759, 0.10361015, -5.50305144, 2.55269844, 2.94279116
            },
            within(5e-9));
    assertThat(new Hilbert(8).transform(new double[] {3, 1, 4, 1, 5, 9, 2, 6}))
        .containsExactly(
            new double[] {
              3.84619408, -0.91421356, -0.31066017, -0.5, -5.34619408, 1.91421356, 1.81066017, -0.5
            },
            within(5e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 63})
  void turnsACosineIntoASine(int days) {
    double[] cosine = new double[days];
    double[] sine = new double[days];
    Arrays.setAll(cosine, day -> Math.cos(2 * Math.PI * 3 * day / days));
    Arrays.setAll(sine, day -> Math.sin(2 * Math.PI * 3 * day / days));
    assertThat(new Hilbert(days).transform(cosine)).containsExactly(sine, within(1e-13));
  }

  @Test
  void findsNothingToTurnInAConstant() {
    assertThat(new Hilbert(5).transform(new double[] {4, 4, 4, 4, 4}))
        .containsExactly(new double[5], within(1e-15));
    assertThat(new Hilbert(1).transform(new double[] {4})).containsExactly(0);
  }
}
