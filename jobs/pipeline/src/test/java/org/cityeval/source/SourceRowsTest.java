package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.TestConfig;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class SourceRowsTest {
  @TempDir private Path folder;

  private EvaluationConfig config() {
    return TestConfig.load(folder, TestConfig.VALID);
  }

  private static List<Object> values(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.get(0)).toList();
  }

  @Test
  void aRowOfTheLakeIsARecordForEachMeasureOrCell(SparkSession spark) {
    Dataset<Row> lake =
        spark.sql(
            "select 'A' as id, 1 as `2020-03-01`, 2 as `2020-03-02`, string(null) as _malformed");

    assertThat(SourceRows.recordsOfRow(lake, "s", config().sources().get("cases"))).isEqualTo(1);
    assertThat(SourceRows.recordsOfRow(lake, "s", config().sources().get("phones"))).isEqualTo(2);
    assertThat(SourceRows.reshape(lake, "s", config().sources().get("phones")).count())
        .isEqualTo(2);
    assertThat(SourceRows.reshape(lake, "s", config().sources().get("cases"))).isSameAs(lake);
    assertThat(SourceRows.date(config().sources().get("cases").mapping())).isEqualTo("day");
    assertThat(SourceRows.date(config().sources().get("phones").mapping())).isEqualTo("_date");
  }

  @Test
  void aFilterThatIsNeitherTrueNorFalseKeepsNoRow(SparkSession spark) {
    Dataset<Row> rows = spark.sql("select * from values (1), (0), (null) as t(n)");

    assertThat(values(rows.select(SourceRows.isKept(spark, "n > 0"))))
        .containsExactly(true, false, false);
    assertThat(values(rows.select(SourceRows.isKept(spark, null))))
        .containsExactly(true, true, true);
  }

  @Test
  void aDayIsADateOrIsoText(SparkSession spark) {
    Dataset<Row> rows =
        spark.sql(
            "select * from values (' 2020-02-29 '), ('2020-02-30'), ('3/1/20'), (''), (null) as t(d)");

    assertThat(values(rows.select(SourceRows.day(spark, "d"))))
        .containsExactly(LocalDate.of(2020, 2, 29), null, null, null, null);
    assertThat(values(spark.range(1).select(SourceRows.day(spark, "date'2020-03-01'"))))
        .containsExactly(LocalDate.of(2020, 3, 1));
  }

  @Test
  void theDayOfPublicationIsDeclaredOrReadOrUnknown(SparkSession spark) {
    Dataset<Row> rows = spark.sql("select '2020-05-08' as told");
    LocalDate day = LocalDate.of(2020, 5, 1);

    assertThat(values(rows.select(SourceRows.asOf(rows, Optional.of(day), Optional.empty()))))
        .containsExactly(day);
    assertThat(values(rows.select(SourceRows.asOf(rows, Optional.empty(), Optional.of("told")))))
        .containsExactly(LocalDate.of(2020, 5, 8));
    assertThat(
            rows.select(SourceRows.asOf(rows, Optional.empty(), Optional.empty()))
                .head()
                .isNullAt(0))
        .isTrue();
  }

  @Test
  void aRowIsToldAsJsonOrAsItStands(SparkSession spark) {
    Dataset<Row> rows =
        spark.sql(
            "select * from values ('A', '2020-03-01', '5', null, 'x'), (null, null, null, 'A,5,\"', null)"
                + " as t(id, day, n, _raw, phone)");
    KeptColumns used = KeptColumns.of(rows, config().sources().get("cases"));

    assertThat(values(rows.select(SourceRows.told(used))))
        .containsExactly("{\"id\":\"A\",\"day\":\"2020-03-01\",\"n\":\"5\"}", "A,5,\"");
  }

  @Test
  void aSourceIsRegisteredUnderANameThatSqlTakes(SparkSession spark) {
    String view = SourceRows.register(spark.range(3).toDF(), "us-cases");

    assertThat(view).isEqualTo("contract_us_cases");
    assertThat(spark.table(view).count()).isEqualTo(3);
  }

  @Test
  void aNumberIsReadAsItsFilesWriteIt(SparkSession spark) {
    Dataset<Row> rows = spark.sql("select ' 1,234 ' as n");
    var grouped =
        TestConfig.load(
                folder,
                TestConfig.with(
                    "path: cases.csv", "path: cases.csv\n    options: {thousands: ','}"))
            .sources()
            .get("cases");

    assertThat(
            rows.select(SourceRows.number(grouped, IndicatorValueTable.N.col()))
                .head()
                .getDouble(0))
        .isEqualTo(1_234);
    assertThat(
            rows.select(
                    SourceRows.number(config().sources().get("cases"), IndicatorValueTable.N.col()))
                .head()
                .isNullAt(0))
        .isTrue();
  }
}
