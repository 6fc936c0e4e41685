package org.cityeval.numeric.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DayBlocksTest {
  @ParameterizedTest
  @MethodSource("seeds")
  void drawsRunsOfConsecutiveDaysWithinTheSeries(long seed) {
    int[] days = DayBlocks.indices(100, 14, new SplittableRandom(seed));
    assertThat(days).hasSize(100);
    for (int i = 0; i < days.length; i++) {
      assertThat(days[i]).isBetween(0, 99);
      if (i % 14 != 0) {
        assertThat(days[i]).isEqualTo(days[i - 1] + 1);
      }
    }
  }

  @Test
  void reachesTheFirstAndTheLastStart() {
    SplittableRandom random = new SplittableRandom(1);
    int[] starts = IntStream.range(0, 200).map(i -> DayBlocks.indices(10, 7, random)[0]).toArray();
    assertThat(starts).contains(0, 1, 2, 3).doesNotContain(-1, 4);
  }

  @Test
  void takesAShortSeriesWhole() {
    assertThat(DayBlocks.indices(3, 14, new SplittableRandom(5))).containsExactly(0, 1, 2);
    assertThat(DayBlocks.indices(0, 14, new SplittableRandom(5))).isEmpty();
  }

  @Test
  void repeatsItselfWithTheSameSeed() {
    assertThat(DayBlocks.indices(50, 7, new SplittableRandom(9)))
        .isEqualTo(DayBlocks.indices(50, 7, new SplittableRandom(9)));
  }

  @Test
  void takesTheValuesOfTheDaysDrawn() {
    assertThat(DayBlocks.take(new double[] {5, 6, 7}, new int[] {2, 0, 2}))
        .containsExactly(7, 5, 7);
  }

  @Test
  void refusesAnEmptyBlock() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DayBlocks.indices(5, 0, new SplittableRandom(1)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 5);
  }
}
