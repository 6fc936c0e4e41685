package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  private static final int DRAWS = 200_000;

  /** Quantiles from printed tables of the t distribution. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.975, 12.706",
    "2, 0.975, 4.303",
    "3, 0.9, 1.638",
    "3, 0.995, 5.841",
    "7, 0.975, 2.365",
    "30, 0.995, 2.750",
    "Infinity, 0.975, 1.960",
    "Infinity, 0.95, 1.645"
  })
  void drawsAndQuantilesAreThoseOfTheTables(double degreesOfFreedom, double p, double quantile) {
    StudentT t = new StudentT(degreesOfFreedom);
    SplittableRandom random = new SplittableRandom(5);
    long below =
        DoubleStream.generate(() -> t.draw(random)).limit(DRAWS).filter(d -> d <= quantile).count();

    assertThat(t.quantile(p)).isCloseTo(quantile, within(5e-4));
    assertThat(t.quantile(1 - p)).isCloseTo(-quantile, within(5e-4));
    // Four standard errors of a share of so many draws.
    assertThat((double) below / DRAWS).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / DRAWS)));
  }

  @Test
  void degreesOfFreedomAreAboveZero() {
    for (double none : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> new StudentT(none))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("degrees of freedom");
    }
  }
}
