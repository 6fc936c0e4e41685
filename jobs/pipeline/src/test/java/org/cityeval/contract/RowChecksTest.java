package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.TestConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Six rows of id, day and n, one that the source leaves out and one that cannot be read. */
@ExtendWith(SparkExtension.class)
class RowChecksTest {
  private static final String ROWS =
      """
      ('A', '2020-03-01', '5', null), ('A', '2020-03-01', '5', null), ('B', '2020-03-02', 'NA', null),
      ('B', ' ', 'x', null), ('C', '\u3000', '-1', null), ('out', '2020-03-01', 'x', null),
      (null, null, null, 'cell_count: 1')""";

  @TempDir private Path folder;

  private SourceConfig source(String contract) {
    return TestConfig.load(
            folder,
            TestConfig.with(
                "path: cases.csv\n    shape: long",
                "path: cases.csv\n    shape: long\n    missing: [NA]\n    where: id != 'out'\n"
                    + "    contract: "
                    + contract))
        .sources()
        .get("cases");
  }

  private Map<String, Double> measured(SparkSession spark, String contract) {
    Dataset<Row> rows = spark.sql("select * from values " + ROWS + " as t(id, day, n, _malformed)");
    Map<String, Double> numbers = new TreeMap<>();
    new RowChecks(source(contract))
        .measure(rows, "cases")
        .collectAsList()
        .forEach(row -> numbers.merge(row.getString(0), Measurement.of(row).number(), Double::sum));
    return numbers;
  }

  private static String library(String id, String metric, String more) {
    return "{id: "
        + id
        + ", type: library, metric: "
        + metric
        + ", "
        + more
        + ", mustBe: 0, severity: warn}";
  }

  @Test
  void cellsThatBreakTheirPropertyAreCounted(SparkSession spark) {
    assertThat(
            measured(
                spark,
                "{schema: [{name: n, logicalType: number, required: true,"
                    + " logicalTypeOptions: {minimum: 0}, severity: warn},"
                    + " {name: id, logicalType: string, unique: true, severity: warn},"
                    + " {name: absent, logicalType: string, required: true, severity: warn}]}"))
        // NA is missing, x no number, -1 too small; two A and two B are copies, one each.
        .isEqualTo(Map.of("schema.n", 3.0, "schema.id", 2.0));
  }

  /** Blank is what a spreadsheet shows blank: a space, and a full-width one. */
  @Test
  void metricsCountRowsOfTheSourceThatCouldBeRead(SparkSession spark) {
    assertThat(
            measured(
                spark,
                "{quality: ["
                    + String.join(
                        ", ",
                        List.of(
                            library("rows", "rowCount", "unit: rows"),
                            library("nulls", "nullValues", "arguments: {properties: [day]}"),
                            library("missing", "missingValues", "arguments: {properties: [n]}"),
                            library(
                                "invalid",
                                "invalidValues",
                                "arguments: {properties: [n], pattern: '[0-9]+'}"),
                            library(
                                "copies", "duplicateValues", "arguments: {properties: [id, day]}"),
                            library(
                                "share",
                                "nullValues",
                                "unit: percent, arguments: {properties: [day]}")))
                    + "]}"))
        .isEqualTo(
            Map.of(
                "rows", 5.0, "nulls", 2.0, "missing", 1.0, "invalid", 2.0, "copies", 1.0, "share",
                40.0));
  }

  @Test
  void aQueryAnswersWithANumberATruthOrNothing(SparkSession spark) {
    String query =
        "{id: %s, type: sql, query: 'select %s from {object}', mustBe: 1, severity: warn}";
    Map<String, Double> numbers =
        measured(
            spark,
            "{quality: ["
                + query.formatted("count", "count(*)")
                + ", "
                + query.formatted("truth", "count(*) = 7")
                + ", "
                + query.formatted("none", "max(id)")
                + "]}");

    assertThat(numbers).containsEntry("count", 7.0).containsEntry("truth", 1.0);
    assertThat(numbers.get("none")).isNaN();
  }

  @Test
  void rowsAreReadOnlyWhereAContractAsksForThem() {
    assertThat(
            new RowChecks(TestConfig.load(folder, TestConfig.VALID).sources().get("cases"))
                .areAny())
        .isFalse();
    assertThat(
            new RowChecks(
                    source(
                        "{quality: [{id: f, type: custom, engine: cityeval, implementation: increment,"
                            + " mustBeGreaterOrEqualTo: 0, severity: warn}]}"))
                .areAny())
        .isFalse();
    assertThat(
            new RowChecks(source("{quality: [" + library("r", "rowCount", "unit: rows") + "]}"))
                .areAny())
        .isTrue();
  }
}
