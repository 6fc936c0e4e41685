package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class InputsTest {
  @Test
  void daysBecomeTextAndNumbersStay() {
    Inputs inputs =
        Inputs.of(
            "gold.t",
            List.of("day", "value"),
            List.of(Arrays.asList(LocalDate.of(2020, 3, 1), 1.5), Arrays.asList(null, true)));

    assertThat(inputs.rows())
        .containsExactly(List.of("2020-03-01", 1.5), Arrays.asList((Object) null, true));
    assertThat(inputs.leftOut()).isZero();
  }

  @Test
  void ofManyRowsTheFirstAreBroughtAndTheOthersCounted(SparkSession spark) {
    assertThat(Inputs.first(3, "t", spark.range(10).coalesce(1).toDF("id")))
        .isEqualTo(
            new Inputs("t", List.of("id"), List.of(List.of(0L), List.of(1L), List.of(2L)), 7));
    assertThat(Inputs.first(3, "t", spark.range(3).coalesce(1).toDF("id")).leftOut()).isZero();
  }
}
