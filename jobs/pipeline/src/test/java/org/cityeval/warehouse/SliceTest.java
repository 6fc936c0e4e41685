package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  @Test
  void oneOfManyIsBracketedOnce() {
    assertThat(Slice.of("a").or(Slice.of("b")).or(Slice.of("c")).predicate())
        .isEqualTo("(evaluation_id = 'a') or (evaluation_id = 'b') or (evaluation_id = 'c')");
  }

  private static Map<String, String> partition(String source, String asOf) {
    Map<String, String> values = new HashMap<>();
    values.put("source_id", source);
    values.put("as_of", asOf);
    return values;
  }

  @Test
  void aFileBelongsToASliceWhereItsPartitionDoes() {
    Slice days = Slice.ofSource("s", List.of(DAY, DAY.plusDays(2)));

    assertThat(days.holds(partition("s", "2020-04-10"))).isTrue();
    assertThat(days.holds(partition("s", "2020-04-11"))).isFalse();
    assertThat(days.holds(partition("s", "2020-04-12"))).isTrue();
    assertThat(days.holds(partition("t", "2020-04-10"))).isFalse();
    assertThat(days.holds(partition(null, "2020-04-10"))).isFalse();
    assertThat(days.or(Slice.ofSource("t")).holds(partition("t", "2020-04-11"))).isTrue();
    assertThat(Slice.of("e", DAY).holds(Map.of("evaluation_id", "e", "as_of", "2020-04-10")))
        .isTrue();
    assertThat(Slice.of("e", DAY).holds(Map.of("evaluation_id", "e", "as_of", "2020-04-09")))
        .isFalse();
  }

  /** A table may be partitioned by the days too. */
  @Test
  void bothEndsOfAStretchOfDaysBelongToIt() {
    Slice week = Slice.ofDays("s", DAY, DAY.minusDays(9), DAY.minusDays(2));

    assertThat(week.holds(day("2020-03-31"))).isFalse();
    assertThat(week.holds(day("2020-04-01"))).isTrue();
    assertThat(week.holds(day("2020-04-08"))).isTrue();
    assertThat(week.holds(day("2020-04-09"))).isFalse();
  }

  private static Map<String, String> day(String day) {
    Map<String, String> partition = partition("s", "2020-04-10");
    partition.put("date", day);
    return partition;
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
