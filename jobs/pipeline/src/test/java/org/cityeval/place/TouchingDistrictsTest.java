package org.cityeval.place;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class TouchingDistrictsTest {
  private static District district(String id, String... neighbours) {
    return new District(id, id, null, "c", "c", null, 1000, List.of(neighbours), null);
  }

  /** C names A, but A does not name C. */
  @Test
  void aDistrictIsTouchedByThoseThatNameIt(SparkSession spark) {
    TouchingDistricts touching =
        new TouchingDistricts(
            List.of(district("A", "B"), district("B", "A"), district("C", "A"), district("D")));

    assertThat(
            spark
                .sql("select * from values ('A'), ('B'), ('C'), ('D'), (null) as t(id)")
                .select(touching.touching(col("id")))
                .collectAsList()
                .stream()
                .map(row -> row.isNullAt(0) ? "null" : String.join(" ", row.<String>getList(0))))
        .containsExactly("B C", "A", "null", "null", "null");
  }
}
