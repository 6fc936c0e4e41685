package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTest {
  @Test
  void sharesTheMeanOfTiedRanks() {
    assertThat(Ranks.average(new double[] {30, 10, 20, 10, 30, 30}))
        .containsExactly(5, 1.5, 3, 1.5, 5, 5);
    assertThat(Ranks.average(new double[0])).isEmpty();
  }

  @Test
  void sharesTheBetterOfTiedPlaces() {
    assertThat(Ranks.fromHighest(new double[] {50, 80, 50, 20, -0.0, 0.0}))
        .containsExactly(2, 1, 2, 4, 5, 5);
    assertThat(Ranks.fromHighest(new double[0])).isEmpty();
  }

  @Test
  void tiesWhatOnlyRoundingSetsApart() {
    double[] values = {2, 0.3, 0.1 + 0.2, 0.3 + 0.9e-9, 0.3 + 1.1e-9, -1};
    assertThat(Ranks.tied(values, 1e-9)).containsExactly(2, 0.3, 0.3, 0.3, 0.3 + 1.1e-9, -1);
    assertThat(Ranks.tied(new double[0], 1)).isEmpty();
  }

  @Test
  void countsHalfOfItsOwnWeight() {
    // Weights by value: 10 has 1, 20 has 2, 30 has 1 + 4; of 8.
    assertThat(Ranks.fractional(new double[] {30, 10, 20, 30}, new double[] {1, 1, 2, 4}))
        .containsExactly(5.5 / 8, 0.5 / 8, 2.0 / 8, 5.5 / 8);
  }

  @Test
  void sortsPositionsByValueAndTiesByPosition() {
    double[] values = {3, -0.0, Double.NaN, 0.0, 3, -7, Double.POSITIVE_INFINITY, -0.0};

    assertThat(Ranks.ascending(values)).containsExactly(5, 1, 7, 3, 0, 4, 6, 2);
    assertThat(Ranks.ascending(new double[0])).isEmpty();
  }

  /** Up to 40 values are inserted, more are sorted. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 39, 40, 41, 42, 1000})
  void sortsPositionsAsAStableSortDoes(int length) {
    double[] odd = {
      0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE
    };
    SplittableRandom random = new SplittableRandom(length);
    for (int run = 0; run < 60; run++) {
      double[] values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] =
            run % 3 == 0
                ? random.nextGaussian()
                : run % 3 == 1 ? random.nextInt(9) : odd[random.nextInt(odd.length)];
      }
      int[] expected =
          IntStream.range(0, length)
              .boxed()
              .sorted(Comparator.comparing(i -> values[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(Ranks.ascending(values)).isEqualTo(expected);
    }
  }
}
