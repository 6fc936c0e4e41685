package org.cityeval.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.Option;

@ExtendWith(SparkExtension.class)
class ParametersTest {
  private static Parameters in(SparkSession spark, String statement) {
    return Parameters.in(parsed(spark, statement));
  }

  private static LogicalPlan parsed(SparkSession spark, String statement) {
    try {
      return spark.sessionState().sqlParser().parsePlan(statement);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<DataType> markers(Parameters parameters) {
    return parameters.markers().stream().map(Literal::dataType).toList();
  }

  @Test
  void marksAreCountedWhereverTheyStand(SparkSession spark) {
    assertThat(in(spark, "select 1").size()).isZero();
    assertThat(in(spark, "select ?, a from t where b = ? and c in (?, ?)").size()).isEqualTo(4);
    assertThat(
            in(
                    spark,
                    "with x as (select ? a) select * from x where a = (select max(b) from t"
                        + " where b > ?)")
                .size())
        .isEqualTo(2);
    // Within text it is no mark.
    assertThat(in(spark, "select '?' from t where b = ?").size()).isEqualTo(1);
  }

  /** How many rows is a number; the engine takes no null there. */
  @Test
  void onlyANumberOfRowsIsMarkedByOne(SparkSession spark) {
    assertThat(markers(in(spark, "select * from t where a = ? limit ? offset ?")))
        .containsExactly(DataTypes.NullType, DataTypes.IntegerType, DataTypes.IntegerType);
  }

  /** Another mark of the same kind is another, though both are null. */
  @Test
  void aMarkHasTheTypeThatTheEngineMakesOfIt(SparkSession spark) {
    Literal day = new Literal(null, DataTypes.NullType);
    Literal free = new Literal(null, DataTypes.NullType);
    Literal rows = new Literal(1, DataTypes.IntegerType);
    LogicalPlan analyzed =
        ((org.apache.spark.sql.classic.Dataset<?>)
                spark
                    .range(1)
                    .select(
                        ExpressionUtils.column(
                            new Cast(
                                day, DataTypes.DateType, Option.apply("UTC"), EvalMode.ANSI())),
                        ExpressionUtils.column(free),
                        ExpressionUtils.column(rows)))
            .queryExecution()
            .analyzed();

    assertThat(Parameters.types(analyzed, List.of(day, free, rows)))
        .containsExactly(DataTypes.DateType, DataTypes.StringType, DataTypes.IntegerType);
  }
}
