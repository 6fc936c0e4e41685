package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.TestConfig;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A lake that knows more of persons than the config uses. */
@ExtendWith(SparkExtension.class)
class KeptColumnsTest {
  @TempDir private Path folder;

  private static Dataset<Row> rows(SparkSession spark) {
    return spark.sql(
        "select 1 as ID, 2 as day, 3 as n, 4 as phone, 5 as street, named_struct('a', 1) as person,"
            + " 'f' as _path, 'f' as _file, '1' as _line, null as _malformed, null as _raw");
  }

  private KeptColumns kept(SparkSession spark, String more) {
    var source =
        TestConfig.load(
                folder,
                TestConfig.with(
                    "path: cases.csv\n    shape: long", "path: cases.csv\n    shape: long" + more))
            .sources()
            .get("cases");
    return KeptColumns.of(rows(spark), source);
  }

  private static List<String> names(SparkSession spark, KeptColumns kept) {
    Column[] columns = kept.columns();
    return Arrays.asList(rows(spark).select(columns).columns());
  }

  @Test
  void thoseThatTheConfigUsesAreKept(SparkSession spark) {
    KeptColumns kept = kept(spark, "");

    assertThat(names(spark, kept)).containsExactly("ID", "day", "n");
    assertThat(kept.keepsUnreadable()).isTrue();
  }

  /** A backtick of a name is written twice. */
  @Test
  void aNameIsFoundHoweverAnExpressionWritesIt(SparkSession spark) {
    Dataset<Row> rows = spark.sql("select 1 as `a``b`, 2 as `Straße 1`, 3 as phone");
    var source =
        TestConfig.load(
                folder,
                TestConfig.with(
                    "path: cases.csv\n    shape: long",
                    "path: cases.csv\n    shape: long\n    where: \"`A``B` > 0 and `STRAßE 1` = 2\""))
            .sources()
            .get("cases");

    assertThat(rows.select(KeptColumns.of(rows, source).columns()).columns())
        .containsExactly("a`b", "Straße 1");
  }

  @Test
  void whatAnExpressionOrAQueryNamesIsUsed(SparkSession spark) {
    assertThat(names(spark, kept(spark, "\n    where: lower(STREET) != 'x' and person.a > 0")))
        .containsExactly("ID", "day", "n", "street", "person");
    assertThat(
            names(
                spark,
                kept(
                    spark,
                    "\n    contract: {quality: [{id: q, type: sql, query: 'select count(phone) from"
                        + " {object}', mustBe: 0, severity: warn}]}")))
        .containsExactly("ID", "day", "n", "phone");
  }

  @Test
  void thoseThatAreDeclaredAreKeptAndNoUnreadableRow(SparkSession spark) {
    KeptColumns kept = kept(spark, "\n    kept_columns: [Day]");

    assertThat(names(spark, kept)).containsExactly("day");
    assertThat(kept.keepsUnreadable()).isFalse();
    assertThat(names(spark, kept(spark, "\n    kept_columns: [absent]"))).containsExactly("_");
    assertThat(KeptColumns.unknown(rows(spark), List.of("Day", "absent", "_path")))
        .containsExactly("absent", "_path");
  }
}
