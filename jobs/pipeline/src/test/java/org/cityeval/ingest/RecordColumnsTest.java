package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RecordColumnsTest {
  private final SparkSession spark;

  RecordColumnsTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Not what is good, missing, out of scope or said twice; nor what has no reason yet. */
  @Test
  void refusedIsWhatGoesToQuarantineAlone() {
    assertThat(
            spark
                .sql(
                    "select * from values ('none'), ('no_value'), ('part_alone'), ('filtered'),"
                        + " ('withdrawn'), ('foreign_district'), ('identical_duplicate'),"
                        + " ('open_quote'), ('unknown_district'), ('broken_contract'),"
                        + " ('out_of_range'), ('conflicting_duplicate'), (null)"
                        + " as t(reason_code)")
                .where(RecordColumns.isRefused())
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly(
            "open_quote",
            "unknown_district",
            "broken_contract",
            "out_of_range",
            "conflicting_duplicate");
  }

  /** What has no value is left out, as the engine writes JSON. */
  @Test
  void aRecordTellsItsDistrictDayMeasureAndText() {
    assertThat(
            spark
                .sql(
                    "select * from values"
                        + " ('A', date'2020-03-01', 'new_cases', '\"7\"', 7D),"
                        + " (null, null, 'new_cases', null, 7D)"
                        + " as t(district_id, date, measure, value_text, value)")
                .select(RecordColumns.told())
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly(
            "{\"district_id\":\"A\",\"date\":\"2020-03-01\",\"measure\":\"new_cases\","
                + "\"value_text\":\"\\\"7\\\"\"}",
            "{\"measure\":\"new_cases\"}");
  }
}
