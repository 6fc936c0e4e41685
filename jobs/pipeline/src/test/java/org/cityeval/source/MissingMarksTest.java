package org.cityeval.source;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.lake.CellText;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class MissingMarksTest {
  private static List<Object> missing(SparkSession spark, String rows, String expression) {
    return spark
        .sql("select * from values " + rows + " as t(a, b)")
        .select(
            MissingMarks.of(List.of("NA", "-"))
                .isMissing(spark, expression, CellText.stripped(expr(expression).cast("string"))))
        .collectAsList()
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  @Test
  void aBlankAndAMarkSayThatThereIsNothing(SparkSession spark) {
    assertThat(
            missing(
                spark,
                "('NA', 0), (' - ', 0), ('', 0), (' ', 0), (null, 0), ('0', 0), ('na', 0)",
                "a"))
        .containsExactly(true, true, true, true, true, false, false);
  }

  /** Null of cells that say something is an error, and not a blank. */
  @Test
  void whatCannotBeComputedOfCellsThatAreThereIsNotMissing(SparkSession spark) {
    assertThat(
            missing(
                spark,
                "('x', '1'), ('', '1'), ('NA', ''), (null, null)",
                "try_cast(a as int) + try_cast(b as int)"))
        .containsExactly(false, false, true, true);
  }

  @Test
  void aConstantIsNeverMissingUnlessItIsAMark(SparkSession spark) {
    assertThat(missing(spark, "(null, null)", "1")).containsExactly(false);
    assertThat(missing(spark, "(null, null)", "'NA'")).containsExactly(true);
  }
}
