package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cityeval.numeric.composite.Normalisation.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisationTest {
  /** The example of COINr's help pages. */
  private static final double[] VALUES = {1, 5, 10, 3, 8, Double.NaN, 2};

  @Test
  void putsTheWorstAtOneAndTheBestAtAHundred() {
    Normalisation higher = Normalisation.fit(Method.MIN_MAX, VALUES, true, Double.NaN);
    assertThat(higher.score(1)).isEqualTo(1);
    assertThat(higher.score(10)).isEqualTo(100);
    // 1 + 99 x 4 / 9
    assertThat(higher.score(5)).isCloseTo(45, within(1e-12));
    assertThat(higher.score(-7)).isEqualTo(1);
    assertThat(higher.score(11)).isEqualTo(100);
    assertThat(higher.score(Double.NaN)).isNaN();
    Normalisation lower = Normalisation.fit(Method.MIN_MAX, VALUES, false, Double.NaN);
    assertThat(lower.score(5)).isCloseTo(56, within(1e-12));
    assertThat(new double[] {lower.worst(), lower.best()}).containsExactly(10, 1);
  }

  @Test
  void readsZScoresFromThreeDeviationsBelowToThreeAbove() {
    Normalisation scale = Normalisation.fit(Method.Z_SCORE, VALUES, true, Double.NaN);
    // COINr 1.1.14, n_zscore: -1.081351, 0.04701524, 1.457473.
    assertThat((scale.score(1) - 1) / 99 * 6 - 3).isCloseTo(-1.081351, within(1e-6));
    assertThat((scale.score(5) - 1) / 99 * 6 - 3).isCloseTo(0.04701524, within(1e-8));
    assertThat((scale.score(10) - 1) / 99 * 6 - 3).isCloseTo(1.457473, within(1e-6));
    Normalisation lower = Normalisation.fit(Method.Z_SCORE, VALUES, false, Double.NaN);
    assertThat(lower.score(5)).isCloseTo(101 - scale.score(5), within(1e-12));
  }

  @Test
  void ranksWithTies() {
    Normalisation scale = Normalisation.fit(Method.RANK, VALUES, true, Double.NaN);
    // COINr 1.1.14, n_rank: 1, 4, 6, 3, 5, NA, 2.
    double[] ranks = {1, 4, 6, 3, 5, 0, 2};
    for (int i : new int[] {0, 1, 2, 3, 4, 6}) {
      double expected = 1 + 99 * (ranks[i] - 1) / 5;
      assertThat(scale.score(VALUES[i])).isEqualTo(expected);
    }
    // Half way between the values of rank 4 and rank 5.
    assertThat(scale.score(6.5)).isCloseTo(1 + 99 * 3.5 / 5, within(1e-12));

    double[] tied = {3, 3, 7, 9};
    Normalisation up = Normalisation.fit(Method.RANK, tied, true, Double.NaN);
    assertThat(up.scores()).containsExactly(1 + 99 * 0.5 / 3, 1 + 99 * 2.0 / 3, 100);
    Normalisation down = Normalisation.fit(Method.RANK, tied, false, Double.NaN);
    assertThat(down.at()).containsExactly(3, 7, 9);
    assertThat(down.scores()).containsExactly(1 + 99 * 2.5 / 3, 34, 1);
  }

  /** Of squares, so that knots are nowhere equally far apart. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 8, 9, 100, 1023, 1025})
  void findsTheRanksOnEitherSide(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> (double) i * i);
    Normalisation scale = Normalisation.fit(Method.RANK, values, true, Double.NaN);
    for (int i = 0; i < count; i++) {
      assertThat(scale.score(values[i])).isCloseTo(1 + 99.0 * i / (count - 1), within(1e-12));
      if (i > 0) {
        double quarter = values[i] - (values[i] - values[i - 1]) / 4;
        double expected = 1 + 99 * (i - 0.25) / (count - 1);
        assertThat(scale.score(quarter)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @Test
  void scoresAHundredFromTheTargetOn() {
    Normalisation higher = Normalisation.fit(Method.DISTANCE_TO_TARGET, VALUES, true, 6);
    assertThat(higher.score(1)).isEqualTo(1);
    assertThat(higher.score(3.5)).isCloseTo(50.5, within(1e-12));
    assertThat(higher.score(8)).isEqualTo(100);
    Normalisation lower = Normalisation.fit(Method.DISTANCE_TO_TARGET, VALUES, false, 0);
    assertThat(lower.score(10)).isEqualTo(1);
    assertThat(lower.score(1)).isCloseTo(90.1, within(1e-12));
    Normalisation met = Normalisation.fit(Method.DISTANCE_TO_TARGET, VALUES, true, 0.5);
    assertThat(met.score(1)).isEqualTo(100);
    // The values range over 9: a draw of 0.05 misses the target by a twentieth of that.
    assertThat(met.extended(0.05)).isCloseTo(100 - 99 * 0.05, within(1e-12));
    assertThat(new double[] {met.worst(), met.best()}).containsExactly(-8.5, 0.5);
    Normalisation metFromBelow = Normalisation.fit(Method.DISTANCE_TO_TARGET, VALUES, false, 10);
    assertThat(metFromBelow.score(10)).isEqualTo(100);
    assertThat(metFromBelow.score(14.5)).isCloseTo(50.5, within(1e-12));
    Normalisation equal =
        Normalisation.fit(Method.DISTANCE_TO_TARGET, new double[] {4, 4}, true, 3);
    assertThat(equal.score(4)).isEqualTo(100);
    assertThat(equal.worst()).isEqualTo(equal.best()).isEqualTo(3);
  }

  @Test
  void tellsNobodyApartWhereAllAreEqual() {
    for (Method method : Method.values()) {
      double target = target(method, 9);
      for (double[] equal : new double[][] {{4}, {4, Double.NaN, 4}}) {
        Normalisation scale = Normalisation.fit(method, equal, true, target);
        assertThat(scale.score(4)).isEqualTo(50.5);
        assertThat(scale.score(5)).isEqualTo(50.5);
        assertThat(scale.worst()).isEqualTo(scale.best());
      }
      // So small a spread that its variance is nothing.
      Normalisation close = Normalisation.fit(method, new double[] {0, 1e-200}, true, target);
      assertThat(close.score(0)).isLessThanOrEqualTo(close.score(1e-200)).isBetween(1.0, 100.0);
    }
  }

  @Test
  void refusesWhatIsNoScale() {
    double[] nothing = {Double.NaN};
    double[] infinite = {1, Double.POSITIVE_INFINITY};
    assertThatThrownBy(() -> Normalisation.fit(Method.RANK, nothing, true, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Normalisation.fit(Method.MIN_MAX, infinite, true, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Normalisation.fit(Method.MIN_MAX, VALUES, true, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Normalisation.fit(Method.DISTANCE_TO_TARGET, VALUES, true, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    double[] at = {1, 2, 3};
    assertThatThrownBy(() -> new Normalisation(Method.RANK, at, new double[] {1, 3, 2}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Normalisation(Method.RANK, at, new double[] {0, 3, 4}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Normalisation(Method.RANK, new double[] {1, 1}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void staysWithinItsRangeAndNeverTurns() {
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < 200; run++) {
      for (Method method : Method.values()) {
        boolean higherIsBetter = random.nextBoolean();
        double[] values =
            random.doubles(1 + random.nextInt(30)).map(u -> Math.rint(40 * u) / 4 - 5).toArray();
        double target = target(method, 20 * random.nextDouble() - 10);
        Normalisation scale = Normalisation.fit(method, values, higherIsBetter, target);
        Normalisation redone = new Normalisation(scale.method(), scale.at(), scale.scores());
        double[] draws = random.doubles(50, -12, 12).sorted().toArray();
        for (int i = 0; i < draws.length; i++) {
          double score = scale.score(draws[i]);
          assertThat(score).isBetween(1.0, 100.0).isEqualTo(redone.score(draws[i]));
          if (i > 0) {
            double rise = score - scale.score(draws[i - 1]);
            assertThat(higherIsBetter ? rise : -rise).isGreaterThanOrEqualTo(-1e-12);
          }
        }
        assertThat(scale.score(scale.worst())).isLessThanOrEqualTo(scale.score(scale.best()));
        double[] opposite = Arrays.stream(values).map(value -> -value).toArray();
        Normalisation mirror = Normalisation.fit(method, opposite, !higherIsBetter, -target);
        assertThat(mirror.score(-draws[0])).isCloseTo(scale.score(draws[0]), within(1e-9));
      }
    }
  }

  private static double target(Method method, double target) {
    return method == Method.DISTANCE_TO_TARGET ? target : Double.NaN;
  }

  @Test
  void drawsBeyondTheEndsKeepTheLineButNotBeyondATarget() {
    double[] values = {0, 10};
    assertThat(Normalisation.fit(Method.MIN_MAX, values, false, Double.NaN).extended(14))
        .isCloseTo(1 - 0.4 * 99, within(1e-9));
    assertThat(Normalisation.fit(Method.MIN_MAX, values, true, Double.NaN).extended(14))
        .isCloseTo(100 + 0.4 * 99, within(1e-9));
    assertThat(Normalisation.fit(Method.MIN_MAX, values, true, Double.NaN).extended(1e6))
        .as("half a scale beyond")
        .isEqualTo(149.5);
    Normalisation towards = Normalisation.fit(Method.DISTANCE_TO_TARGET, values, true, 5);
    assertThat(towards.extended(20)).isEqualTo(100);
    assertThat(towards.extended(-1)).isCloseTo(1 - 0.2 * 99, within(1e-9));
    assertThat(Normalisation.fit(Method.RANK, values, true, Double.NaN).extended(20))
        .isEqualTo(100);
    assertThat(towards.extended(3)).isEqualTo(towards.score(3));
  }

  @Test
  void scoresWhatIsFarApartAndWhatIsClose() {
    double[] far = {-1.5e308, 0, 1.5e308};
    double[] near = {0, Double.MIN_VALUE, 2 * Double.MIN_VALUE};
    for (double[] values : new double[][] {far, near}) {
      Normalisation scale = Normalisation.fit(Method.MIN_MAX, values, true, Double.NaN);
      for (int i = 0; i < 3; i++) {
        // The middle of three alike apart lies half-way from 1 to 100.
        assertThat(scale.score(values[i])).isEqualTo(1 + 49.5 * i);
        assertThat(scale.extended(values[i])).isEqualTo(1 + 49.5 * i);
      }
    }
    assertThat(Normalisation.fit(Method.RANK, far, true, Double.NaN).score(0)).isEqualTo(50.5);
    // 3 deviations of 1.5e308 are no double.
    assertThatThrownBy(() -> Normalisation.fit(Method.Z_SCORE, far, true, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("treatedValues");
    assertThatThrownBy(
            () ->
                Normalisation.fit(
                    Method.MIN_MAX, new double[] {1, Double.NEGATIVE_INFINITY}, true, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("treatedValues");
  }

  @Test
  void readsZScoresOfLargeValuesLikeThoseOfSmallOnes() {
    // Mean 2e300 and deviation 1e300: 1e300 is one below, (3 - 1) / 6 of the way.
    double[] values = {1e300, 2e300, 3e300};
    Normalisation scale = Normalisation.fit(Method.Z_SCORE, values, true, Double.NaN);
    assertThat(scale.score(1e300)).isCloseTo(1 + 99 / 3.0, within(1e-9));
    assertThat(scale.score(2e300)).isCloseTo(50.5, within(1e-9));
  }
}
