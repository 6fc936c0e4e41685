package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.cityeval.testing.Csv;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole pipeline against data-samples/riverton, whose README works every number out by hand.
 */
@ExtendWith(SparkExtension.class)
class RivertonGoldenTest {
  @Test
  void everyValueIsTheOneWorkedOutByHand() throws IOException {
    Map<String, Map<String, String>> found = new HashMap<>();
    for (Map<String, String> row :
        query("select * from current.indicator_value where period_id = 'span'")) {
      found.put(row.get("level") + row.get("district_id") + row.get("indicator_id"), row);
    }
    List<Map<String, String>> expected = Csv.read(Riverton.read("expected.csv"));
    SoftAssertions all = new SoftAssertions();
    for (Map<String, String> row : expected) {
      String key = row.get("level") + row.get("district_id") + row.get("indicator_id");
      Map<String, String> value = found.get(key);
      all.assertThat(value).as(key).isNotNull();
      if (value != null) {
        all.assertThat(value.get("status")).as(key).isEqualTo(row.get("status"));
        compare(all, key, value.get("value"), row);
      }
    }
    all.assertAll();
    // Ten indicators, each of five districts and the city.
    assertThat(expected).hasSize(60);
    assertThat(found).hasSize(60);
  }

  @Test
  void aRecoveryThatNeverCameIsFollowedUpToTheEnd() {
    // R5: lowest on day 40, the last day is 119.
    assertThat(
            query(
                "select ci_low, ci_high from current.indicator_value where indicator_id = 'E5'"
                    + " and district_id = 'R5' and period_id = 'span'"))
        .containsExactly(Map.of("ci_low", "79", "ci_high", ""));
  }

  @Test
  void everyDayIsTheOneWorkedOutByHand() throws IOException {
    Map<String, Map<String, String>> found = new HashMap<>();
    for (Map<String, String> row : query("select * from current.district_day")) {
      found.put(row.get("district_id") + row.get("date"), row);
    }
    List<Map<String, String>> expected = Csv.read(Riverton.read("expected_days.csv"));
    SoftAssertions all = new SoftAssertions();
    for (Map<String, String> row : expected) {
      String key = row.get("district_id") + row.get("date");
      String column = row.get("column");
      compare(all, key + " " + column, found.get(key).get(column), row);
    }
    all.assertAll();
    assertThat(expected).hasSize(25);
    // 120 days of five districts and the city.
    assertThat(found).hasSize(720);
  }

  @Test
  void theCitysCasesAreTheSumOfItsDistricts() {
    List<Map<String, String>> days =
        query(
            "select date, sum(case when level = 'district' then new_cases end) as districts,"
                + " sum(case when level = 'city' then new_cases end) as city"
                + " from current.district_day group by date");

    assertThat(days).hasSize(120);
    assertThat(days).allSatisfy(day -> assertThat(day.get("city")).isEqualTo(day.get("districts")));
    assertThat(days).anySatisfy(day -> assertThat(day.get("city")).isEqualTo("5120"));
  }

  @Test
  void everyRecordIsAccountedFor() {
    // cases 679 = 670 + 1 missing + 1 out of scope + 6 quarantined + 1 deduplicated;
    // mobility 600 = 590 + 10 missing; enterprises 1,800 good.
    assertThat(
            query(
                "select distinct observed, expected from ops.quality_check where check = 'record equation'"))
        .containsExactly(
            Map.of(
                "observed",
                "good 3060 + missing 11 + out_of_scope 1 + quarantined 6 + deduplicated 1 = 3079",
                "expected",
                "in 3079"));
    assertThat(
            query("select source_id, count(*) as n from silver.observation group by 1 order by 1"))
        .containsExactly(
            Map.of("source_id", "riverton/cases", "n", "670"),
            Map.of("source_id", "riverton/enterprises", "n", "1800"),
            Map.of("source_id", "riverton/mobility", "n", "590"));
  }

  @Test
  void everyRefusedRecordSaysWhy() {
    assertThat(
            query(
                "select reason_code, count(*) as n from ops.quarantine"
                    + " where source_id = 'riverton/cases' group by 1 order by 1"))
        .containsExactly(
            Map.of("reason_code", "conflicting_duplicate", "n", "2"),
            Map.of("reason_code", "negative_count", "n", "1"),
            Map.of("reason_code", "unknown_district", "n", "1"),
            Map.of("reason_code", "unparsable_date", "n", "1"),
            Map.of("reason_code", "unparsable_number", "n", "1"));
  }

  private static void compare(
      SoftAssertions all, String key, String found, Map<String, String> expected) {
    if (expected.get("value").isEmpty()) {
      all.assertThat(found).as(key).isEmpty();
    } else if (found.isEmpty()) {
      all.fail(key + " has no value, expected " + expected.get("value"));
    } else {
      all.assertThat(Double.parseDouble(found))
          .as(key + ": " + expected.get("how"))
          .isCloseTo(
              Double.parseDouble(expected.get("value")),
              within(Double.parseDouble(expected.get("tolerance"))));
    }
  }

  private static List<Map<String, String>> query(String statement) {
    return Commands.query(Riverton.warehouse(), statement);
  }
}
