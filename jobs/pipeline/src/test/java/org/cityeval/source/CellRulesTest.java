package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.cityeval.config.TestConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class CellRulesTest {
  @TempDir private Path folder;

  private SourceConfig source(String property) {
    return TestConfig.load(
            folder,
            TestConfig.with(
                "path: cases.csv\n    shape: long",
                "path: cases.csv\n    shape: long\n    missing: [NA]\n    contract: {schema: [{name: c, "
                    + property
                    + "}]}"))
        .sources()
        .get("cases");
  }

  /** Those of the cells that break the property of their column. */
  private List<String> broken(SparkSession spark, String property, String cells) {
    SourceConfig source = source(property + ", severity: warn");
    Dataset<Row> rows =
        spark.createDataset(List.of(cells.split("\\|", -1)), Encoders.STRING()).toDF("c");
    List<String> broken = new ArrayList<>();
    rows.where(CellRules.isBroken(source, source.contract().schema().get(0)))
        .collectAsList()
        .forEach(row -> broken.add(row.getString(0)));
    return broken;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "logicalType: number # 5|-1.5|x|NaN|1,000||NA # x|NaN|1,000",
        "logicalType: integer # 5|-5|5.0|5.5|x # 5.5|x",
        "logicalType: date # 2020-02-29|2020-02-30|3/1/20|2020-3-1 # 2020-02-30|3/1/20|2020-3-1",
        "logicalType: boolean # true|FALSE|1|yes # 1|yes",
        "logicalType: string # x|5|| #",
        "'logicalType: string, required: true' # x| |NA|\u3000 # ' |NA|\u3000'",
        "'logicalType: number, logicalTypeOptions: {minimum: 0, maximum: 10}' # -1|0|10|10.5|x # -1|10.5|x",
        "'logicalType: date, logicalTypeOptions: {minimum: 2020-01-01, maximum: 2020-12-31}'"
            + " # 2019-12-31|2020-01-01|2020-12-31|2021-01-01 # 2019-12-31|2021-01-01",
        // The pattern is of the whole cell, each of its alternatives too.
        "'logicalType: string, logicalTypeOptions: {pattern: ''[0-9]{2}|x''}' # 12|x|123|x1|ax # 123|x1|ax"
      })
  void aCellBreaksItsTypeItsBoundsOrThatItMustBeFilled(
      String property, String cells, String expected, SparkSession spark) {
    assertThat(String.join("|", broken(spark, property.strip(), cells)))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aRefusedRowTellsTheRuleAndTheCell(SparkSession spark) {
    SourceConfig refusing = source("logicalType: number, required: true, severity: quarantine");
    SourceConfig warning = source("logicalType: number, required: true, severity: warn");
    Dataset<Row> rows = spark.createDataset(List.of("5", "many", ""), Encoders.STRING()).toDF("c");

    assertThat(
            rows.select(CellRules.refused(refusing, List.of("c"))).collectAsList().stream()
                .map(row -> row.getString(0)))
        .containsExactly(null, "schema.c, many", "schema.c, ");
    assertThat(rows.select(CellRules.refused(warning, List.of("c"))).collectAsList())
        .allMatch(row -> row.isNullAt(0));
    assertThat(rows.select(CellRules.refused(refusing, List.of("other"))).collectAsList())
        .allMatch(row -> row.isNullAt(0));
  }

  @Test
  void rowsThatTheFilterLeavesOutOrThatCouldNotBeReadAreNotInScope(SparkSession spark) {
    SourceConfig source =
        TestConfig.load(
                folder,
                TestConfig.with(
                    "path: cases.csv\n    shape: long",
                    "path: cases.csv\n    shape: long\n    where: n > 0"))
            .sources()
            .get("cases");
    Dataset<Row> rows =
        spark.sql(
            "select * from values (1, null), (0, null), (null, null), (1, 'cell_count: 1')"
                + " as t(n, _malformed)");

    assertThat(
            rows.select(CellRules.inScope(spark, source)).collectAsList().stream()
                .map(r -> r.getBoolean(0)))
        .containsExactly(true, false, false, false);
    assertThat(
            spark
                .range(1)
                .select(CellRules.isMissing(functions.lit(null).cast("string"), List.of("NA")))
                .head()
                .getBoolean(0))
        .isTrue();
  }
}
