package org.cityeval.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements as they are parsed; none is carried out, and no warehouse is there. */
@ExtendWith(SparkExtension.class)
class ReadOnlyPlanTest {
  private static LogicalPlan parsed(SparkSession spark, String statement) throws ParseException {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .sessionState()
        .sqlParser()
        .parsePlan(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from gold.rank_interval",
        "select district_id, count(*) from current.scorecard group by 1 having count(*) > 1 order by 2",
        "with a as (select * from gold.peer), b as (select * from a) select * from b join a using (district_id)",
        "select (select max(rank) from gold.rank_interval) as worst",
        "select * from values (1, 'x') as t(n, s) where s like 'x%'",
        "select *, row_number() over (partition by city_id order by value) from gold.indicator_value",
        "select explode(sequence(1, 3))"
      })
  void whatOnlyReadsTablesOfTheWarehousePasses(String statement, SparkSession spark)
      throws ParseException {
    LogicalPlan plan = parsed(spark, statement);

    assertThatCode(() -> new ReadOnlyPlan(Reach.WHOLE).require(plan)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drop table gold.peer | DropTable",
        "insert into gold.peer select * from gold.peer | InsertIntoStatement",
        "set spark.sql.ansi.enabled=false | SetCommand",
        "select reflect('java.lang.System', 'exit', 1) | the function reflect",
        "select * from gold.peer where id in (select java_method('a', 'b')) | the function java_method",
        "with a as (select reflect('a', 'b')) select 1 from a | the function reflect"
      })
  void whatDoesMoreIsRefusedAndNamed(String statement, String what, SparkSession spark)
      throws ParseException {
    LogicalPlan plan = parsed(spark, statement);

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> new ReadOnlyPlan(Reach.WHOLE).require(plan))
        .withMessageStartingWith("The statement holds what a query may not: " + what);
  }

  /** A file, a table of the catalogue, and a name that a WITH gives elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from csv.`/etc/passwd`",
        "select * from default.secrets",
        "select * from peer",
        "select (with a as (select 1) select * from a) from a",
        "with a as (select * from a) select * from a"
      })
  void whatIsNoTableOfTheWarehouseIsRefused(String statement, SparkSession spark)
      throws ParseException {
    LogicalPlan plan = parsed(spark, statement);

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> new ReadOnlyPlan(Reach.WHOLE).require(plan))
        .withMessageStartingWith("There is no table ");
  }

  @Test
  void aTableIsFoundByItsSchemaAndNameAndANearNameIsTold() {
    assertThat(new ReadOnlyPlan(Reach.WHOLE).requireTable(List.of("gold", "peer")).qualified())
        .isEqualTo("gold.peer");
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> new ReadOnlyPlan(Reach.WHOLE).requireTable(List.of("scorecrad")))
        .satisfies(p -> assertThat(p.fix()).isEqualTo("Did you mean current.scorecard?"));
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> new ReadOnlyPlan(Reach.WHOLE).requireTable(List.of("a", "gold", "peer")));
  }
}
