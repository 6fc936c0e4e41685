package org.cityeval.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class KeptRowsTest {
  private static Dataset<Row> squares(SparkSession spark, LongAccumulator made) {
    return spark
        .range(10)
        .withColumn(
            "square",
            udf(
                    (UDF1<Long, Long>)
                        number -> {
                          made.add(1);
                          return number * number;
                        },
                    DataTypes.LongType)
                .apply(col("id")));
  }

  @Test
  void rowsAreMadeOnceHoweverManyPassesReadThem(SparkSession spark) {
    LongAccumulator made = spark.sparkContext().longAccumulator();
    try (KeptRows kept = KeptRows.of(squares(spark, made))) {
      assertThat(kept.rows().count()).isEqualTo(10);
      assertThat(kept.rows().agg(sum("square")).head().getLong(0)).isEqualTo(285);
      assertThat(kept.rows().where("square > 50").select("id").collectAsList())
          .extracting(row -> row.getLong(0))
          .containsExactly(8L, 9L);
    }

    assertThat(made.value()).isEqualTo(10);
  }

  @Test
  void aPassIsPlannedOnWhatIsKept(SparkSession spark) {
    LongAccumulator made = spark.sparkContext().longAccumulator();
    try (KeptRows kept = KeptRows.of(squares(spark, made));
        KeptRows larger = KeptRows.of(kept.rows().where("square > 50"))) {
      Dataset<Row> twice = kept.rows().unionByName(larger.rows());

      assertThat(CollectionConverters.asJava(twice.queryExecution().analyzed().collectLeaves()))
          .extracting(leaf -> leaf.getClass().getSimpleName())
          .containsExactly("InMemoryRelation", "InMemoryRelation");
      assertThat(twice.orderBy("id").collectAsList())
          .extracting(row -> row.getLong(0))
          .isEqualTo(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 8L, 9L, 9L));
    }
  }

  @Test
  void whatIsClosedIsNoLongerKept(SparkSession spark) {
    Dataset<Row> rows = squares(spark, spark.sparkContext().longAccumulator());
    KeptRows kept = KeptRows.of(rows);
    assertThat(rows.storageLevel().useMemory()).isTrue();

    kept.close();

    assertThat(rows.storageLevel().useMemory()).isFalse();
  }

  @Test
  void rowsAreHandedToWhatWillCloseThem(SparkSession spark) {
    Dataset<Row> rows = squares(spark, spark.sparkContext().longAccumulator());

    try (KeptRows owner = KeptRows.handOver(rows, kept -> kept)) {
      assertThat(owner.rows().count()).isEqualTo(10);
      assertThat(rows.storageLevel().useMemory()).isTrue();
    }
  }

  @Test
  void rowsAreLetGoWhereNothingWillCloseThem(SparkSession spark) {
    Dataset<Row> rows = squares(spark, spark.sparkContext().longAccumulator());

    assertThatThrownBy(
            () ->
                KeptRows.handOver(
                    rows,
                    kept -> {
                      throw new IllegalStateException("a later step");
                    }))
        .hasMessage("a later step");

    assertThat(rows.storageLevel().useMemory()).isFalse();
  }
}
