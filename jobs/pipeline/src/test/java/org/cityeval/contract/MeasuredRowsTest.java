package org.cityeval.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.TestConfig;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A contract that allows two districts ten equal days. */
@ExtendWith(SparkExtension.class)
class MeasuredRowsTest {
  @TempDir private Path folder;

  private EvaluationConfig config() {
    return TestConfig.load(
        folder,
        TestConfig.with(
            "path: cases.csv\n    shape: long",
            "path: cases.csv\n    shape: long\n    contract: {quality: [{id: same, type: custom,"
                + " engine: cityeval, implementation: identicalDays, mustBeLessThan: 10,"
                + " severity: warn}]}"));
  }

  /** Stretches of numbers, and one measurement that needs no other beside it. */
  private static Dataset<Row> found(SparkSession spark) {
    return spark.sql(
        "select 'toy/cases' as source_id, numbers, rule, 'new_cases' as measure, district_id,"
            + " string(null) as other_id, date'2020-03-01' as first_day, date'2020-03-28' as last_day,"
            + " double(number) as number, holds from values"
            + " ('n1', 'same', 'A', 28, true), ('n1', 'same', 'B', 28, true),"
            + " ('n2', 'same', 'A', 28, true), ('n3', 'same', 'C', 5, true), ('n3', 'same', 'D', 5, true),"
            + " (null, 'falls', 'A', -3, false) as t(numbers, rule, district_id, number, holds)");
  }

  @Test
  void districtsWithTheSameStretchAreAPairAndOneAloneIsNone(SparkSession spark) {
    Map<String, List<Measurement>> bySource =
        MeasuredRows.read(config(), MeasuredRows.together(found(spark)).collectAsList());

    // C and D share five days, which the contract allows.
    assertThat(bySource.keySet()).containsExactly("toy/cases");
    assertThat(bySource.get("toy/cases"))
        .extracting(
            m ->
                m.rule()
                    + " "
                    + m.subject().district()
                    + " "
                    + m.subject().other()
                    + " "
                    + m.number())
        .containsExactlyInAnyOrder("falls A null -3.0", "same A B 28.0");
  }

  @Test
  void measurementsOfRowsAreGroupsOfTheirOwn(SparkSession spark) {
    List<Row> rows =
        MeasuredRows.of("toy/cases", found(spark).drop(SOURCE_ID.name(), "numbers"))
            .collectAsList();

    assertThat(rows).hasSize(6).allMatch(row -> row.isNullAt(1));
    assertThat(MeasuredRows.read(config(), rows).get("toy/cases")).hasSize(6);
  }
}
