package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupCountsTest {
  /** 3 lies in [1, 3] and 2 in [2, 3]; 2 lies in [2, 3], but 3 not in [1, 2]. */
  @Test
  void countsMovesAndClassesByGroup() {
    GroupCounts counts = new GroupCounts();
    SampleResults.ranks(
            SampleResults.DATA_ALONE, true, SampleResults.RANKS_A, SampleResults.RANKS_B)
        .forEach(counts::add);

    assertThat(counts.lines())
        .containsExactly(
            new GroupCounts.Line(
                "g",
                "district",
                "span",
                "e",
                4,
                3,
                1,
                2,
                1,
                0,
                -1,
                "clearly_better > not_distinguishable 1, clearly_worse > not_ranked 1",
                "data 1, values 4"),
            new GroupCounts.Line("all", "district", "span", "e", 2, 0, 0, 0, 0, 0, null, "", ""));
  }
}
