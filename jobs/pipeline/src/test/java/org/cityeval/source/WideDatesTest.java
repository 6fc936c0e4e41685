package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.StartedJobs;
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

  /** A damaged row stays one row of which no heading says anything. */
  @Test
  void rowsThatAreHeldBecomeTheSameWithoutAJob(SparkSession spark) throws Exception {
    Dataset<Row> planned =
        rows(spark).union(spark.sql("select 'B', null, null, null, 'cell_count: 2'"));
    Dataset<Row> held = spark.createDataFrame(planned.collectAsList(), planned.schema());
    List<Row> made = new ArrayList<>();

    StartedJobs started =
        StartedJobs.during(
            spark,
            () ->
                made.addAll(
                    WideDates.unpivot(held, "s", "M/d/yy").drop("_heading").collectAsList()));

    assertThat(started.jobs()).isZero();
    assertThat(made)
        .extracting(Row::toString)
        .containsExactly(
            "[A,15,null,2020-03-01,5]",
            "[A,15,null,2020-03-02,7]",
            "[B,null,cell_count: 2,null,null]")
        .containsExactlyElementsOf(
            WideDates.unpivot(planned, "s", "M/d/yy").drop("_heading").collectAsList().stream()
                .map(Row::toString)
                .toList());
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
