package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.numeric.composite.Normalisation.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalisationTest {
  /** Of COINr's n_rank and n_zscore examples. */
  private static final double[] VALUES = {1, 5, 10, 3, 8, Double.NaN, 2};

  @Test
  void ranksAreEvenlySpaced() {
    // COINr 1.1.14, n_rank: 1, 4, 6, 3, 5, NA, 2.
    double[] ranks = {1, 4, 6, 3, 5, Double.NaN, 2};
    Normalisation scale = Normalisation.fit(Method.RANK, VALUES, true, Double.NaN);
    for (int i = 0; i < VALUES.length; i++) {
      if (!Double.isNaN(VALUES[i])) {
        assertThat(scale.score(VALUES[i])).isCloseTo(1 + 99 * (ranks[i] - 1) / 5, within(1e-12));
      }
    }
    assertThat(scale.score(9)).as("between two ranks").isCloseTo(1 + 99 * 4.5 / 5, within(1e-12));
  }

  @Test
  void tiesShareTheMeanOfTheirRanks() {
    Normalisation scale =
        Normalisation.fit(Method.RANK, new double[] {4, 7, 7, 9}, true, Double.NaN);
    assertThat(scale.score(7)).isCloseTo(50.5, within(1e-12));
  }

  @Test
  void deviationsAreThoseOfTheSample() {
    // COINr 1.1.14, n_zscore: -1.081351, .04701524, 1.457473.
    Normalisation scale = Normalisation.fit(Method.Z_SCORE, VALUES, true, Double.NaN);
    double perDeviation = 99 / 6.0;
    assertThat((scale.score(1) - 50.5) / perDeviation).isCloseTo(-1.081351, within(1e-6));
    assertThat((scale.score(5) - 50.5) / perDeviation).isCloseTo(0.04701524, within(1e-8));
    assertThat((scale.score(10) - 50.5) / perDeviation).isCloseTo(1.457473, within(1e-6));
  }

  @Test
  void aTargetEarnsAllAndNobodyMore() {
    double[] days = {10, 20, 50, 80};
    Normalisation scale = Normalisation.fit(Method.DISTANCE_TO_TARGET, days, false, 20);
    assertThat(scale.score(10)).isEqualTo(100);
    assertThat(scale.score(20)).isEqualTo(100);
    assertThat(scale.score(50)).isEqualTo(50.5);
    assertThat(scale.score(80)).isEqualTo(1);
    assertThat(scale.worst()).isEqualTo(80);
    assertThat(scale.best()).isEqualTo(20);
  }

  @Test
  void aTargetNobodyReachesIsStillTheEnd() {
    Normalisation scale =
        Normalisation.fit(Method.DISTANCE_TO_TARGET, new double[] {0, 0.5}, true, 1);
    assertThat(scale.score(0.5)).isEqualTo(50.5);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void whoAreEqualHaveTheMiddleUnlessTheyAreAtTheTarget(Method method) {
    Normalisation scale = Normalisation.fit(method, new double[] {3, 3, 3}, true, 3);
    assertThat(scale.score(3)).isEqualTo(method == Method.DISTANCE_TO_TARGET ? 100 : 50.5);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void scoresFollowValuesStayOnTheScaleAndCanBeRedone(Method method) {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 50; trial++) {
      double[] values = random.doubles(30, -4, 9).map(v -> Math.rint(v * 4) / 4).toArray();
      for (boolean higher : new boolean[] {true, false}) {
        Normalisation fitted = Normalisation.fit(method, values, higher, higher ? 8 : -3);
        Normalisation stored = new Normalisation(method, fitted.at(), fitted.scores());
        double last = higher ? 0 : 101;
        for (double value : Arrays.stream(values).sorted().toArray()) {
          double score = fitted.score(value);
          assertThat(score).isBetween(1.0, 100.0).isEqualTo(stored.score(value));
          assertThat(higher ? score >= last : score <= last).isTrue();
          last = score;
        }
      }
    }
  }

  @Test
  void withoutAValueThereIsNoScale() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Normalisation.fit(Method.MIN_MAX, new double[] {Double.NaN}, true, Double.NaN));
  }
}
