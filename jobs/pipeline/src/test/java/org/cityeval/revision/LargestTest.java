package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "3, 3", "100, 100", "101, 100"})
  void theFirstOfAnOrderAreKeptInWhateverOrderTheyCame(int most, int kept) {
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
    Collections.shuffle(shuffled, new Random(7));
    Largest<Integer> largest = new Largest<>(most, Comparator.<Integer>reverseOrder());
    shuffled.forEach(largest::add);

    assertThat(largest.list()).isEqualTo(IntStream.range(0, kept).mapToObj(i -> 99 - i).toList());
  }

  @Test
  void ofNoneNoneIsKept() {
    assertThat(new Largest<>(5, Comparator.<Integer>naturalOrder()).list()).isEmpty();
  }
}
