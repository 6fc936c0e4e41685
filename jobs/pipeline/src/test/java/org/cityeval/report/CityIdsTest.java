package org.cityeval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 35001 is Phoenix among commuting zones, and Bernalillo among counties, which lies in another. */
@ExtendWith(SparkExtension.class)
class CityIdsTest {
  private static CityIds ids(SparkSession spark, String district) {
    return CityIds.of(
        spark.sql("select city_id from values ('35001'), ('34901') as t(city_id)"),
        spark.sql("select '%s' as district_id".formatted(district)));
  }

  @Test
  void aCityThatSharesItsIdIsSetApart(SparkSession spark) {
    List<Row> rows =
        ids(spark, "35001")
            .apart(
                spark.sql(
                    "select * from values ('34901', '35001', 'district', '36000', '34901', 1),"
                        + " ('35001', '35001', 'city', '35001', 'cities', 2),"
                        + " ('35001', '04013', 'district', '35001', '35001', 3)"
                        + " as t(city_id, district_id, level, peer_id, comparison_group, n)"))
            .orderBy("n")
            .collectAsList();

    assertThat(rows.get(0).mkString("|")).isEqualTo("34901|35001|district|36000|34901|1");
    assertThat(rows.get(1).mkString("|"))
        .isEqualTo("35001 (city)|35001 (city)|city|35001 (city)|cities|2");
    assertThat(rows.get(2).mkString("|"))
        .isEqualTo("35001 (city)|04013|district|35001|35001 (city)|3");
  }

  @Test
  void theListsThemselvesAgreeWithTheRest(SparkSession spark) {
    CityIds ids = ids(spark, "35001");

    assertThat(ids.apart(spark.sql("select '35001' as city_id")).head().getString(0))
        .isEqualTo("35001 (city)");
    assertThat(
            ids.apart(spark.sql("select '35001' as district_id, '34901' as city_id"))
                .head()
                .getString(0))
        .isEqualTo("35001");
  }

  @Test
  void othersStayAsTheyAre(SparkSession spark) {
    assertThat(ids(spark, "99999").apart(spark.sql("select '35001' as city_id")).head().get(0))
        .isEqualTo("35001");
  }
}
