package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.cityeval.cli.DiffCommand.Shown;
import org.cityeval.cli.output.GivenOptions;
import org.cityeval.job.diff.Compared;
import org.cityeval.job.diff.ResultRevisionJob;
import org.cityeval.job.diff.RevisionJob;
import org.cityeval.job.diff.Rows;
import org.cityeval.warehouse.Publication;
import org.junit.jupiter.api.Test;

/** Rows made by hand; of the tables rules and counts are left out, and blanks count as one. */
class DiffPageTest {
  private static final Rows NONE = rows("any");

  /** Rows of cells between blanks: a dash is null, and digits are a number. */
  private static Rows rows(String columns, String... rows) {
    return new Rows(
        List.of(columns.split(" ")),
        Arrays.stream(rows)
            .map(row -> Arrays.stream(row.split(" ")).map(DiffPageTest::cell).toList())
            .toList());
  }

  private static Object cell(String text) {
    if (text.equals("-")) {
      return null;
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (text.matches("\\d+")) {
      return Long.valueOf(text);
    }
    return text.matches("\\d+[.]\\d+") ? (Object) Double.valueOf(text) : text;
  }

  private static List<String> page(Set<Shown> sections, Consumer<DiffPage> print) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    print.accept(new DiffPage(out, GivenOptions.NONE, sections));
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.strip().replaceAll(" +", " "))
        .filter(line -> !line.matches("-+|\\d+ rows?"))
        .toList();
  }

  private static List<String> results(Shown section, String period, String weighting, Rows rows) {
    ResultRevisionJob.Answer answer =
        new ResultRevisionJob.Answer(
            section == Shown.CAUSES ? rows : NONE,
            section == Shown.INDICATORS ? rows : NONE,
            section == Shown.VALUES ? rows : NONE,
            section == Shown.GROUPS ? rows : NONE,
            section == Shown.RANKS ? rows : NONE);
    return page(
        EnumSet.of(section),
        page ->
            page.results(
                answer,
                new ResultRevisionJob.Question(
                    Optional.ofNullable(period), Optional.ofNullable(weighting), 5)));
  }

  private static Compared side(int day, boolean isPublished) {
    LocalDate asOf = LocalDate.of(2020, 4, day);
    return new Compared(
        "side",
        asOf,
        isPublished
            ? Optional.of(
                new Publication("tiny", asOf, true, Map.of(), Map.of(), "hash", "{}", "code"))
            : Optional.empty(),
        List.of());
  }

  @Test
  void aSideThatWasNotEvaluatedIsToldInsteadOfResults() {
    assertThat(
            page(
                EnumSet.allOf(Shown.class),
                page -> {
                  page.notEvaluated(side(5, true), side(6, false));
                  page.sources(new RevisionJob.Answer(NONE, NONE));
                }))
        .startsWith(
            "Nothing was evaluated as of 2020-04-06 ('cityeval run --as-of 2020-04-06' would):"
                + " values and ranks are not compared.",
            "",
            "What the sources revised: values of each measure");
    assertThat(
            page(
                EnumSet.allOf(Shown.class),
                page -> page.notEvaluated(side(5, false), side(6, false))))
        .hasSize(2);
  }

  @Test
  void onlyTheSectionsAskedForAreShownWithABlankLineBetween() {
    Rows causes = rows("cause what a b", "code code_version 1 2");

    assertThat(results(Shown.CAUSES, null, null, causes))
        .containsExactly("Because of what", "cause what a b", "code code_version 1 2");
    assertThat(
            page(
                EnumSet.of(Shown.CAUSES, Shown.RANKS),
                page ->
                    page.results(
                        new ResultRevisionJob.Answer(causes, NONE, NONE, NONE, NONE),
                        new ResultRevisionJob.Question(Optional.empty(), Optional.empty(), 5))))
        .containsExactly(
            "Because of what",
            "cause what a b",
            "code code_version 1 2",
            "",
            "Ranked or classed otherwise, changed classes first",
            "none");
  }

  private static final String INDICATORS =
      "indicator_id level in_both equal value_changed status_changed interval_changed only_a only_b"
          + " largest_change beyond_intervals status_moves because";

  private static String indicator(String id, int both, int equal, int onlyA, int onlyB) {
    return "%s district %d %d %d 0 0 %d %d - 0 - data"
        .formatted(id, both, equal, both - equal, onlyA, onlyB);
  }

  /** E1 differs in a value, E2 is of one row in A alone, E3 in B alone; P1 and P2 are the same. */
  @Test
  void indicatorsThatAreEqualInEveryRowAreCountedAlone() {
    assertThat(
            results(
                Shown.INDICATORS,
                "wave-1",
                null,
                rows(
                    INDICATORS,
                    indicator("E1", 3, 2, 0, 0),
                    indicator("P1", 3, 3, 0, 0),
                    indicator("E2", 3, 3, 1, 0),
                    indicator("E3", 3, 3, 0, 2),
                    indicator("P2", 0, 0, 0, 0))))
        .containsExactly(
            "Values, period wave-1: rows of each indicator, what became of them",
            "indicator level in_both equal value only_a only_b because",
            "E1 district 3 2 1 0 0 data",
            "E2 district 3 3 0 1 0 data",
            "E3 district 3 3 0 0 2 data",
            "Equal in every row: 2 more.");
    assertThat(results(Shown.INDICATORS, null, null, rows(INDICATORS, indicator("E1", 3, 2, 0, 0))))
        .startsWith("Values, all periods: rows of each indicator, what became of them")
        .noneMatch(line -> line.contains("more"));
  }

  private static final String VALUES =
      "outcome indicator_id name period_id value_a ci_low_a ci_high_a status_a value_b ci_low_b"
          + " ci_high_b status_b change_sd within because";

  @Test
  void aValueStandsWithItsIntervalOrTheStatusInItsPlace() {
    Rows values =
        rows(
            VALUES,
            "value E1 Alder span 1.5 1.0 2.0 ok 2.5 - - ok 0.5 true data",
            "status E5 Birch span 30.0 - 40.0 ok - 50.0 - censored - - data",
            "gone E6 Cedar span - - - insufficient - - - - - - data");

    assertThat(results(Shown.VALUES, null, null, values))
        .containsExactly(
            "Values that differ most, by the change in standard deviations (sd) of A's",
            "what indicator name period a b sd within because",
            "value E1 Alder span 1.5 [1, 2] 2.5 0.5 yes data",
            "status E5 Birch span 30 [-inf, 40] censored [50, inf] data",
            "gone E6 Cedar span insufficient data");
    assertThat(results(Shown.VALUES, "span", null, values))
        .contains("what indicator name a b sd within because");
  }

  private static final String GROUPS =
      "comparison_group level period_id weighting in_both moved largest_move beyond_intervals"
          + " class_changed only_a only_b class_moves because";

  private static Rows groups(int count) {
    return rows(
        GROUPS,
        IntStream.rangeClosed(1, count)
            .mapToObj(group -> "g" + group + " district span efficiency 9 2 3 0 0 0 0 - data")
            .toArray(String[]::new));
  }

  @Test
  void twentyGroupsAreShownAndTheOthersCounted() {
    List<String> page = results(Shown.GROUPS, "span", "efficiency", groups(22));

    assertThat(page)
        .hasSize(1 + 1 + 20 + 1)
        .startsWith(
            "Ranks, period span, efficiency weighting: members of each group, and how many moved",
            "group level in_both moved largest because",
            "g1 district 9 2 3 data")
        .endsWith("g20 district 9 2 3 data", "and 2 more; all of them: --show groups --format csv");
    assertThat(results(Shown.GROUPS, "span", "efficiency", groups(20))).hasSize(1 + 1 + 20);
  }

  @Test
  void whatTheHeadingDoesNotTellIsAColumn() {
    assertThat(results(Shown.GROUPS, null, null, groups(1)))
        .startsWith(
            "Ranks, all periods, all weightings: members of each group, and how many moved",
            "group level period weighting in_both moved largest because");
    assertThat(results(Shown.GROUPS, null, "efficiency", groups(1)).get(1))
        .isEqualTo("group level period in_both moved largest because");
  }

  @Test
  void aRankStandsWithItsIntervalAndAClassWithWhatBecameOfIt() {
    assertThat(
            results(
                Shown.RANKS,
                "span",
                null,
                rows(
                    "comparison_group name period_id weighting rank_a rank_low_a rank_high_a class_a"
                        + " rank_b rank_low_b rank_high_b class_b within because",
                    "tiny Alder span efficiency 1 1 2 better 3 2 3 worse false values",
                    "tiny Birch span efficiency 2 1 3 same - - - same - values")))
        .containsExactly(
            "Ranked or classed otherwise, changed classes first",
            "group name weighting a b within class because",
            "tiny Alder efficiency 1 [1, 2] 3 [2, 3] no better > worse values",
            "tiny Birch efficiency 2 [1, 3] none same values");
  }

  @Test
  void whatSourcesRevisedIsTwoSections() {
    RevisionJob.Answer answer =
        new RevisionJob.Answer(
            rows(
                "measure known_a known_b in_both equal changed added withdrawn largest_change"
                    + " median_change changed_more changed_days changed_districts",
                "new_cases 10 12 10 9 1 2 0 3.0 3.0 0 1 1"),
            rows(
                "measure district_id date value_a value_b as_of_a as_of_b",
                "new_cases A 2020-03-01 10.0 13.0 2020-04-05 2020-04-10"));

    assertThat(page(EnumSet.allOf(Shown.class), page -> page.sources(answer)))
        .containsExactly(
            "What the sources revised: values of each measure",
            "measure known_a known_b in_both equal changed added largest median days districts",
            "new_cases 10 12 10 9 1 2 3 3 1 1",
            "",
            "Largest revisions of each measure",
            "measure district date a b as_of_a as_of_b",
            "new_cases A 2020-03-01 10 13 2020-04-05 2020-04-10");
    assertThat(page(EnumSet.of(Shown.RANKS), page -> page.sources(answer))).isEmpty();
  }
}
