package org.cityeval.job.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.testing.TwoVintages;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultRevisionJobTest {
  @TempDir private static Path folder;
  private static StoredTables tables;
  private static TwoVintages published;

  @BeforeAll
  static void publishTwice() {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
    published = TwoVintages.in(tables);
  }

  private static ResultRevisionJob.Answer answer(String period, String weighting, int listed) {
    return new ResultRevisionJob(tables, published.a(), published.b())
        .compare(
            new ResultRevisionJob.Question(
                Optional.ofNullable(period), Optional.ofNullable(weighting), listed));
  }

  private static List<String> shown(Rows rows, String... columns) {
    return rows.rows().stream()
        .map(
            row ->
                String.join(
                    " ",
                    Arrays.stream(columns).map(column -> "" + rows.cell(row, column)).toList()))
        .toList();
  }

  @Test
  void everyIndicatorAndGroupThatEitherHasIsCounted() {
    ResultRevisionJob.Answer answer = answer(null, null, 9);

    assertThat(
            shown(
                answer.indicators(),
                "indicator_id",
                "level",
                "in_both",
                "equal",
                "value_changed",
                "only_a",
                "only_b"))
        .containsExactly("P1 city 1 0 1 0 0", "P1 district 2 1 1 1 0");
    assertThat(
            shown(
                answer.groups(), "period_id", "weighting", "in_both", "moved", "only_a", "only_b"))
        .containsExactlyInAnyOrder("span efficiency 1 1 1 0", "wave public_value 0 0 0 1");
    // Who is ranked by one side alone has not moved.
    assertThat(shown(answer.ranks(), "district_id", "period_id")).containsExactly("A span");
  }

  /** With the name that the later one gives; B is there in the earlier one alone. */
  @Test
  void valuesThatDifferAreNamed() {
    assertThat(
            shown(
                answer(null, null, 9).values(),
                "level",
                "district_id",
                "value_a",
                "value_b",
                "name"))
        .containsExactlyInAnyOrder(
            "district A 1.0 1.5 Alder", "city tiny 5.0 6.0 Tiny", "district B 3.0 null Birch");
  }

  @Test
  void noMoreThanSoManyOfEachOutcomeAreListed() {
    ResultRevisionJob.Answer answer = answer(null, null, 1);

    assertThat(answer.values().rows()).hasSize(2);
    assertThat(shown(answer.indicators(), "value_changed")).containsExactly("1", "1");
  }

  @Test
  void whatTheyWereMadeOfComesFirst() {
    assertThat(answer(null, null, 1).causes().rows())
        .containsExactly(
            List.of("publication", "as_of", "2020-04-05", "2020-04-10"),
            List.of("publication", "made by", "written by a test", "written by a test"),
            List.of("data", "tiny/cases", "v5", "v10"));
  }

  @Test
  void aPeriodAloneIsComparedInValuesAndInRanks() {
    ResultRevisionJob.Answer answer = answer("wave", null, 9);

    assertThat(shown(answer.indicators(), "level", "in_both", "equal", "only_a"))
        .containsExactly("city 1 0 0", "district 1 1 0");
    assertThat(shown(answer.groups(), "period_id", "weighting"))
        .containsExactly("wave public_value");
  }

  @Test
  void aWeightingAloneIsComparedInRanks() {
    assertThat(shown(answer(null, "efficiency", 9).groups(), "period_id", "weighting"))
        .containsExactly("span efficiency");
    assertThat(answer(null, "efficiency", 9).indicators().rows()).hasSize(2);
    // There is such a weighting; over the span it ranks nobody.
    assertThat(answer("span", "public_value", 9).groups().rows()).isEmpty();
  }

  @Test
  void aPeriodOrWeightingThatNeitherHasIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> answer("spam", null, 9))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains(
                        "Neither publication has a period spam.",
                        "There are span, wave.",
                        "Did you mean span?"));
    assertThatThrownBy(() -> answer(null, "zzzzzzzzzz", 9))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains(
                        "Neither publication has a weighting zzzzzzzzzz.",
                        "There are efficiency, public_value.",
                        "Name one of these, or all."));
  }
}
