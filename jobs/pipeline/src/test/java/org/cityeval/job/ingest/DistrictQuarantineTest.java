package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.run.Check;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of four records of A one is refused, of two of B one when it is read and one as a duplicate. A
 * record of no city is of no district.
 */
@ExtendWith(SparkExtension.class)
class DistrictQuarantineTest {
  private final SparkSession spark;
  @TempDir private Path folder;

  DistrictQuarantineTest(SparkSession spark) {
    this.spark = spark;
  }

  private Dataset<Row> records(String values) {
    return spark.sql(
        "select 'tiny/cases' as source_id, city_id, district_id, record from values "
            + values
            + " as t(city_id, district_id, record)");
  }

  private List<Check> checks(String limit) {
    TinyLake lake = TinyLake.in(folder);
    if (!limit.isEmpty()) {
      lake.configure(
          "comparison:",
          "quality: {maximum_quarantined_share_per_district: " + limit + "}\ncomparison:");
    }
    return DistrictQuarantine.checks(
        lake.begin(spark),
        List.of(
            records(
                "('c', 'A', null), ('c', 'A', null), ('c', 'A', null), ('c', 'A', '{}'),"
                    + " ('c', 'B', '{}'), ('c', 'B', null), (null, 'Z', '{}')")),
        List.of(records("('c', 'A', null), ('c', 'B', '{}')")));
  }

  @Test
  void whereNoLimitIsSetNothingIsChecked() {
    assertThat(checks("")).isEmpty();
  }

  @Test
  void aDistrictBeyondTheLimitStopsTheRunAndIsNamed() {
    List<Check> checks = checks("0.25");

    assertThat(checks).hasSize(1);
    assertThat(checks.get(0).stops()).isTrue();
    assertThat(checks.get(0).subject().district()).isEqualTo("B");
    assertThat(checks.get(0).observed()).startsWith("1.0000 (2 of 2 records)");
    assertThat(checks.get(0).expected()).isEqualTo("at most 0.25");
    assertThat(checks.get(0).mend()).contains("quality.maximum_quarantined_share_per_district");
  }

  @Test
  void belowTheLimitOfOneQuarterADistrictIsBeyondIt() {
    assertThat(checks("0.2")).extracting(check -> check.subject().district()).contains("A", "B");
  }

  @Test
  void withinTheLimitOneCheckOfAllPasses() {
    assertThat(checks("1"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.passed()).isTrue();
              assertThat(check.observed()).isEqualTo("none beyond");
            });
  }
}
