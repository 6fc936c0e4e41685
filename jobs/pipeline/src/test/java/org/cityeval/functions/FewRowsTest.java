package org.cityeval.functions;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.StartedJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FewRowsTest {
  /** An orderBy would take two. */
  @Test
  void rowsComeInOrderByOneJob(SparkSession spark) throws Exception {
    StartedJobs started =
        StartedJobs.during(
            spark,
            () ->
                assertThat(
                        FewRows.collectInOrder(
                            spark
                                .sql(
                                    "select * from values (7), (4), (1), (5), (2), (null), (6),"
                                        + " (3) as t(n)")
                                .repartition(3, col("n")),
                            col("n").desc()))
                    .extracting(Row::mkString)
                    .containsExactly("7", "6", "5", "4", "3", "2", "1", "null"));

    assertThat(started).isEqualTo(new StartedJobs(1, 1));
  }
}
