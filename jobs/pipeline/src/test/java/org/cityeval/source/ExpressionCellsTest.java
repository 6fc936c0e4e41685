package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ExpressionCellsTest {
  private static Dataset<Row> rows(SparkSession spark) {
    return spark
        .range(1, 2)
        .selectExpr(
            "string(id) as n",
            "string(id + 1) as m",
            "concat('x', id) as `the name`",
            "named_struct('a', id + 6) as p");
  }

  private static List<String> cells(SparkSession spark, String expression) {
    List<Column> cells = ExpressionCells.of(spark, expression);
    Row row = rows(spark).select(cells.toArray(Column[]::new)).head();
    return IntStream.range(0, cells.size()).mapToObj(i -> String.valueOf(row.get(i))).toList();
  }

  @Test
  void theCellsAreThoseThatTheExpressionNamesEachOnce(SparkSession spark) {
    assertThat(cells(spark, "coalesce(m, n) + n * 2")).containsExactly("2", "1");
    assertThat(cells(spark, "concat(`the name`, p.a)")).containsExactly("x1", "7");
    assertThat(ExpressionCells.of(spark, "1 + 1")).isEmpty();
  }

  @Test
  void whatIsNotSqlHasNone(SparkSession spark) {
    assertThatIllegalArgumentException().isThrownBy(() -> ExpressionCells.of(spark, "n +"));
  }

  /** Without n a sum is nothing, whatever m is; a coalesce still gives m. */
  @Test
  void columnsAreNeededWhereNothingIsGivenWithoutThem(SparkSession spark) {
    Dataset<Row> rows = rows(spark);

    assertThat(ExpressionCells.areNeeded(rows, "n", Set.of("n"))).isTrue();
    assertThat(
            ExpressionCells.areNeeded(rows, "cast(n as double) + cast(m as double)", Set.of("n")))
        .isTrue();
    assertThat(ExpressionCells.areNeeded(rows, "coalesce(n, m)", Set.of("n"))).isFalse();
    assertThat(ExpressionCells.areNeeded(rows, "coalesce(n, m)", Set.of("n", "m"))).isTrue();
    assertThat(ExpressionCells.areNeeded(rows, "m", Set.of("n"))).isFalse();
    assertThat(ExpressionCells.areNeeded(rows, "n is null", Set.of("n"))).isFalse();
  }
}
