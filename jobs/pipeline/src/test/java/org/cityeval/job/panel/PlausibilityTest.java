package org.cityeval.job.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.panel.PanelScope;
import org.cityeval.run.Check;
import org.cityeval.series.Quantity;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 20 days of March 2020. */
@ExtendWith(SparkExtension.class)
class PlausibilityTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

  private static PanelScope scope(Quantity measure) {
    Map<Quantity, MeasureRule> measures = new HashMap<>();
    measures.put(measure, null);
    return new PanelScope(
        "toy",
        FIRST.plusDays(60),
        FIRST,
        FIRST.plusDays(19),
        measures,
        Map.of(),
        null,
        0,
        new PanelScope.MinimumShare(0.95, 0.8),
        "hash");
  }

  /** Town is listed beside its districts a, b and c; village has districts that are alike. */
  @Test
  void aCityBesideItsOwnDistrictsIsWarnedOf(SparkSession spark) {
    Dataset<Row> days =
        spark.sql(
            """
            select city_id, district_id, date_add(date '2020-03-01', day) as date,
              cast(case when district_id = 'town' then day + 2 * day + 5 else
                case district_id when 'a' then day when 'b' then 2 * day when 'c' then 5
                else day end end as double) as new_cases
            from (select explode(sequence(0, 19)) as day), values
              ('town', 'town'), ('town', 'a'), ('town', 'b'), ('town', 'c'),
              ('village', 'x'), ('village', 'y'), ('village', 'z') as list(city_id, district_id)
            """);

    List<Check> found = Plausibility.checks(scope(Quantity.NEW_CASES), days, null);

    assertThat(found).extracting(check -> check.subject().district()).containsExactly("town");
    assertThat(found.get(0).stops()).isFalse();
    assertThat(found.get(0).observed()).startsWith("on 20 of 20 days");
  }

  @Test
  void anOrderOfAnotherYearIsWarnedOf(SparkSession spark) {
    Dataset<Row> orders =
        spark.sql(
            """
            select * from values
              ('a', 'policy_grade', date '2019-03-10', date '2020-04-01', 3.0D),
              ('b', 'policy_grade', date '2019-03-10', date '2020-04-01', 3.0D),
              ('b', 'policy_grade', date '2020-03-10', date '2020-04-01', 2.0D),
              ('c', 'policy_grade', date '2019-03-10', date '2020-04-01', 0.0D),
              ('d', 'policy_grade', date '2020-02-10', date '2020-04-01', 1.0D)
              as t(district_id, measure, date, as_of, value)
            """);

    List<Check> found = Plausibility.checks(scope(Quantity.POLICY_GRADE), null, orders);

    assertThat(found).extracting(check -> check.subject().district()).containsExactly("a");
    assertThat(found.get(0).observed()).contains("grade 3.0", "2019-03-10");
  }
}
