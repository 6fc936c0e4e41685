package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.run.Run;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The filter of a source is completed by two variables, one value within the other. */
@ExtendWith(SparkExtension.class)
class ConcealmentTest {
  private final SparkSession spark;
  @TempDir private Path folder;

  ConcealmentTest(SparkSession spark) {
    this.spark = spark;
  }

  private Run run(String where) {
    TinyLake lake = TinyLake.in(folder);
    Run run = lake.begin(spark);
    lake.configure("path: cases.csv", "path: cases.csv\n    where: " + where);
    return new Run(
        run.identity(),
        ConfigLoader.load(
            lake.config(), Map.of("KEY", "hunter22", "LONG", "hunter22-and-more"), List.of()),
        run.configHash(),
        run.warehouse(),
        run.knownOn(),
        run.extent());
  }

  private Dataset<Row> rows() {
    return spark.sql(
        "select * from values"
            + " ('is hunter22, hunter22', 'hunter22', 'hunter22-and-more'),"
            + " (null, 'hunter22', 'HUNTER22')"
            + " as t(record, reason, position)");
  }

  @Test
  void valuesOfVariablesAreNamedInTheColumnsAskedForAndInNoOther() {
    assertThat(
            Concealment.in(
                    run("district not in ('${KEY}', '${LONG}')"), rows(), "record", "position")
                .selectExpr("concat_ws('|', coalesce(record, 'null'), reason, position)")
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly("is ${KEY}, ${KEY}|hunter22|${LONG}", "null|hunter22|HUNTER22");
  }

  @Test
  void aConfigThatNamesNoVariableLeavesTheRowsAsTheyAre() {
    Dataset<Row> rows = rows();

    assertThat(Concealment.in(run("district <> 'KEY'"), rows, "record")).isSameAs(rows);
  }
}
