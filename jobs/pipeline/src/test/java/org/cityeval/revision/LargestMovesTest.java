package org.cityeval.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LargestMovesTest {
  private static List<LargestMoves.Line> lines(int most) {
    LargestMoves largest = new LargestMoves(most);
    SampleResults.ranks(
            SampleResults.DATA_ALONE, true, SampleResults.RANKS_A, SampleResults.RANKS_B)
        .forEach(largest::add);
    return largest.lines();
  }

  @Test
  void listsChangedClassesFirstAndWhoIsNoLongerRankedBeforeThem() {
    assertThat(lines(10))
        .extracting(LargestMoves.Line::name)
        .containsExactly("LOST", "FIRST", "SECOND", "THIRD");
    assertThat(lines(10).get(2).move()).isEqualTo(1);
    assertThat(lines(10).get(2).within()).isTrue();
  }

  @Test
  void noMoreAreListedThanAsked() {
    assertThat(lines(1))
        .containsExactly(
            new LargestMoves.Line(
                "c",
                "g",
                "lost",
                "district",
                "span",
                "e",
                "LOST",
                4,
                4,
                4,
                "clearly_worse",
                null,
                null,
                null,
                "not_ranked",
                null,
                null,
                "values"));
  }
}
