package org.cityeval.table.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.series.Quantity;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DistrictDayTableTest {
  private static List<String> columns(TableSpec table) {
    return List.of(table.columnNames());
  }

  @Test
  void aRowIsADistrictOrACityOnADay() {
    assertThat(DistrictDayTable.SILVER.qualifiedName()).isEqualTo("silver.district_day");
    assertThat(DistrictDayTable.GOLD.qualifiedName()).isEqualTo("gold.district_day");
    assertThat(DistrictDayTable.GOLD.key())
        .containsExactly("evaluation_id", "as_of", "city_id", "district_id", "level", "date");
    assertThat(DistrictDayTable.SILVER.key()).isEqualTo(DistrictDayTable.GOLD.key());
  }

  @Test
  void everyQuantityIsAColumnInItsOrder() {
    List<String> expected = new ArrayList<>(DistrictDayTable.SILVER.key());
    for (Quantity quantity : Quantity.values()) {
      expected.add(quantity.column());
      assertThat(DistrictDayTable.of(quantity).name()).isEqualTo(quantity.column());
    }
    expected.addAll(
        List.of("rt_status", "cases_flag", "measure_flags", "baseline_id", "input_hash"));

    assertThat(columns(DistrictDayTable.SILVER)).isEqualTo(expected);
  }

  /** Beside the ends that it is made of. */
  @Test
  void goldHasTheWidthOfAnIntervalAsWell() {
    List<String> expected = new ArrayList<>(columns(DistrictDayTable.SILVER));
    expected.add(expected.indexOf("rt_high") + 1, "rt_width");

    assertThat(columns(DistrictDayTable.GOLD)).isEqualTo(expected);
  }

  /** "Fraction of baseline" alone leaves open what a fall is. */
  @Test
  void aColumnSaysInWhatItIsCounted() {
    assertThat(DistrictDayTable.of(Quantity.NEW_CASES).comment())
        .isEqualTo("Newly reported cases; negative where a cumulative count fell [persons].");
    assertThat(DistrictDayTable.of(Quantity.MOBILITY_PARKS_CHANGE).comment())
        .isEqualTo("Visits to parks [fraction of the baseline: -0.2 is 20 % below].");
  }

  @Test
  void goldAloneIsChecked() {
    assertThat(DistrictDayTable.SILVER.checks()).isEmpty();
    assertThat(DistrictDayTable.GOLD.checks())
        .extracting(TableCheck::holds)
        .containsExactly(
            "rt_low <= rt_high", "rt_width <=> rt_high - rt_low", "rt_low >= 0", "incidence >= 0");
  }

  /** With one end the width would tell the other. */
  @Test
  void theWidthIsThatOfThePublishedEnds(SparkSession spark) {
    Dataset<Row> ends =
        spark.sql(
            "select * from values (1, 0.5D, 1.25D), (2, null, 1.25D), (3, 0.5D, null), (4, null,"
                + " null) as t(n, rt_low, rt_high)");

    assertThat(DistrictDayTable.widened(ends).orderBy("n").select("rt_width").collectAsList())
        .extracting(row -> row.get(0))
        .containsExactly(0.75, null, null, null);
  }
}
