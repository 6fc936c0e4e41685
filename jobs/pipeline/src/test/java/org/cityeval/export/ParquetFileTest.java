package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ParquetFileTest {
  /** Read by Spark's own reader. */
  @Test
  void typesAndCellsAreThoseOfTheTable(SparkSession spark, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("some.parquet");
    try (TableFile out = ParquetFile.KIND.beginning().of(file, SampleTable.SPEC)) {
      out.write(SampleTable.FULL);
      out.write(SampleTable.EMPTY);
    }

    Dataset<Row> read = spark.read().parquet(file.toString());
    for (int i = 0; i < read.schema().size(); i++) {
      assertThat(read.schema().apply(i).name()).isEqualTo(SampleTable.SPEC.columns().get(i).name());
      assertThat(read.schema().apply(i).dataType())
          .isEqualTo(SampleTable.SPEC.columns().get(i).type());
    }
    assertThat(read.collectAsList())
        .isEqualTo(
            List.of(
                RowFactory.create(
                    "港口区, \"A\"\u0001",
                    0.1 + 0.2,
                    Long.MIN_VALUE,
                    -7,
                    true,
                    LocalDate.of(1918, 3, 4),
                    Instant.parse("2020-01-01T23:59:59.123456Z")),
                RowFactory.create("", null, null, null, null, null, null)));
  }
}
