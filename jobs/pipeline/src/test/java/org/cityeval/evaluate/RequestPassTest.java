package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.indicator.Parameters;
import org.cityeval.series.Period;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RequestPassTest {
  private static final Period SPAN =
      new Period(
          "span",
          "The whole span",
          Period.Kind.SPAN,
          LocalDate.of(2020, 3, 1),
          LocalDate.of(2020, 3, 31));

  /** City 1 of the districts 1 and 2, as where a city's code is that of its seat. */
  private static List<String> values(SparkSession spark, String requests) {
    Dataset<Row> districts =
        spark.sql("select * from values ('1', '1'), ('2', '1') as t(district_id, city_id)");
    Dataset<Row> rows =
        spark.sql(
            "select district_id, '1' as city_id, date '2020-03-02' as date,"
                + " timestamp '2020-03-02 08:00' as opened,"
                + " timestamp '2020-03-02 08:00' + make_interval(0, 0, 0, 0, hours) as closed,"
                + " timestamp '2020-04-01 00:00' as known_until, 'parks' as agency,"
                + " cast(null as string) as agencies, 'street' as level, cast(0 as int) as hand_offs"
                + " from values "
                + requests
                + " as t(district_id, hours)");
    EvaluationScope scope =
        new EvaluationScope(
            "test",
            LocalDate.of(2020, 4, 1),
            Map.of("1", List.of(SPAN)),
            Map.of(),
            Map.of(),
            Parameters.DEFAULTS,
            "{}",
            new SmallCount(0));
    return new RequestPass(scope)
        .evaluate(districts, rows).collectAsList().stream()
            .filter(row -> INDICATOR_ID.of(row).equals("F1"))
            .map(
                row ->
                    LEVEL.of(row)
                        + " "
                        + DISTRICT_ID.of(row)
                        + " n "
                        + IndicatorValueTable.N.of(row))
            .sorted()
            .toList();
  }

  @Test
  void aDistrictThatBearsTheCodeOfItsCityIsNotTheCity(SparkSession spark) {
    assertThat(values(spark, "('1', 5), ('1', 6), ('2', 7)"))
        .containsExactly("city 1 n 3", "district 1 n 2", "district 2 n 1");
  }

  @Test
  void whoAskedNothingHasARowOfNone(SparkSession spark) {
    assertThat(values(spark, "('2', 7)"))
        .containsExactly("city 1 n 1", "district 1 n 0", "district 2 n 1");
  }
}
