package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
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
    // 22 indicators of five districts and the city, six of the city alone.
    assertThat(expected).hasSize(22 * 6 + 6);
    assertThat(found).hasSameSizeAs(expected);
  }

  @Test
  void whatNeverCameIsFollowedUpAsLongAsItCould() {
    // E5 of R5: lowest on day 40, the last day is 119.
    assertThat(
            query(
                "select indicator_id, district_id, ci_low, ci_high from current.indicator_value"
                    + " where status = 'censored' and period_id = 'span' order by 1"))
        .containsExactly(
            Map.of("indicator_id", "E5", "district_id", "R5", "ci_low", "79", "ci_high", ""));
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
    assertThat(expected).hasSize(39);
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
    // mobility 600 = 590 + 10 missing; enterprises 1,800, orders 14 and requests 50, all good.
    assertThat(
            query(
                "select distinct observed, expected from ops.quality_check where check = 'record equation'"))
        .containsExactly(
            Map.of(
                "observed",
                "good 3124 + missing 11 + out_of_scope 1 + quarantined 6 + deduplicated 1 = 3143",
                "expected",
                "in 3143"));
    assertThat(
            query("select source_id, count(*) as n from silver.observation group by 1 order by 1"))
        .containsExactly(
            Map.of("source_id", "riverton/cases", "n", "670"),
            Map.of("source_id", "riverton/enterprises", "n", "1800"),
            Map.of("source_id", "riverton/mobility", "n", "590"),
            Map.of("source_id", "riverton/orders", "n", "14"));
    assertThat(query("select district_id, count(*) as n from silver.service_request group by 1"))
        .hasSize(5)
        .allSatisfy(requests -> assertThat(requests.get("n")).isEqualTo("10"));
  }

  @Test
  void whatIsPublishedNamesAllThatWasRead() throws IOException {
    List<Map<String, String>> published =
        query("select source_versions from gold.publication where evaluation_id = 'riverton'");

    assertThat(published.get(0).get("source_versions"))
        .contains("cases", "mobility", "enterprises", "orders", "work_orders");
    assertThat(query("select input_versions as source_versions from ops.run where step = 'ingest'"))
        .isEqualTo(published);
    // The report finds the run by the versions it read.
    assertThat(Files.readString(Riverton.warehouse().resolve("reports/riverton/2020-05-04.html")))
        .contains("record equation");
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
