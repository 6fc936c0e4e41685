package org.cityeval.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the tiny lake have the columns day, district and new_cases. */
@ExtendWith(SparkExtension.class)
class ContractResolutionTest {
  private static final String KEY = "sources.cases.contract.";

  @TempDir private Path folder;

  private TinyLake lake(String contract) {
    return TinyLake.in(folder)
        .configure("path: cases.csv", "path: cases.csv\n    contract: {" + contract + "}");
  }

  private List<UserProblem> found(SparkSession spark, String contract) {
    return FoundProblems.ofColumns(spark, lake(contract));
  }

  private static String query(String sql) {
    return "quality: [{id: q, type: sql, query: \"" + sql + "\", mustBe: 0}]";
  }

  private static String sums(String total) {
    return "quality: [{id: s, type: custom, implementation: sumOfDistricts, mustBe: 0,"
        + " arguments: {total: {"
        + total
        + "}}}]";
  }

  @Test
  void requiredColumnsThatAreAbsentAreOneProblemWithTheNamesThatWereMeant(SparkSession spark) {
    assertThat(
            found(
                spark,
                "schema: [{name: dya, required: true}, {name: district, required: true},"
                    + " {name: phone, required: true}]"))
        .extracting(UserProblem::render)
        .containsExactly(
            """
            sources.cases.contract.schema: no columns dya, phone.
              why: The columns are day, district, new_cases.
              fix: Did you mean day for dya?\
            """);
  }

  @Test
  void oneThatIsLikeNoOtherIsLeftToWhoDelivers(SparkSession spark) {
    assertThat(found(spark, "schema: [{name: phone, required: true}]"))
        .extracting(UserProblem::problem, UserProblem::fix)
        .containsExactly(
            tuple(
                KEY + "schema: no column phone.",
                "Correct the names, or ask who delivers the source."));
  }

  @Test
  void aColumnThatIsNotRequiredMayBeAbsent(SparkSession spark) {
    assertThat(found(spark, "schema: [{name: phone}, {name: day, required: true}]")).isEmpty();
  }

  @Test
  void columnsThatAMetricLooksAtMustBeThere(SparkSession spark) {
    assertThat(
            found(
                spark,
                "quality: [{id: none, metric: nullValues, arguments: {properties: [phone]},"
                    + " mustBe: 0}, {id: rows, metric: rowCount, mustBeGreaterThan: 0}]"))
        .extracting(UserProblem::problem)
        .containsExactly(KEY + "quality.none.arguments.properties: no column phone.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from {object} where new_cases < 0",
        "with d as (select distinct day from {object}) select count(*) from d"
      })
  void aQueryOverItsOwnRowsIsSilent(String sql, SparkSession spark) {
    assertThat(found(spark, query(sql))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "drop table {object} | It is a command, and would change something.",
        "select count(*) from other | It reads other, not {object} alone.",
      })
  void aQueryThatDoesMoreThanAskItsRowsIsRefused(String sql, String why, SparkSession spark) {
    assertThat(found(spark, query(sql)))
        .extracting(UserProblem::problem, UserProblem::why, UserProblem::fix)
        .containsExactly(
            tuple(
                KEY + "quality.q.query does not resolve.",
                why,
                "Write it as a Spark SQL query over {object}, whose columns are day, district,"
                    + " new_cases."));
  }

  @Test
  void aQueryThatNamesAColumnThatIsNotThereOrIsNoSqlIsRefusedInOneLine(SparkSession spark) {
    assertThat(found(spark, query("select count(phone) from {object}")))
        .extracting(UserProblem::why)
        .singleElement()
        .asString()
        .contains("phone")
        .doesNotContain("\n");
    assertThat(found(spark, query("selec count(*) form {object}")))
        .extracting(UserProblem::problem)
        .containsExactly(KEY + "quality.q.query does not resolve.");
  }

  @Test
  void eachExpressionOfTotalsIsLookedForUnderItsKey(SparkSession spark) {
    assertThat(found(spark, sums("where: w = '1', city: c, value: v, date: d")))
        .extracting(UserProblem::problem)
        .containsExactly(
            KEY + "quality.s.arguments.total.where: no column w.",
            KEY + "quality.s.arguments.total.city: no column c.",
            KEY + "quality.s.arguments.total.value: no column v.",
            KEY + "quality.s.arguments.total.date: no column d.");
    assertThat(found(spark, sums("where: day, city: district, value: new_cases, date: day")))
        .extracting(UserProblem::problem)
        .containsExactly(KEY + "quality.s.arguments.total.where: 'day' is not allowed here.");
  }

  /** Enterprises have the column output, which cases have not. */
  @Test
  void totalsOfAnotherSourceAreLookedForInIt(SparkSession spark) {
    String total = "where: output > 1, city: district, value: output, date: day";

    assertThat(found(spark, sums("source: enterprises, " + total))).isEmpty();
    assertThat(found(spark, sums(total)))
        .extracting(UserProblem::problem)
        .containsExactly(
            KEY + "quality.s.arguments.total.where: no column output.",
            KEY + "quality.s.arguments.total.value: no column output.");
  }

  /** What cannot be opened is told once, and not once more by each check of it. */
  @Test
  void theContractOfASourceThatIsAbsentIsNotJudged(SparkSession spark) {
    TinyLake lake = lake("schema: [{name: phone, required: true}]").remove("cases.csv");

    assertThat(FoundProblems.ofColumns(spark, lake))
        .extracting(UserProblem::exitCode)
        .containsExactly(4);
  }

  @Test
  void totalsOfASourceThatIsAbsentAreNotJudged(SparkSession spark) {
    TinyLake lake =
        lake(sums("source: enterprises, where: w, city: c, value: v, date: d"))
            .remove("enterprises.csv");

    assertThat(FoundProblems.ofColumns(spark, lake))
        .extracting(UserProblem::exitCode)
        .containsExactly(4);
  }
}
