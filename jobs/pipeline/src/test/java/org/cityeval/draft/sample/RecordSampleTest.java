package org.cityeval.draft.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordSampleTest {
  private static RecordSample of(int columns) {
    RecordSample sample = new RecordSample();
    sample.columns(IntStream.range(0, columns).mapToObj(i -> "c" + i).toList());
    return sample;
  }

  private static FileSample sample(RecordSample kept) {
    return kept.sample("f.csv", FileSample.Notation.binary("csv"));
  }

  @Test
  void cellsHaveNoBlanksAroundThemAndRowsTheWidthOfTheHeading() {
    RecordSample kept = of(2);
    kept.add(new String[] {" a ", null, "too many"});
    kept.add(new String[] {"b"});

    assertThat(sample(kept).rows()).containsExactly(new String[] {"a", ""}, new String[] {"b", ""});
    assertThat(kept.records()).isEqualTo(2);
  }

  /** A heading of 1,000 cells: 500 records are the beginning, 50 the end. */
  @Test
  void keepsTheBeginningTheEndAndSomeBetween() {
    RecordSample kept = of(1_000);
    for (int i = 0; i < 3_000; i++) {
      assertThat(kept.add(new String[] {String.valueOf(i)})).isTrue();
    }
    List<Integer> first = sample(kept).rows().stream().map(row -> Integer.valueOf(row[0])).toList();

    assertThat(first).isSorted().doesNotHaveDuplicates();
    assertThat(first.subList(0, 500)).startsWith(0, 1).endsWith(499);
    assertThat(first.subList(first.size() - 50, first.size())).startsWith(2_950).endsWith(2_999);
    // Of the 2,450 between, thinned by half each time there are more than 50.
    assertThat(first.size() - 550).isBetween(25, 50);
    assertThat(first.subList(500, first.size() - 50)).allMatch(i -> i >= 500 && i < 2_950);
    assertThat(kept.records()).isEqualTo(3_000);
    assertThat(sample(kept).whole()).isTrue();
  }

  /** 60 million cells are read at most: 60 records of a million. */
  @Test
  void saysWhenEnoughWasRead() {
    RecordSample kept = of(1_000_000);
    for (int i = 1; i <= 60; i++) {
      assertThat(kept.add(new String[] {"x"})).isEqualTo(i < 60);
    }

    assertThat(sample(kept).whole()).isFalse();
  }
}
