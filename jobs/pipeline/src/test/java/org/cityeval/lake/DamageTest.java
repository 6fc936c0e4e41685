package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DamageTest {
  @Test
  void oneCellIsToldWithItsColumn() {
    String told = Damage.CUT_SHORT.told("new cases", "12");

    assertThat(told).isEqualTo("cut_short: new cases is 12");
    assertThat(Damage.CUT_SHORT.isOf(told, "new cases")).isTrue();
    assertThat(Damage.CUT_SHORT.isOf(told, "new")).isFalse();
    assertThat(Damage.CELL_COUNT.isOf(told, "new cases")).isFalse();
  }

  /** What was found may hold the sign that stands behind the code. */
  @Test
  void theCodeAndWhatWasFoundAreTakenApart(SparkSession spark) {
    String told = Damage.CELL_COUNT.told("3: a: b");
    Row row =
        spark
            .range(1)
            .select(
                Damage.code(functions.lit(told)),
                Damage.found(functions.lit(told)),
                Damage.code(functions.lit(null).cast("string")),
                Damage.found(functions.lit(null).cast("string")))
            .head();

    assertThat(row.getString(0)).isEqualTo("cell_count");
    assertThat(row.getString(1)).isEqualTo("3: a: b");
    assertThat(row.isNullAt(2)).isTrue();
    assertThat(row.isNullAt(3)).isTrue();
  }
}
