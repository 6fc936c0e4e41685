package org.cityeval.source;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PublishedVersionsTest {
  private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);

  @Test
  void aVersionIsOfOneSourceAndDay(SparkSession spark) {
    PublishedVersions versions =
        new PublishedVersions()
            .add("cases", Map.of(MARCH, "c1"))
            .add("mobility", Map.of(MARCH, "m1"))
            .add("cases", Map.of(MARCH.plusDays(1), "c2"));

    assertThat(
            spark
                .sql(
                    "select s, date(d) d from values ('cases', '2020-03-01'),"
                        + " ('cases', '2020-03-02'), ('mobility', '2020-03-01'),"
                        + " ('mobility', '2020-03-02'), ('cases', null), ('other', '2020-03-01')"
                        + " as t(s, d)")
                .select(versions.find(col("s"), col("d")))
                .collectAsList()
                .stream()
                .map(Row::mkString))
        .containsExactly("c1", "c2", "m1", "null", "null", "null");
  }
}
