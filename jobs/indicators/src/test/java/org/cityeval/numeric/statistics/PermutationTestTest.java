package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermutationTestTest {
  private static final double[] DIFFERENCES = {3.1, -0.4, 2.2, 1.7, -1.1, 0.9, 2.5};

  @Test
  void equalsScipyOverAllSigns() {
    // scipy.stats.permutation_test(permutation_type = 'samples', n_resamples = inf): 6 of the 128
    // combinations of signs have a mean at least as high, 123 one at most as high.
    PermutationTest test = PermutationTest.ofDifferences(DIFFERENCES, 999, 1);
    assertThat(test.exact()).isTrue();
    assertThat(test.pairs()).isEqualTo(7);
    assertThat(test.mean()).isCloseTo(8.9 / 7, within(1e-15));
    assertThat(test.tails()).isEqualTo(new Tails(6.0 / 128, 123.0 / 128));
  }

  @Test
  void intervalHoldsWhatTheTestDoesNotReject() {
    // numpy, the test on a grid of shifts: not rejected from 0.067 to 2.433, and -0.4 to 2.65.
    PermutationTest test = PermutationTest.ofDifferences(DIFFERENCES, 999, 1);
    assertThat(test.interval(0.9).low()).isCloseTo(0.0666667, within(1e-6));
    assertThat(test.interval(0.9).high()).isCloseTo(2.4333333, within(1e-6));
    assertThat(test.interval(0.95).low()).isCloseTo(-0.4, within(1e-12));
    assertThat(test.interval(0.95).high()).isCloseTo(2.65, within(1e-12));
  }

  @Test
  void drawsSignsWhereThereAreTooManyCombinations() {
    double[] differences = new SplittableRandom(9).doubles(12, -1, 2).toArray();
    PermutationTest exact = PermutationTest.ofDifferences(differences, 4096, 1);
    PermutationTest drawn = PermutationTest.ofDifferences(differences, 4095, 1);
    assertThat(exact.exact()).isTrue();
    assertThat(drawn.exact()).isFalse();
    assertThat(drawn.tails().upper()).isCloseTo(exact.tails().upper(), within(0.02));
    assertThat(drawn.tails().lower()).isCloseTo(exact.tails().lower(), within(0.02));
    assertThat(drawn.interval(0.9).low()).isCloseTo(exact.interval(0.9).low(), within(0.05));
    assertThat(drawn.interval(0.9).high()).isCloseTo(exact.interval(0.9).high(), within(0.05));
    assertThat(PermutationTest.ofDifferences(differences, 4095, 1).tails())
        .isEqualTo(drawn.tails());
    assertThat(PermutationTest.ofDifferences(differences, 4095, 2).interval(0.9))
        .isNotEqualTo(drawn.interval(0.9));
  }

  @Test
  void passesOverAPairThatIsNotObserved() {
    double[] gaps = {3.1, Double.NaN, -0.4, 2.2, 1.7, -1.1, 0.9, Double.NaN, 2.5};
    PermutationTest test = PermutationTest.ofDifferences(gaps, 999, 1);
    assertThat(test.pairs()).isEqualTo(7);
    assertThat(test.tails().upper()).isEqualTo(6.0 / 128);
  }

  @Test
  void findsNothingInNoDifference() {
    PermutationTest test = PermutationTest.ofDifferences(new double[8], 999, 1);
    assertThat(test.tails()).isEqualTo(new Tails(1, 1));
    assertThat(test.interval(0.95)).isEqualTo(new Bounds(0, 0));
    // 0.1 + 0.2 - 0.3 is not 0 in binary, and still a tie.
    Tails ties = PermutationTest.ofDifferences(new double[] {0.1, 0.2, -0.3}, 999, 1).tails();
    assertThat(ties).isEqualTo(new Tails(5.0 / 8, 5.0 / 8));
  }

  @Test
  void hasNoIntervalWithTooFewPairs() {
    double[] five = {1, 2, 3, 4, 5};
    assertThat(PermutationTest.ofDifferences(five, 999, 1).interval(0.95))
        .isEqualTo(Bounds.UNDEFINED);
    // Six pairs: 64 combinations, of which the outermost at each end may be left out.
    double[] six = {1, 2, 3, 4, 5, 6};
    assertThat(PermutationTest.ofDifferences(six, 999, 1).interval(0.95))
        .isEqualTo(new Bounds(1, 6));
  }

  @Test
  void isUndefinedWithoutAPair() {
    PermutationTest test = PermutationTest.ofDifferences(new double[] {Double.NaN}, 999, 1);
    assertThat(test.mean()).isNaN();
    assertThat(test.tails().twoSided()).isNaN();
    assertThat(test.interval(0.95)).isEqualTo(Bounds.UNDEFINED);
  }

  @Test
  void refusesTooFewDraws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PermutationTest.ofDifferences(DIFFERENCES, 998, 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTurnedRoundByTheSignAndMovedByAShift(long seed) {
    double[] d = new SplittableRandom(seed).doubles(9, -2, 3).toArray();
    PermutationTest test = PermutationTest.ofDifferences(d, 999, seed);
    PermutationTest turned =
        PermutationTest.ofDifferences(Arrays.stream(d).map(v -> -v).toArray(), 999, seed);
    assertThat(turned.tails().upper()).isEqualTo(test.tails().lower());
    assertThat(turned.tails().lower()).isEqualTo(test.tails().upper());
    PermutationTest moved =
        PermutationTest.ofDifferences(Arrays.stream(d).map(v -> v + 5).toArray(), 999, seed);
    Bounds bounds = test.interval(0.9);
    assertThat(moved.interval(0.9).low()).isCloseTo(bounds.low() + 5, within(1e-12));
    assertThat(moved.interval(0.9).high()).isCloseTo(bounds.high() + 5, within(1e-12));
    assertThat(bounds.low()).isLessThan(test.mean());
    assertThat(bounds.high()).isGreaterThan(test.mean());
    // No difference lies in the interval just where it is not rejected.
    assertThat(bounds.low() <= 0 && bounds.high() >= 0).isEqualTo(test.tails().twoSided() > 0.1);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }
}
