package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {
  @Test
  void interpolatesBetweenOrderStatistics() {
    double[] values = {40, 10, 30, 20};
    // Position 1 + 3 x 0.25 = 1.75: 10 + 0.75 x 10.
    assertThat(Quantiles.of(values, 0.25)).isEqualTo(17.5);
    assertThat(Quantiles.of(values, 0.9)).isCloseTo(37, within(1e-12));
    assertThat(Quantiles.of(values, 0)).isEqualTo(10);
    assertThat(Quantiles.of(values, 1)).isEqualTo(40);
    assertThat(Quantiles.median(values)).isEqualTo(25);
  }

  @Test
  void passesOverMissingValues() {
    assertThat(Quantiles.median(new double[] {Double.NaN, 3, Double.NaN, 1, 2})).isEqualTo(2);
    assertThat(Quantiles.median(new double[] {Double.NaN})).isNaN();
    assertThat(Quantiles.median(new double[0])).isNaN();
    assertThat(Quantiles.of(new double[] {7}, 0.3)).isEqualTo(7);
  }

  /** Up to three quantiles select, four sort. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9})
  void isReadFromTheSortedValuesHoweverManyAreAskedFor(int count) {
    SplittableRandom random = new SplittableRandom(count);
    for (int run = 0; run < 300; run++) {
      double[] values = new double[1 + random.nextInt(run % 2 == 0 ? 12 : 1500)];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            run % 3 == 0 ? random.nextGaussian() : (random.nextInt(5) - 2) * random.nextDouble();
      }
      double[] sorted = values.clone();
      // Puts -0.0 before 0.0.
      Arrays.sort(sorted);
      double[] p = random.doubles(count).toArray();
      p[0] = random.nextInt(3) / 2.0;
      double[] expected = new double[count];
      for (int i = 0; i < count; i++) {
        double position = (values.length - 1) * p[i];
        int below = (int) Math.floor(position);
        expected[i] =
            position == below
                ? sorted[below]
                : sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
      }
      assertThat(Quantiles.of(values, p)).isEqualTo(expected);
    }
  }

  @Test
  void refusesAShareOutsideZeroToOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.of(new double[] {1}, 1.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.of(new double[] {1}, Double.NaN));
  }
}
