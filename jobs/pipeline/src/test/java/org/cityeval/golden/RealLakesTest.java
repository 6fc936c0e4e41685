package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the committed lakes hold, against the figures of those who published them. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class RealLakesTest {
  @Test
  void theFiguresOfNewYorkStandUnchanged() {
    Path warehouse = panel("us-cities");

    // Opportunity Insights, New York (cityid 2), 2020-04-15, fractions of the baseline.
    assertThat(
            query(
                warehouse,
                "select mobility_retail_change, mobility_transit_change, new_cases,"
                    + " enterprise_open_change, enterprise_revenue_change,"
                    + " enterprise_employment_change, enterprise_spending_change, policy_grade"
                    + " from gold.district_day"
                    + " where level = 'district' and district_id = '2' and date = '2020-04-15'"))
        .containsExactly(
            Map.of(
                "mobility_retail_change", "-0.715",
                "mobility_transit_change", "-0.699",
                "new_cases", "3933",
                "enterprise_open_change", "-0.556",
                "enterprise_revenue_change", "-0.713",
                "enterprise_employment_change", "-0.324",
                "enterprise_spending_change", "-0.391",
                // Stay at home from 03-22 to 05-28, in the milestones of the state.
                "policy_grade", "4"));
  }

  @Test
  void everyRecordOfTheMetropolitanAreasIsAccountedFor() {
    Path warehouse = ingested("us-metros");

    // cases 26,796 = 20,020 good + 6,160 out of scope + 616 quarantined;
    // mobility 20,216 = 17,286 + 2,926 out of scope + 4 quarantined;
    // merchants and revenue 21,120 = 20,800 + 320 quarantined each;
    // policy 94 = 41 good + 30 that order nothing graded + 23 out of scope: 12 of a part of a
    // state,
    // 10 of the District of Columbia, 1 excluded. The 41 of nine states are 284 of their counties.
    assertThat(equation(warehouse))
        .containsExactly(
            Map.of(
                "observed",
                "good 78947 + missing 30 + out_of_scope 9109 + quarantined 1260 + deduplicated 0"
                    + " = 89346",
                "expected",
                "in 89346"));
    assertThat(good(warehouse))
        .containsExactly(
            Map.of("source_id", "us-metros/cases", "n", "20020"),
            Map.of("source_id", "us-metros/merchants", "n", "20800"),
            Map.of("source_id", "us-metros/mobility", "n", "17286"),
            Map.of("source_id", "us-metros/policy", "n", "284"),
            Map.of("source_id", "us-metros/revenue", "n", "20800"));
    assertThat(
            query(
                warehouse,
                "select source_id, count(*) as n from ops.quarantine group by 1 order by 1"))
        .containsExactly(
            Map.of("source_id", "us-metros/cases", "n", "616"),
            Map.of("source_id", "us-metros/merchants", "n", "320"),
            Map.of("source_id", "us-metros/mobility", "n", "4"),
            Map.of("source_id", "us-metros/revenue", "n", "320"));
    assertThat(
            query(
                warehouse,
                "select reason_code, count(*) as n from ops.quarantine"
                    + " where source_id = 'us-metros/mobility' group by 1"))
        .containsExactly(Map.of("reason_code", "out_of_range", "n", "4"));
  }

  @Test
  void everyRecordOfZhejiangIsAccountedFor() {
    Path warehouse = ingested("zhejiang");

    // cases 1,079 = 852 + 227 out of scope; mobility 858 = 702 + 156 out of scope;
    // enterprise 858, all good.
    assertThat(equation(warehouse))
        .containsExactly(
            Map.of(
                "observed",
                "good 2412 + missing 0 + out_of_scope 383 + quarantined 0 + deduplicated 0 = 2795",
                "expected",
                "in 2795"));
    assertThat(good(warehouse))
        .containsExactly(
            Map.of("source_id", "zhejiang/cases", "n", "852"),
            Map.of("source_id", "zhejiang/enterprise", "n", "858"),
            Map.of("source_id", "zhejiang/mobility", "n", "702"));
  }

  @Test
  void theMapOfZhejiangClearsAsThePublishedOneDid() {
    Path warehouse = panel("zhejiang");
    // Published, of 90 counties (thepaper.cn 2020-02-13 and later, red, orange and yellow ones):
    // 9 Feb 1 + 12 + 12, 12 Feb 1 + 11 + 13, 19 Feb 0 + 7 + 7, 27 Feb none. On 12 Feb Hangzhou had
    // three orange and four yellow districts of thirteen.
    List<Map<String, String>> days =
        query(
            warehouse,
            "select sum(cast(risk_level >= 3 as int)) as cities,"
                + " max(case when district_id = '330100' then risk_level end) as hangzhou"
                + " from gold.district_day where level = 'district'"
                + " and date in ('2020-02-09', '2020-02-12', '2020-02-19', '2020-02-27')"
                + " group by date order by date");

    assertThat(days)
        .extracting(day -> Integer.valueOf(day.get("cities")))
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(days.get(0).get("cities")).isNotEqualTo("0");
    assertThat(days.get(1).get("hangzhou")).isIn("3", "4");
    assertThat(days.get(3).get("cities")).isEqualTo("0");
  }

  private static Path ingested(String evaluation) {
    Path warehouse = Commands.folder(evaluation);
    Commands.out("ingest", "--config", Commands.config(evaluation), "--warehouse", warehouse);
    return warehouse;
  }

  private static Path panel(String evaluation) {
    Path warehouse = ingested(evaluation);
    Commands.out("panel", "--config", Commands.config(evaluation), "--warehouse", warehouse);
    return warehouse;
  }

  private static List<Map<String, String>> equation(Path warehouse) {
    return query(
        warehouse,
        "select distinct observed, expected from ops.quality_check where check = 'record equation'");
  }

  private static List<Map<String, String>> good(Path warehouse) {
    return query(
        warehouse, "select source_id, count(*) as n from silver.observation group by 1 order by 1");
  }

  private static List<Map<String, String>> query(Path warehouse, String statement) {
    return Commands.query(warehouse, statement);
  }
}
