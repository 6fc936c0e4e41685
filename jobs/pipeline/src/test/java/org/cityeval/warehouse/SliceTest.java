package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {
  private static final LocalDate DAY = LocalDate.of(2020, 4, 10);

  @Test
  void aSliceIsAPredicateOverItsColumns() {
    assertThat(Slice.of("tiny", DAY).predicate())
        .isEqualTo("evaluation_id = 'tiny' and as_of = date'2020-04-10'");
    assertThat(Slice.of("tiny").predicate()).isEqualTo("evaluation_id = 'tiny'");
    assertThat(Slice.ofSource("tiny/cases", List.of(DAY, DAY.minusDays(1))).predicate())
        .isEqualTo("source_id = 'tiny/cases' and as_of in (date'2020-04-09', date'2020-04-10')");
    assertThat(Slice.ofDays("s", DAY, DAY.minusDays(9), DAY.minusDays(2)).predicate())
        .isEqualTo(
            "source_id = 's' and as_of = date'2020-04-10'"
                + " and date between date'2020-04-01' and date'2020-04-08'");
    assertThat(Slice.ofFiles("s", List.of("b.csv", "a.csv")).predicate())
        .isEqualTo("source_id = 's' and file in ('a.csv', 'b.csv')");
  }

  /** A file may be called so; the statement must not end there. */
  @Test
  void quotesAndBackslashesOfNamesAreTheirOwn() {
    assertThat(Slice.ofPosition("s", "o'neil\\a.csv:1").predicate())
        .isEqualTo("source_id = 's' and position = 'o\\'neil\\\\a.csv:1'");
  }

  @Test
  void eitherOfTwoIsBracketed() {
    assertThat(Slice.of("a").or(Slice.of("b", DAY)).predicate())
        .isEqualTo("(evaluation_id = 'a') or (evaluation_id = 'b' and as_of = date'2020-04-10')");
  }

  /** Where all its columns are partitions, whole files are replaced, and none is written anew. */
  @Test
  void partitionsDecideAloneWhereTheyAreAllItsColumns() {
    List<String> partitions = List.of("evaluation_id", "as_of");

    assertThat(Slice.of("a", DAY).isMadeOf(partitions)).isTrue();
    assertThat(Slice.of("a").or(Slice.of("b", DAY)).isMadeOf(partitions)).isTrue();
    assertThat(Slice.ofSource("s").isMadeOf(partitions)).isFalse();
    assertThat(Slice.of("a").or(Slice.ofSource("s")).isMadeOf(partitions)).isFalse();
  }
}
