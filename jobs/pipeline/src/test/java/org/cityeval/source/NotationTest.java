package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class NotationTest {
  /** The numbers that a notation reads of texts; null where it reads none. */
  private static Double[] read(SparkSession spark, Notation notation, String... texts) {
    Double[] numbers = new Double[texts.length];
    Row row =
        spark
            .range(1)
            .select(
                Arrays.stream(texts)
                    .map(text -> notation.number(functions.lit(text)))
                    .toArray(Column[]::new))
            .head();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = row.getAs(i);
    }
    return numbers;
  }

  @Test
  void numbersAreReadAsProgramsWriteThem(SparkSession spark) {
    assertThat(read(spark, Notation.PLAIN, "5", "-0.5", "+.5", "5.", "1e3", "1E-2", "007"))
        .containsExactly(5.0, -0.5, 0.5, 5.0, 1_000.0, 0.01, 7.0);
  }

  @Test
  void whatIsNoNumberIsNone(SparkSession spark) {
    assertThat(
            read(
                spark,
                Notation.PLAIN,
                "",
                "NaN",
                "Infinity",
                "-inf",
                "1d",
                "1f",
                "0x1F",
                "1e400",
                "1,5",
                "1 000",
                "--1",
                ".",
                "e5",
                "５"))
        .containsOnlyNulls();
  }

  @Test
  void thousandsAreGroupedByThreeOrNotAtAll(SparkSession spark) {
    Notation grouped = new Notation(",", ".");

    assertThat(read(spark, grouped, "1,234", "1,234,567.5", "1234", "-1,234"))
        .containsExactly(1_234.0, 1_234_567.5, 1_234.0, -1_234.0);
    assertThat(read(spark, grouped, "1,23", "12,34", "1234,567", ",123", "1,234,56", "1,,234"))
        .containsOnlyNulls();
  }

  /** A point as the mark of thousands means itself, not any character. */
  @Test
  void commaAndPointMayChangePlaces(SparkSession spark) {
    Notation german = new Notation(".", ",");

    assertThat(read(spark, german, "1.234,5", "0,5", ",5", "1.234"))
        .containsExactly(1_234.5, 0.5, 0.5, 1_234.0);
    assertThat(read(spark, german, "1x234", "1.5", "1,234.5")).containsOnlyNulls();
  }

  @Test
  void aColumnOfNumbersIsTakenAsItIsAndTextIsStripped(SparkSession spark) {
    var rows = spark.sql("select 5L as whole, cast('NaN' as double) as none, '\u3000 5 ' as text");
    Row read =
        rows.select(
                Notation.PLAIN.number(rows, functions.col("whole")),
                Notation.PLAIN.number(rows, functions.col("none")),
                Notation.PLAIN.number(rows, functions.col("text")))
            .head();

    assertThat(read.getDouble(0)).isEqualTo(5);
    assertThat(read.getDouble(1)).isNaN();
    assertThat(read.getDouble(2)).isEqualTo(5);
  }
}
