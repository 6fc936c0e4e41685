package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CheckCommandTest {
  @TempDir private Path folder;
  private TinyLake lake;

  @BeforeEach
  void begin() {
    lake = TinyLake.in(folder);
  }

  private Cli.Answer check(String... further) {
    Cli.Answer answer = lake.run("check", further);
    assertThat(lake.warehouse()).doesNotExist();
    return answer;
  }

  private void hasProblems(int count, String... told) {
    Cli.Answer answer = check();
    assertThat(answer.exit()).as(answer.out()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains("tiny.yaml: " + count + (count == 1 ? " problem" : " problems"))
        .contains(told);
  }

  @Test
  void whereAllIsWellOneLineSaysSo() {
    Cli.Answer answer = check();

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).isEqualTo(lake.config() + ": no problem found.\n");
    assertThat(answer.err()).isEmpty();
  }

  /** The sources may be anywhere then, or nowhere. */
  @Test
  void theSyntaxAloneIsCheckedWithoutTheSources() {
    lake.remove("cases.csv").remove("districts.csv");

    Cli.Answer answer = check("--syntax");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out())
        .isEqualTo(lake.config() + ": no problem found (syntax only; sources not looked at).\n");
  }

  @Test
  void aConfigThatDoesNotStandIsToldBeforeAnySourceIsLookedAt() {
    lake.configure("draws: 200", "draws: many").remove("cases.csv");

    Cli.Answer answer = check("--syntax");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("comparison.draws").doesNotContain("cases.csv");
    assertThat(check().err()).isEqualTo(answer.err());
  }

  /** An expression, a group and a declared day, each of a part of its own. */
  @Test
  void whatIsWrongInAnyPartIsToldAtOnce() {
    lake.configure("{value: output,", "{value: outptu,")
        .configure("draws: 200", "draws: 200\n  groups: {west: [A, Y]}")
        .configure(
            "comparison:",
            "events:\n  - {districts: [Z], day: 2020-03-05, note: older cases, handling: spread_back,"
                + " days: 3}\ncomparison:");

    hasProblems(
        3,
        "sources.enterprises.measures.enterprise_output_change.value",
        "Did you mean output?",
        "comparison.groups.west",
        "Y",
        "Z");
  }

  /** The list is read for the sources, and once more for groups; its problem is told once. */
  @Test
  void aListOfDistrictsThatCannotBeReadIsToldOnce() {
    lake.configure("city_name: city", "city_name: town")
        .configure("draws: 200", "draws: 200\n  groups: {west: [A, Y]}");

    hasProblems(1, "districts.columns.city_name");
  }

  /** Each cell of the day is read by a pattern that fits none. */
  @Test
  void cellsAreTriedOnceTheExpressionsResolve() {
    lake.configure(
        "date: day\n    district: district\n    as_of: 2020-04-10\n    measures:\n      new_cases",
        "date: to_date(day, 'dd/MM/yyyy')\n    district: district\n    as_of: 2020-04-10\n    measures:\n      new_cases");

    hasProblems(1, "sources.cases: no date can be read.");
    // Where a column is not there, nothing is tried.
    lake.configure("{value: output,", "{value: outptu,");
    Cli.Answer unresolved = check();
    assertThat(unresolved.err()).contains("1 problem").doesNotContain("sources.cases");
  }

  @Test
  void aSourceThatIsAbsentIsNotTheConfigsFault() {
    lake.remove("cases.csv");

    Cli.Answer answer = check();

    assertThat(answer.exit()).isEqualTo(4);
    assertThat(answer.err()).contains("sources.cases", "cases.csv");
  }
}
