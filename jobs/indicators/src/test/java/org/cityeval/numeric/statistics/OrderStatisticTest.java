package org.cityeval.numeric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderStatisticTest {
  /** Up to 12 values are sorted; from 601 on a sample is taken. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 11, 12, 13, 14, 40, 599, 600, 601, 602, 5000})
  void standsWhereSortingPutsIt(int length) {
    SplittableRandom random = new SplittableRandom(length);
    for (int run = 0; run < 60; run++) {
      double[] values = values(random, length, run);
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int position = run < 2 ? run * (length - 1) : random.nextInt(length);

      double found = OrderStatistic.select(values, position);

      assertThat(found).isEqualTo(values[position]);
      assertThat(found == sorted[position]).isTrue();
      assertThat(Arrays.stream(values, 0, position).allMatch(v -> v <= found)).isTrue();
      assertThat(Arrays.stream(values, position, length).allMatch(v -> v >= found)).isTrue();
      Arrays.sort(values);
      assertThat(values).isEqualTo(sorted);
    }
  }

  /** What was made to mislead is sorted after some rounds, here after none and after one. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatMisleadsIsSorted(int rounds) {
    SplittableRandom random = new SplittableRandom(rounds);
    double[] values = random.doubles(1500).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);

    OrderStatistic.narrow(values, 0, 1499, 700, rounds);

    assertThat(values[700]).isEqualTo(sorted[700]);
    assertThat(Arrays.stream(values, 0, 700)).allMatch(value -> value <= sorted[700]);
    assertThat(Arrays.stream(values, 700, 1500)).allMatch(value -> value >= sorted[700]);
  }

  /** Normal, of few different numbers, in order, or with zeros of both signs and infinities. */
  private static double[] values(SplittableRandom random, int length, int run) {
    double[] odd = {0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1, -1};
    int different = 1 + random.nextInt(8);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] =
          switch (run % 4) {
            case 0 -> random.nextGaussian();
            case 1 -> random.nextInt(different);
            case 2 -> run % 8 == 2 ? i : length - i;
            default -> odd[random.nextInt(odd.length)];
          };
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3})
  void refusesAPlaceOfNoValueAndWhatHasNoOrder(int position) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderStatistic.select(new double[] {1, 2, 3}, position))
        .withMessageContaining("position");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderStatistic.select(new double[] {1, Double.NaN, 3}, 0))
        .withMessageContaining("NaN at number 1");
  }
}
