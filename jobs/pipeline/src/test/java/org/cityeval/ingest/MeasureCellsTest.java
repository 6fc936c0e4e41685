package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.lake.Provenance;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A source of counts alone, and one of counts and of an index from 0 to 200 beside them. */
@ExtendWith(SparkExtension.class)
class MeasureCellsTest {
  private static final String ONE = "new_cases: {value: n, kind: daily_count}";
  private static final String TWO =
      """
      new_cases: {value: n, kind: daily_count}
            mobility_transit_change: {value: m, kind: index, range: [0, 200]}""";

  @TempDir private Path folder;

  private final SparkSession spark;

  MeasureCellsTest(SparkSession spark) {
    this.spark = spark;
  }

  private MeasureCells cells(String measures) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure("new_cases: {value: new_cases, kind: daily_count}", measures)
            .configure("path: cases.csv", "path: cases.csv\n    missing: [NA]");
    return new MeasureCells(
        ConfigLoader.load(lake.config(), Map.of(), List.of()).sources().get("cases"), spark);
  }

  private Dataset<Row> rows(String rows) {
    return spark
        .sql("select * from values " + rows + " as t(n, m, damage)")
        .withColumn(Provenance.MALFORMED, col("damage").cast("string"));
  }

  private static List<String> shown(Dataset<Row> rows, Column... columns) {
    return rows.select(columns).collectAsList().stream().map(row -> row.mkString("|")).toList();
  }

  private static List<String> cells(Dataset<Row> rows) {
    return shown(
        rows, MeasureCells.MEASURE, MeasureCells.TEXT, MeasureCells.NUMBER, MeasureCells.MISSING);
  }

  @Test
  void aRowOfOneMeasureStaysOneRow() {
    assertThat(
            cells(cells(ONE).each(rows("(' 12 ', '5', null), ('NA', '5', null), ('x', '', null)"))))
        .containsExactly(
            "new_cases|12|12.0|false", "new_cases|NA|null|true", "new_cases|x|null|false");
  }

  @Test
  void aRowOfTwoMeasuresIsTwoInTheOrderOfTheConfig() {
    assertThat(cells(cells(TWO).each(rows("('12', '99.5', null)"))))
        .containsExactly("new_cases|12|12.0|false", "mobility_transit_change|99.5|99.5|false");
  }

  /** Nothing of it was read, so it is no record of each measure. */
  @Test
  void aRowThatCouldNotBeReadIsOneOfTheFirstMeasure() {
    assertThat(cells(cells(TWO).each(rows("(null, null, 'cell_count')"))))
        .containsExactly("new_cases|null|null|true");
  }

  @Test
  void aNumberIsHeldAgainstWhatItsOwnMeasureMayBe() {
    MeasureCells two = cells(TWO);
    Dataset<Row> rows =
        two.each(rows("('-1', '-1', null), ('0.5', '201', null), ('7', '7', null)"));

    assertThat(
            shown(
                rows,
                MeasureCells.MEASURE,
                MeasureCells.NUMBER,
                two.isNegativeCount(),
                two.isOutOfRange(),
                two.isOutsideDomain(lit(6.0))))
        .containsExactly(
            "new_cases|-1.0|true|null|true",
            "mobility_transit_change|-1.0|false|true|true",
            "new_cases|0.5|false|null|true",
            "mobility_transit_change|201.0|false|true|false",
            "new_cases|7.0|false|null|true",
            "mobility_transit_change|7.0|false|false|false");
    assertThat(shown(rows.limit(1), two.domainInWords()))
        .isNotEqualTo(shown(rows.offset(1).limit(1), two.domainInWords()));
  }
}
