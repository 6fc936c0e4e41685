package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class EventBatchesTest {
  @TempDir private Path folder;

  /** A session of its own, in which the reader gives whole columns. */
  private static SparkSession columnar(SparkSession spark) {
    SparkSession own = spark.newSession();
    own.conf().set("spark.sql.codegen.wholeStage", "true");
    own.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
    return own;
  }

  private Dataset<Row> file(SparkSession spark) {
    String path = folder.resolve("t.parquet").toString();
    spark
        .range(3)
        .coalesce(1)
        .selectExpr("id as a", "10 * id as b", "100 * id as c")
        .write()
        .parquet(path);
    return spark.read().parquet(path);
  }

  /** The cells of all batches, column after column within a row. */
  private static List<Long> cells(JavaRDD<ColumnarBatch> batches) {
    return batches
        .mapPartitions(
            each -> {
              List<Long> cells = new ArrayList<>();
              each.forEachRemaining(
                  batch -> {
                    for (int row = 0; row < batch.numRows(); row++) {
                      for (int column = 0; column < batch.numCols(); column++) {
                        cells.add(batch.column(column).getLong(row));
                      }
                    }
                  });
              return cells.iterator();
            })
        .collect();
  }

  @Test
  void rowsThatAreComputedBecomeBatches(SparkSession spark) {
    Dataset<Row> rows = spark.range(3).coalesce(1).selectExpr("id", "id * id + 1 as more");

    assertThat(cells(EventBatches.ofRows(rows))).containsExactly(0L, 1L, 1L, 2L, 2L, 5L);
  }

  /** The reader gives a and c in the order of the file. */
  @Test
  void columnsOfAFileComeAsTheReaderHasThemInTheOrderThatIsAsked(SparkSession spark) {
    Dataset<Row> rows = file(columnar(spark)).select("c", "a");

    assertThat(cells(EventBatches.ofScan(rows).orElseThrow()))
        .containsExactly(0L, 0L, 100L, 1L, 200L, 2L);
  }

  @Test
  void whatIsComputedIsNoColumnOfTheFile(SparkSession spark) {
    assertThat(EventBatches.ofScan(file(columnar(spark)).selectExpr("a + 1 as d"))).isEmpty();
  }

  @Test
  void whatIsNoFileHasNoBatchesOfItsOwn(SparkSession spark) {
    assertThat(EventBatches.ofScan(columnar(spark).range(3).toDF())).isEmpty();
  }

  @Test
  void aReaderThatGivesRowsHasNone(SparkSession spark) {
    SparkSession rows = columnar(spark);
    rows.conf().set("spark.sql.parquet.enableVectorizedReader", "false");

    assertThat(EventBatches.ofScan(file(rows))).isEmpty();
  }
}
