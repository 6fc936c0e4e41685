package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.Location;
import org.cityeval.lake.FileHeadings;
import org.cityeval.problem.UserProblem;
import org.cityeval.source.ExpressionKind;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class ExpressionResolutionTest {
  private static final FileHeadings BOTH =
      new FileHeadings("a.csv", List.of("day", "cases"), Map.of());
  private static final FileHeadings ONE = new FileHeadings("b.csv", List.of("day"), Map.of());
  private static final FileHeadings TWICE =
      new FileHeadings("c.csv", List.of("day", "cases"), Map.of("n", List.of(3, 5)));

  private final Dataset<Row> rows;
  private final List<UserProblem> problems = new ArrayList<>();
  private final ExpressionResolution resolution;

  ExpressionResolutionTest(SparkSession spark) {
    rows = spark.range(1).selectExpr("cast(id as string) as day", "cast(id as string) as cases");
    resolution =
        new ExpressionResolution(
            spark,
            Map.of(
                "sources.even",
                files(BOTH),
                "sources.a",
                files(BOTH, ONE),
                "sources.b",
                files(TWICE)),
            problems::add);
  }

  private static FileColumns files(FileHeadings... headings) {
    return new FileColumns(
        List.of(headings),
        new Location(
            "files",
            null,
            Location.Format.CSV,
            new Location.FileOptions("UTF-8", ",", null, ".", null, null)));
  }

  private String onlyProblem() {
    assertThat(problems).hasSize(1);
    return problems.get(0).render();
  }

  @Test
  void whatIsNotConfiguredAndWhatFitsIsSilent() {
    assertThat(resolution.resolves(rows, "sources.even.where", null, ExpressionKind.FILTER))
        .isTrue();
    assertThat(resolution.resolves(rows, "sources.even.date", "day", ExpressionKind.DAY)).isTrue();
    assertThat(resolution.resolves(rows, "sources.even.where", "day > '2'", ExpressionKind.FILTER))
        .isTrue();
    assertThat(problems).isEmpty();
  }

  @Test
  void ofAnotherTypeIsToldWithTheTypeThatIsWanted() {
    assertThat(resolution.resolves(rows, "sources.even.where", "cases", ExpressionKind.FILTER))
        .isFalse();
    assertThat(onlyProblem())
        .isEqualTo(
            """
            sources.even.where: 'cases' is not allowed here.
              why: It gives STRING; the key takes true or false.
              fix: Write an expression over one row that gives true or false.\
            """);
  }

  /** The lake could not be opened, which is told elsewhere. */
  @Test
  void withoutRowsAnExpressionIsJudgedByItself() {
    assertThat(resolution.resolves(null, "sources.x.date", "nosuch", ExpressionKind.DAY)).isFalse();
    assertThat(problems).isEmpty();

    assertThat(resolution.resolves(null, "sources.x.date", "max(day)", ExpressionKind.DAY))
        .isFalse();
    assertThat(onlyProblem()).startsWith("sources.x.date: 'max(day)' is not allowed here.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "casses + 1 | no column casses. | Did you mean cases?",
        "population | no column population. | Correct the expression: population",
        "date_ad(day, 1) | 'date_ad(day, 1)' is not allowed here. | Write an expression over one"
            + " row that gives a number, or text of one.",
        "cases + | 'cases +' does not resolve. | Write it as a Spark SQL expression over day,"
            + " cases.",
        "_nosuch | '_nosuch' does not resolve. | Write it as a Spark SQL expression over day,"
            + " cases.",
        "substring(day) | 'substring(day)' does not resolve. | Write it as a Spark SQL expression"
            + " over day, cases."
      })
  void whatDoesNotResolveIsToldByWhatIsWrong(String expression, String problem, String fix) {
    assertThat(resolution.resolves(rows, "sources.even.n", expression, ExpressionKind.NUMBER))
        .isFalse();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).problem()).isEqualTo("sources.even.n: " + problem);
    assertThat(problems.get(0).fix()).isEqualTo(fix);
    assertThat(problems.get(0).why()).doesNotContain("\n").isNotBlank();
  }

  @Test
  void aColumnThatSomeFilesLackIsTold() {
    assertThat(resolution.resolves(rows, "sources.a.n", "cases", ExpressionKind.NUMBER)).isFalse();
    assertThat(onlyProblem()).startsWith("sources.a.n: no column cases in b.csv.");
  }

  /** {@code sources.ab} is not below {@code sources.a}, whose file lacks the column. */
  @Test
  void filesAreThoseOfTheKeysOwner() {
    assertThat(resolution.resolves(rows, "sources.ab.n", "cases", ExpressionKind.NUMBER)).isTrue();
    assertThat(problems).isEmpty();
  }

  @Test
  void aColumnThatStandsTwiceIsNotCalledAbsent() {
    assertThat(resolution.resolves(rows, "sources.b.n", "n", ExpressionKind.NUMBER)).isFalse();
    assertThat(onlyProblem()).startsWith("sources.b.n: the heading n stands twice in c.csv.");
  }

  @Test
  void eachColumnToKeepThatIsNotThereIsTold() {
    resolution.keeps(rows, "sources.b", List.of("DAY", "casess", "phone", "n"));

    assertThat(problems)
        .extracting(UserProblem::problem, UserProblem::fix)
        .containsExactly(
            tuple("sources.b.kept_columns: no column casess.", "Did you mean cases?"),
            tuple("sources.b.kept_columns: no column phone.", "Correct the name, or leave it out."),
            tuple(
                "sources.b.kept_columns: the heading n stands twice in c.csv.",
                "Name the columns apart, or leave one of them out."));
  }

  @Test
  void nothingToKeepAndNoRowsAreSilent() {
    resolution.keeps(rows, "sources.b", null);
    resolution.keeps(null, "sources.b", List.of("phone"));

    assertThat(problems).isEmpty();
  }

  @Test
  void ofALongMessageTheFirstLineWithTextIsShown() {
    assertThat(ExpressionResolution.firstLine(new IllegalStateException("\n \nwhat\nwhere")))
        .isEqualTo("what");
    assertThat(ExpressionResolution.firstLine(new IllegalStateException(" "))).isEmpty();
  }
}
