package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class CellTextTest {
  private static final List<String> CELLS =
      List.of(
          "",
          " ",
          "  a b ",
          "\ta\t",
          "a\n",
          "\u00a0330102\u00a0",
          "\u3000上城 区\u3000",
          "\ufeffa",
          "\u200ba\u200b",
          "a\u00a0b",
          "\n \u3000\t");

  @ParameterizedTest
  @CsvSource({
    "'  a b ', a b",
    "'\ta\r\n', a",
    "'\u00a0330102\u00a0', 330102",
    "'\u3000上城 区\u3000', 上城 区",
    "'\ufeff\u200ba', a",
    "'a\u3000b', a\u3000b",
    "' \u3000 ', ''",
    "'', ''"
  })
  void blanksOfSpreadsheetsAndPagesAreNoneOfTheText(String cell, String expected) {
    assertThat(CellText.stripped(cell)).isEqualTo(expected);
  }

  @Test
  void aColumnIsStrippedAsATextIs(SparkSession spark) {
    List<Row> rows =
        spark
            .createDataset(CELLS, Encoders.STRING())
            .select(functions.col("value"), CellText.stripped(functions.col("value")))
            .collectAsList();

    assertThat(rows).hasSize(CELLS.size());
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.getString(1)).isEqualTo(CellText.stripped(row.getString(0))));
    assertThat(
            spark
                .range(1)
                .select(CellText.stripped(functions.lit(null).cast("string")))
                .head()
                .isNullAt(0))
        .isTrue();
  }

  @Test
  void aTextOfTheEngineIsStrippedAsATextIs() {
    assertThat(CELLS)
        .allSatisfy(
            cell ->
                assertThat(CellText.stripped(UTF8String.fromString(cell)))
                    .hasToString(CellText.stripped(cell)));
  }
}
