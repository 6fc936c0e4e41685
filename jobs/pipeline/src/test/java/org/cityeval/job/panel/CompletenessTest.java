package org.cityeval.job.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.run.Check;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Forty days of A, B and C; A is observed on all, B's mobility on ten, C's cases on none. */
@ExtendWith(SparkExtension.class)
class CompletenessTest {
  @TempDir private Path folder;

  private static Row day(String district, int day) {
    TableRow row =
        new TableRow(DistrictDayTable.SILVER)
            .set(DISTRICT_ID, district)
            .set(DATE, TinyLake.FIRST_DAY.plusDays(day))
            .set(DistrictDayTable.of(Quantity.ENTERPRISE_CHANGE), 0.0);
    if (!district.equals("C")) {
      row.set(DistrictDayTable.of(Quantity.NEW_CASES), 0.0);
    }
    if (!district.equals("B") || day < 10) {
      row.set(DistrictDayTable.of(Quantity.MOBILITY_CHANGE), 0.0);
    } else if (day < 13) {
      row.set(DistrictDayTable.MEASURE_FLAGS, "mobility_distance_change:no_normal");
    }
    return row.row();
  }

  private List<Check> checks(SparkSession spark, String quality) {
    TinyLake lake = TinyLake.in(folder);
    if (!quality.isEmpty()) {
      lake.configure("comparison:", "quality: " + quality + "\ncomparison:");
    }
    List<Row> days = new ArrayList<>();
    for (String district : TinyLake.DISTRICTS) {
      // Days before the span are none that must be observed.
      for (int day = -5; day < TinyLake.DAYS; day++) {
        days.add(day(district, day));
      }
    }
    return Completeness.checks(
        ConfigLoader.load(lake.config(), Map.of(), List.of()),
        spark.createDataFrame(days, DistrictDayTable.SILVER.structType()));
  }

  private static String told(Check check) {
    return check.name() + ": " + check.observed() + (check.passed() ? "" : " FAILED");
  }

  @Test
  void everyFamilyIsCountedAndEveryDistrictThatFallsShortIsNamed(SparkSession spark) {
    List<Check> checks = checks(spark, "");

    assertThat(checks)
        .extracting(CompletenessTest::told)
        .containsExactly(
            "new_cases observed in every district: 2 districts FAILED",
            "new_cases of district C: 0 of 40 days observed FAILED",
            "mobility_change observed in every district: 2 districts FAILED",
            "mobility_change of district B: 10 of 40 days observed;"
                + " on 3 the baseline has no normal (too far back) FAILED",
            "enterprise_change observed in every district: 3 districts");
    assertThat(checks.get(1).mend()).contains("quality.missing_district");
    assertThat(checks.get(3).mend()).contains("quality.thin_district");
  }

  @Test
  void aShareThatIsLowEnoughLetsADistrictPass(SparkSession spark) {
    assertThat(checks(spark, "{minimum_observed_share: 0.25}"))
        .extracting(Check::name)
        .doesNotContain("mobility_change of district B")
        .contains("new_cases of district C");
  }

  @Test
  void whatStopsTheRunIsSaidByTheConfig(SparkSession spark) {
    List<Check> warned = checks(spark, "{missing_district: warn, thin_district: fail}");

    assertThat(warned.stream().filter(Check::stops))
        .extracting(Check::name)
        .containsExactly("mobility_change of district B");
  }
}
