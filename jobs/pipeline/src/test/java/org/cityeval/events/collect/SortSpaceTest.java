package org.cityeval.events.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortSpaceTest {
  private final SortSpace space = new SortSpace();

  /** Sizes on both sides of where buckets begin; bounds that leave whole digits alike. */
  @ParameterizedTest
  @CsvSource({
    "0, 10",
    "1, 10",
    "511, 2147483647",
    "512, 2147483647",
    "512, 1",
    "5000, 2000",
    "5000, 2100000",
    "70000, 2147483647"
  })
  void sortsAsTheLibraryDoes(int length, int bound) {
    int[] values = new SplittableRandom(length).ints(length, 0, bound).toArray();
    int[] expected = values.clone();
    Arrays.sort(expected);

    space.sort(values, 0, length);

    assertThat(values).isEqualTo(expected);
  }

  @Test
  void sortsTheLargestNumber() {
    int[] values = new int[600];
    Arrays.setAll(values, i -> Integer.MAX_VALUE - i);
    space.sort(values, 0, 600);

    assertThat(values[0]).isEqualTo(Integer.MAX_VALUE - 599);
    assertThat(values[599]).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void leavesWhatLiesOutsideThePartAsItIs() {
    int[] values = new int[1_000];
    Arrays.setAll(values, i -> 1_000 - i);
    space.sort(values, 100, 900);

    assertThat(Arrays.copyOf(values, 100)).startsWith(1_000, 999).endsWith(901);
    assertThat(values[100]).isEqualTo(101);
    assertThat(values[899]).isEqualTo(900);
    assertThat(values[900]).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "1 3 5, 3 3 4, 1 3 4 5",
    "'', 2 2 7, 2 7",
    "2 7, '', 2 7",
    "'', '', ''",
    "5 6, 1 1, 1 5 6",
    "1, 1, 1",
    "0, 2147483647, 0 2147483647"
  })
  void mergesTwoSortedPartsIntoOneWithoutRepetition(String left, String right, String expected) {
    int[] first = numbers(left);
    int[] all = numbers((left + " " + right).strip());
    long[] wide = Arrays.stream(all).mapToLong(v -> v).toArray();

    int count = space.merge(all, first.length, all.length);
    int countOfWide = space.merge(wide, first.length, wide.length);

    assertThat(Arrays.copyOf(all, count)).isEqualTo(numbers(expected));
    assertThat(Arrays.stream(wide, 0, countOfWide).mapToInt(v -> (int) v).toArray())
        .isEqualTo(numbers(expected));
  }

  @Test
  void mergesNegativeNumbersOfSixtyFourBits() {
    long[] values = {Long.MIN_VALUE, 4, -3, 4, Long.MAX_VALUE};

    assertThat(space.merge(values, 2, 5)).isEqualTo(4);
    assertThat(values).startsWith(Long.MIN_VALUE, -3, 4, Long.MAX_VALUE);
  }

  private static int[] numbers(String text) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }
}
