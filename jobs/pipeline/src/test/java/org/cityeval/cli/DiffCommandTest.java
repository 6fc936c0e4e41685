package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.testing.Cli;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.TwoVintages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of {@link TwoVintages}; nothing starts Spark. */
class DiffCommandTest {
  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void publishTwice() {
    lake = TinyLake.in(folder);
    TwoVintages.in(lake.beginWithoutSession().warehouse().stored());
  }

  private static Cli.Answer diff(String a, String b, String... further) {
    return lake.run(
        "diff", Stream.concat(Stream.of(a, b), Stream.of(further)).toArray(String[]::new));
  }

  private static Cli.Answer done(String... further) {
    Cli.Answer answer = diff("2020-04-05", "2020-04-10", further);
    assertThat(answer.exit()).as(answer.err()).isZero();
    return answer;
  }

  @Test
  void aPersonGetsAllSectionsOfTheSpanUnderEfficiency() {
    assertThat(done().out().lines().filter(line -> line.matches("[A-Z][a-z].*")))
        .containsExactly(
            "Because of what",
            "Values, period span: rows of each indicator, what became of them",
            "Values that differ most, by the change in standard deviations (sd) of A's",
            "Ranks, period span, efficiency weighting: members of each group, and how many moved",
            "Ranked or classed otherwise, changed classes first",
            "What the sources revised: values of each measure",
            "Largest revisions of each measure");
  }

  @Test
  void aSectionAPeriodAndAWeightingCanBeAskedFor() {
    assertThat(done("--show", "indicators", "--period", "all").out())
        .startsWith("Values, all periods:")
        .contains("city")
        .doesNotContain("Because of what", "sources revised");
    assertThat(done("--show", "indicators", "--period", "wave").out())
        .startsWith("Values, period wave:");
    assertThat(done("--show", "groups", "--weighting", "public_value", "--period", "all").out())
        .startsWith("Ranks, all periods, public_value weighting:");
    assertThat(done("--show", "counts").out()).startsWith("What the sources revised");
  }

  @ParameterizedTest
  @CsvSource({
    "causes,'cause,what,a,b'",
    "indicators,'indicator_id,level,in_both,equal'",
    "values,'outcome,city_id,'",
    "groups,'comparison_group,level,period_id,weighting'",
    "ranks,'city_id,comparison_group,district_id'",
    "counts,'measure,sources,known_a,known_b'",
    "changes,'measure,'"
  })
  void aProgramGetsTheRowsThatItAsksFor(String shown, String heading) {
    assertThat(done("--show", shown, "--format", "csv").out()).startsWith(heading);
  }

  /** Three values differ, two of them over the span; one measure is counted. */
  @Test
  void aProgramGetsCountsAndAllPeriodsUnlessItAsksForOthers() {
    assertThat(done("--format", "csv").out()).startsWith("measure,sources,known_a");
    assertThat(done("--show", "values", "--format", "csv").rows()).hasSize(3);
    assertThat(done("--show", "values", "--format", "csv", "--period", "span").rows()).hasSize(2);
    assertThat(done("--show", "groups", "--format", "csv").rows()).hasSize(2);
    assertThat(done("--show", "groups", "--format", "csv", "--weighting", "efficiency").rows())
        .hasSize(1);
  }

  /** 10 became 13, which is more than 2 and not more than 3. */
  @Test
  void howManyAreListedAndWhatIsLargeIsAskedFor() {
    assertThat(changedMore("2")).isEqualTo("1");
    assertThat(changedMore("3")).isEqualTo("0");
    assertThat(done("--show", "values", "--format", "csv", "--largest", "1").rows()).hasSize(2);
    assertThat(done("--show", "changes", "--format", "csv", "--largest", "0").rows()).isEmpty();
  }

  private static String changedMore(String than) {
    List<String> lines = done("--format", "csv", "--more-than", than).out().lines().toList();
    List<String> columns = List.of(lines.get(0).split(","));
    return lines.get(1).split(",", -1)[columns.indexOf("changed_more")];
  }

  @Test
  void ofADayThatWasNotEvaluatedTheSourcesAloneTell() {
    Cli.Answer page = diff("2020-04-05", "2020-04-12");
    assertThat(page.exit()).as(page.err()).isZero();
    assertThat(page.out())
        .startsWith("Nothing was evaluated as of 2020-04-12 ('cityeval run --config ")
        .contains(" --as-of 2020-04-12' would)", "What the sources revised")
        .doesNotContain("Because of what");

    Cli.Answer values = diff("2020-04-05", "2020-04-12", "--show", "values");
    assertThat(values.exit()).isEqualTo(2);
    assertThat(values.err())
        .contains(
            "Nothing was evaluated as of 2020-04-12.",
            "Run 'cityeval run",
            "--as-of 2020-04-12' first",
            "--show counts or changes");
    assertThat(values.out()).isEmpty();
  }

  @Test
  void whatCannotBeComparedEndsWithAMessage() {
    assertThat(diff("2020-04-10", "2020-04-05").exit()).isEqualTo(2);
    assertThat(diff("2020-04-10", "nightly").err()).contains("nightly");
    assertThat(diff("2020-04-05", "2020-04-10", "--show", "values", "--period", "spam").err())
        .contains("Did you mean span?");
    Cli.Answer nowhere =
        Cli.plain()
            .run(
                "diff",
                "a",
                "b",
                "--config",
                lake.config().toString(),
                "--warehouse",
                folder.resolve("nowhere").toString());
    assertThat(nowhere.exit()).isEqualTo(2);
    assertThat(nowhere.err()).contains("There is no warehouse at", "nowhere");
  }
}
