package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.DistrictKey.DistrictColumns;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class WideDistrictsTest {
  private static Dataset<Row> rows(SparkSession spark) {
    return spark.sql(
        "select '2020-03-01' as day, '5' as BX_CASES, '2' as BX_PROBABLE_CASES, '7' as BK_CASES,"
            + " string(null) as _malformed");
  }

  private static Map<Quantity, DistrictColumns> suffixes(String... suffixes) {
    return Map.of(Quantity.NEW_CASES, new DistrictColumns(null, List.of(suffixes), null));
  }

  @Test
  void eachColumnOfADistrictBecomesARow(SparkSession spark) {
    Dataset<Row> rows =
        WideDistricts.unpivot(rows(spark).drop("BX_PROBABLE_CASES"), "s", suffixes("_CASES"));

    assertThat(rows.columns()).doesNotContain(WideDistricts.COLUMNS);
    assertThat(
            rows.select("day", "_district_heading", "_measure", "_heading", "value")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly(
            "[2020-03-01,BX,new_cases,BX_CASES,5]", "[2020-03-01,BK,new_cases,BK_CASES,7]");
  }

  @Test
  void columnsThatAreAddedTellHowManyTheirDistrictHas(SparkSession spark) {
    assertThat(
            WideDistricts.unpivot(rows(spark), "s", suffixes("_CASES", "_PROBABLE_CASES"))
                .select("_district_heading", "value", "_columns_of_district")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[BX,5,2]", "[BX,2,2]", "[BK,7,1]");
  }

  @Test
  void whatTheHeadingsLackStopsTheReading(SparkSession spark) {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> WideDistricts.unpivot(rows(spark), "sources.s", suffixes("_DEATHS")))
        .withMessage("sources.s.district_columns.new_cases: no heading is <district>_DEATHS.");
    assertThat(
            WideDistricts.longerHeadings(
                rows(spark), "s", suffixes("_CASES"), List.of("BX", "BK")::contains))
        .hasSize(1);
  }
}
