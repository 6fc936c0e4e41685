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
  void aSumHasTheDegreesOfFreedomOfSatterthwaite() {
    // Equal variances add their degrees of freedom; (4 + 1)^2 / (16/3 + 1/6) = 50/11.
    assertThat(StudentT.ofSum(new double[] {2, 2, 2}, new double[] {3, 3, 3}))
        .isCloseTo(9, within(1e-12));
    assertThat(StudentT.ofSum(new double[] {4, 1}, new double[] {3, 6}))
        .isCloseTo(50.0 / 11, within(1e-12));
    // A known variance has none to lose: (1 + 1)^2 / (1/5).
    assertThat(StudentT.ofSum(new double[] {1, 1}, new double[] {5, Double.POSITIVE_INFINITY}))
        .isCloseTo(20, within(1e-12));
    assertThat(StudentT.ofSum(new double[] {0, 0}, new double[] {5, 5})).isInfinite();
    assertThat(StudentT.ofSum(new double[] {1e-300, 1e-300}, new double[] {5, 5}))
        .isCloseTo(10, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    // Chi-square from printed tables, 5 % and 95 %.
    "1, 0.00393, 3.841",
    "3, 0.352, 7.815",
    "10, 3.940, 18.307"
  })
  void varianceRatiosAreChiSquareOverTheirDegrees(double degrees, double low, double high) {
    StudentT t = new StudentT(degrees);
    SplittableRandom random = new SplittableRandom(9);
    double[] ratios =
        DoubleStream.generate(() -> t.varianceRatio(random)).limit(DRAWS).sorted().toArray();
    double chance = 4 * Math.sqrt(0.05 * 0.95 / DRAWS);

    assertThat(DoubleStream.of(ratios).filter(r -> r * degrees <= low).count() / (double) DRAWS)
        .isCloseTo(0.05, within(chance));
    assertThat(DoubleStream.of(ratios).filter(r -> r * degrees > high).count() / (double) DRAWS)
        .isCloseTo(0.05, within(chance));
    assertThat(new StudentT(Double.POSITIVE_INFINITY).varianceRatio(random)).isEqualTo(1);
  }

  @Test
  void degreesOfFreedomAreOneHundredthOrMore() {
    for (double none : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> new StudentT(none))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("degreesOfFreedom");
    }
  }
}
