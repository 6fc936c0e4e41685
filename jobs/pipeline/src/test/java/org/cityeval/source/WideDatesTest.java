package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class WideDatesTest {
  private static Dataset<Row> rows(SparkSession spark) {
    return spark.sql(
        "select 'A' as id, '5' as `3/1/20`, '15' as total, '7' as `3/2/20`,"
            + " string(null) as _malformed");
  }

  @Test
  void columnsOfThePatternBecomeRowsAndTheOthersStay(SparkSession spark) {
    assertThat(
            WideDates.unpivot(rows(spark), "s", "M/d/yy")
                .select("id", "total", "_date", "_heading", "value")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[A,15,2020-03-01,3/1/20,5]", "[A,15,2020-03-02,3/2/20,7]");
  }

  @Test
  void aPatternThatNoHeadingFitsIsToldWithTheColumns(SparkSession spark) {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> WideDates.unpivot(rows(spark), "sources.s", "yyyy-MM-dd"))
        .withMessage("sources.s.date_columns: no heading is a date like yyyy-MM-dd.")
        .satisfies(
            p -> assertThat(p.why()).isEqualTo("The columns are id, 3/1/20, total, 3/2/20, ..."));
  }
}
