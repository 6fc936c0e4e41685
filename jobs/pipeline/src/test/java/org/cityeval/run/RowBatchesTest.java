package org.cityeval.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RowBatchesTest {
  private static final StructType ALL =
      new StructType()
          .add("text", DataTypes.StringType)
          .add("whole", DataTypes.IntegerType)
          .add("number", DataTypes.DoubleType)
          .add("day", DataTypes.DateType)
          .add("moment", DataTypes.TimestampType)
          .add("exact", DataTypes.createDecimalType(30, 4))
          .add("many", DataTypes.createArrayType(DataTypes.StringType))
          .add("by_name", DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType))
          .add("within", new StructType().add("flag", DataTypes.BooleanType));

  private static List<Row> rows() {
    return List.of(
        RowFactory.create(
            "杭州",
            7,
            -0.0,
            LocalDate.of(2020, 1, 23),
            Instant.parse("2020-01-23T10:00:00Z"),
            new BigDecimal("12345678901234567890.1234"),
            List.of("a", "", "bcd"),
            Map.of("x", 1L),
            RowFactory.create(true)),
        RowFactory.create(null, null, Double.NaN, null, null, null, null, null, null),
        RowFactory.create(
            "",
            Integer.MIN_VALUE,
            Double.NEGATIVE_INFINITY,
            LocalDate.of(1600, 2, 29),
            Instant.EPOCH,
            new BigDecimal("0.0001"),
            Arrays.asList("a", null),
            Map.of(),
            RowFactory.create((Object) null)));
  }

  private static Dataset<Row> days(SparkSession spark) {
    return spark.createDataFrame(rows(), ALL).coalesce(1);
  }

  private static List<String> text(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void whatIsKeptComesBack(SparkSession spark) {
    List<String> given = text(days(spark));

    try (KeptRows kept = KeptRows.of(days(spark))) {
      assertThat(text(kept.rows())).isEqualTo(given);
      // The second pass reads what the first has made.
      assertThat(text(kept.rows())).isEqualTo(given);
    }
  }

  @Test
  void aPassReadsTheColumnsItAsksForInItsOrder(SparkSession spark) {
    try (KeptRows kept = KeptRows.of(days(spark))) {
      assertThat(kept.rows().select("number", "text").collectAsList())
          .extracting(Row::toString)
          .containsExactly("[-0.0,杭州]", "[NaN,null]", "[-Infinity,]");
      assertThat(kept.rows().select("many").where("text = '杭州'").head().<String>getList(0))
          .containsExactly("a", "", "bcd");
      assertThat(kept.rows().count()).isEqualTo(3);
    }
  }

  /** 300,000 rows of 100 bytes and more are some thirty batches, of which none is lost. */
  @Test
  void manyBatchesKeepTheOrderOfRows(SparkSession spark) {
    Dataset<Row> many =
        spark
            .range(0, 300_000, 1, 2)
            .select(col("id"), lit("x".repeat(90)).as("text"), spark_partition_id().as("part"));

    try (KeptRows kept = KeptRows.of(many)) {
      List<Long> ids = new ArrayList<>();
      kept.rows().select("id").toLocalIterator().forEachRemaining(row -> ids.add(row.getLong(0)));
      assertThat(ids).hasSize(300_000);
      assertThat(ids.get(0)).isZero();
      assertThat(ids).isSorted().doesNotHaveDuplicates();
      assertThat(kept.rows().select("part").distinct().count()).isEqualTo(2);
    }
  }

  @Test
  void aRowLargerThanABatchIsABatch(SparkSession spark) {
    String large = "é".repeat(RowBatches.BATCH_BYTES);

    try (KeptRows kept =
        KeptRows.of(spark.range(0, 3, 1, 1).select(col("id"), lit(large).as("text")))) {
      assertThat(kept.rows().where(col("text").equalTo(large)).select("id").collectAsList())
          .extracting(row -> row.getLong(0))
          .containsExactly(0L, 1L, 2L);
    }
  }

  /** What memory has no room for is kept on disk, and read from there. */
  @Test
  void whatIsKeptMayLieOnDisk(SparkSession spark) {
    Dataset<Row> onDisk = days(spark).persist(StorageLevel.DISK_ONLY());
    try {
      assertThat(text(onDisk)).isEqualTo(text(days(spark)));
      assertThat(onDisk.select("text").collectAsList())
          .extracting(row -> row.getString(0))
          .containsExactly("杭州", null, "");
      assertThat(spark.sparkContext().getRDDStorageInfo())
          .anySatisfy(kept -> assertThat(kept.diskSize()).isPositive());
    } finally {
      onDisk.unpersist(true);
    }
  }

  @Test
  void nothingIsKeptOfNoRows(SparkSession spark) {
    try (KeptRows kept = KeptRows.of(spark.range(0).toDF())) {
      assertThat(kept.rows().collectAsList()).isEmpty();
    }
  }

  /** Whatever is kept anywhere in the program is kept so. */
  @Test
  void itIsWhatTheSessionKeepsRowsBy(SparkSession spark) {
    try (KeptRows kept = KeptRows.of(days(spark))) {
      InMemoryRelation relation =
          (InMemoryRelation) kept.rows().queryExecution().analyzed().collectLeaves().head();

      assertThat(relation.cacheBuilder().serializer()).isInstanceOf(RowBatches.class);
    }
  }
}
