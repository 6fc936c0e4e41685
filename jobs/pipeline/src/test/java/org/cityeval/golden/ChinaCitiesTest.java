package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The lake of 166 Chinese cities. Every figure was counted by Python over its files, with a
 * reproduction number, a loss area and a recovery time of its own, not by this program.
 */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class ChinaCitiesTest {
  private static Path warehouse;

  @BeforeAll
  static void evaluate() {
    warehouse = Commands.folder("china-cities");
    for (String step : List.of("ingest", "panel", "evaluate")) {
      Commands.out(step, "--config", Commands.config("china-cities"), "--warehouse", warehouse);
    }
  }

  @Test
  void everyRecordIsAccountedFor() {
    // cases 13,312 = 12,642 + 666 of imported cases + 4 excluded; mobility 12,948 = 12,792 + 156 of
    // Wenzhou and Huzhou; enterprise 12,948, all good.
    assertThat(
            query(
                "select distinct observed, expected from ops.quality_check"
                    + " where check = 'record equation'"))
        .containsExactly(
            Map.of(
                "observed",
                "good 38382 + missing 0 + out_of_scope 826 + quarantined 0 + deduplicated 0"
                    + " = 39208",
                "expected",
                "in 39208"));
    assertThat(
            query(
                "select source_id, count(*) as n, count(distinct district_id) as cities"
                    + " from silver.observation group by 1 order by 1"))
        .containsExactly(
            Map.of("source_id", "china-cities/cases", "n", "12642", "cities", "166"),
            Map.of("source_id", "china-cities/enterprise", "n", "12948", "cities", "166"),
            Map.of("source_id", "china-cities/mobility", "n", "12792", "cities", "164"));
    // What is wrong is declared: no two other cities share a series.
    assertThat(
            query(
                "select rule, district_id, observed from ops.quality_check"
                    + " where outcome = 'failed' and rule is not null"))
        .isEmpty();
  }

  @Test
  void theCasesAreThoseOfTheFile() {
    // The four municipalities by their totals, which began before the first day in two of them.
    assertThat(
            query(
                "select district_id, cast(sum(new_cases) as int) as total,"
                    + " min(case when new_cases > 0 then date end) as first,"
                    + " cast(max(new_cases) as int) as most,"
                    + " max_by(date, new_cases) as peak"
                    + " from gold.district_day where level = 'district' and district_id in"
                    + " ('110000', '310000', '320500', '330100', '430100', '440300')"
                    + " group by 1 order by 1"))
        .extracting(
            row ->
                String.join(
                    " ",
                    row.get("district_id"),
                    row.get("total"),
                    row.get("first"),
                    row.get("most"),
                    row.get("peak")))
        .containsExactly(
            "110000 583 2020-01-21 32 2020-03-23",
            "310000 551 2020-01-21 27 2020-01-30",
            // 58 on 5 February, were the 2 of the day before a count.
            "320500 87 2020-01-22 9 2020-02-06",
            "330100 181 2020-01-21 19 2020-01-28",
            "430100 242 2020-01-21 26 2020-02-01",
            "440300 455 2020-01-21 60 2020-01-31");
    // Wuhan is not there; ten other cities of Hubei are.
    assertThat(
            query(
                "select cast(sum(new_cases) as int) as all,"
                    + " cast(sum(case when district_id like '42%' then new_cases end) as int)"
                    + " as hubei,"
                    + " count(distinct case when district_id like '42%' then district_id end)"
                    + " as cities"
                    + " from gold.district_day where level = 'district'"))
        .containsExactly(Map.of("all", "26682", "hubei", "15591", "cities", "10"));
  }

  @Test
  void controlLossAndRecoveryAreThoseOfAnotherCalculation() {
    assertThat(
            query(
                "select district_id, max(case when indicator_id = 'E2' then value end) as control,"
                    + " round(max(case when indicator_id = 'E4' then value end), 1) as loss,"
                    + " max(case when indicator_id = 'E5' then value end) as recovery"
                    + " from gold.indicator_value where level = 'district' and period_id = 'span'"
                    + " and district_id in ('310000', '320500', '330100', '430100', '440300')"
                    + " group by 1 order by 1"))
        .extracting(
            row ->
                String.join(
                    " ",
                    row.get("district_id"),
                    row.get("control"),
                    row.get("loss"),
                    row.get("recovery")))
        .containsExactly(
            "310000 10 1053.5 32",
            // Few cases after many (decision 19) from 13 February on, eight days after the
            // beginning:
            // a seven-day mean of 2.29 after 3.43, and half of the 5.8 of 6 February is 2.9.
            "320500 8 2433.7 29",
            "330100 9 2820.5 54",
            "430100 11 2352.4 28",
            "440300 10 1958.7 50");
  }

  private static List<Map<String, String>> query(String statement) {
    return Commands.query(warehouse, statement);
  }
}
