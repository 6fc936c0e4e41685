package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cityeval.testing.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drafts of the committed lakes. What is expected is what their README and {@code datapackage.json}
 * say of them, restated here.
 */
class InitCommandTest {
  private static final Path LAKES = Path.of("../../data-samples");

  private static final Map<String, Path> DRAFTS = new HashMap<>();

  @TempDir private static Path drafts;
  @TempDir private Path folder;

  private static Path draft(String lake) {
    return DRAFTS.computeIfAbsent(
        lake,
        name -> {
          Path file = drafts.resolve(name + ".yaml");
          Cli.Answer answer =
              Cli.plain().run("init", "--from", "" + LAKES.resolve(name), "--out", "" + file);
          assertThat(answer.exit()).as(answer.err()).isZero();
          return file;
        });
  }

  private static JsonNode tree(String lake) throws IOException {
    return new YAMLMapper().readTree(draft(lake).toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-cities", "us-metros", "zhejiang", "nyc-events", "riverton"})
  void passesTheCheckOfItsSyntax(String lake) {
    Cli.Answer check = Cli.plain().run("check", "--syntax", "--config", "" + draft(lake));

    assertThat(check.exit()).as(check.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "us-cities, us-cities, 2020-02-24, 2021-06-30, districts.csv, cityid, city_pop2019",
    "us-metros, us-metros, 2020-03-01, 2020-11-24, districts.csv, countyfips, county_pop2019",
    "zhejiang, zhejiang, 2020-01-22, 2020-04-08, districts.csv, code, cast(pop_10k as double) * 10000",
    "nyc-events, nyc-events, , , taxi_zone_lookup.csv, LocationID, "
  })
  void findsTheDaysAndTheDistricts(
      String lake, String id, String first, String last, String list, String key, String residents)
      throws IOException {
    JsonNode draft = tree(lake);

    assertThat(draft.at("/evaluation/id").asText()).isEqualTo(id);
    if (first != null) {
      assertThat(draft.at("/evaluation/first_day").asText()).isEqualTo(first);
      assertThat(draft.at("/evaluation/last_day").asText()).isEqualTo(last);
    }
    assertThat(draft.at("/districts/path").asText()).endsWith("/" + lake + "/" + list);
    assertThat(draft.at("/districts/columns/district_id").asText()).isEqualTo(key);
    assertThat(draft.at("/districts/columns/population").asText(null)).isEqualTo(residents);
  }

  @ParameterizedTest
  @CsvSource({
    "us-cities, covid, long, new_cases, new_case_count, daily_count, , 7",
    "us-cities, google_mobility, long, mobility_retail_change, gps_retail_and_recreation, percent_change, 1, 7",
    "us-cities, google_mobility, long, mobility_transit_change, gps_transit_stations, percent_change, 1, 7",
    "us-cities, womply, long, enterprise_revenue_change, revenue_all, percent_change, 1, 7",
    "us-cities, womply, long, enterprise_open_change, merchants_all, percent_change, 1, 7",
    "us-cities, affinity, long, enterprise_spending_change, spend_all, percent_change, 1, 7",
    "us-cities, employment, long, enterprise_employment_change, emp, percent_change, 1, 7",
    "us-metros, jhu_confirmed, wide_dates, new_cases, value, cumulative_count, , ",
    "us-metros, descartes_m50_index, wide_dates, mobility_distance_change, value, index, 100, 1",
    "us-metros, womply_revenue, long, enterprise_revenue_change, revenue_all, percent_change, 1, 7",
    "us-metros, womply_merchants, long, enterprise_open_change, merchants_all, percent_change, 1, 7",
    "zhejiang, wuhan_2019_ncov, long, new_cases, confirmed, cumulative_count, , ",
    "zhejiang, envcausal_m3, long, mobility_activity_change, ACTV, level, , 3",
    "zhejiang, envcausal_m3, long, enterprise_output_change, NO2, level, , 3",
    "nyc-events, green_tripdata_2020_03, events, mobility_activity_change, 1, level, , "
  })
  void readsTheMeasures(
      String lake,
      String source,
      String shape,
      String measure,
      String value,
      String kind,
      String scale,
      String smoothed)
      throws IOException {
    JsonNode draft = tree(lake).at("/sources/" + source);
    JsonNode read = draft.at("/measures/" + measure);

    assertThat(draft.path("shape").asText()).isEqualTo(shape);
    assertThat(read.path("value").asText()).isEqualTo(value);
    assertThat(read.path("kind").asText()).isEqualTo(kind);
    assertThat(read.path("scale").asText(null)).isEqualTo(scale);
    assertThat(read.path("smoothed_days").asText(null)).isEqualTo(smoothed);
  }

  @ParameterizedTest
  @CsvSource({
    "us-cities, covid, 'make_date(year, month, day)', cityid, ",
    "us-metros, jhu_confirmed, M/d/yy, FIPS, district_codes",
    "us-metros, descartes_m50_index, yyyy-MM-dd, fips, ",
    "us-metros, womply_revenue, 'make_date(year, month, day)', countyfips, ",
    "zhejiang, wuhan_2019_ncov, date, cityCode, ",
    "zhejiang, envcausal_m3, date, city, district_spellings",
    "nyc-events, green_tripdata_2020_03, lpep_pickup_datetime, PULocationID, "
  })
  void readsDayAndDistrict(
      String lake, String source, String day, String district, String crosswalk)
      throws IOException {
    JsonNode draft = tree(lake).at("/sources/" + source);

    assertThat(draft.path("date").asText(draft.path("date_columns").asText())).isEqualTo(day);
    assertThat(draft.path("district").asText()).isEqualTo(district);
    assertThat(draft.path("crosswalk").asText(null)).isEqualTo(crosswalk);
  }

  @Test
  void knowsTheMarkOfMissingValuesThePolygonsAndTheSpellings() throws IOException {
    assertThat(tree("us-cities").at("/sources/covid/missing").get(0).asText()).isEqualTo(".");
    assertThat(tree("us-metros").at("/districts/geometry/path").asText())
        .endsWith("counties.geojson");
    assertThat(tree("us-metros").at("/crosswalks/district_codes/numeric_width").asInt())
        .isEqualTo(5);
    assertThat(tree("zhejiang").at("/crosswalks/district_spellings/path").asText())
        .endsWith("spellings.csv");
  }

  @Test
  void dropsNoFileInSilence() throws IOException {
    for (String lake : new String[] {"us-cities", "us-metros", "zhejiang", "nyc-events"}) {
      String draft = Files.readString(draft(lake));
      try (var files = Files.list(LAKES.resolve(lake))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .allSatisfy(file -> assertThat(draft).contains(file));
      }
    }
  }

  @Test
  void aFileOfTooManyColumnsIsNamedWithTheirNumber() throws IOException {
    String heading = "day".concat(",x".repeat(20_001));
    Files.writeString(folder.resolve("wide.csv"), heading + "\n" + "1,".repeat(20_001) + "1\n");

    Cli.Answer answer = Cli.plain().run("init", "--from", "" + folder);

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("wide.csv: its first line has over 20000 cells");
  }

  @Test
  void anAbsentOrEmptyFolderIsASourceThatIsNotThere() throws IOException {
    Path none = folder.resolve("none");
    Cli.Answer absent = Cli.plain().run("init", "--from", "" + none);
    Cli.Answer empty =
        Cli.plain().run("init", "--from", "" + Files.createDirectory(folder.resolve("e")));

    assertThat(absent.exit()).isEqualTo(4);
    assertThat(absent.err()).contains("" + none, "why:", "fix:").doesNotContain("\tat ");
    assertThat(absent.out()).isEmpty();
    assertThat(empty.exit()).isEqualTo(4);
    assertThat(empty.err()).contains("is empty", "why:", "fix:");
  }

  @Test
  void aFileThatIsThereIsKept() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.yaml"), "mine");
    Cli.Answer answer =
        Cli.plain().run("init", "--from", "" + LAKES.resolve("zhejiang"), "--out", "" + mine);

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("mine.yaml is there already", "why:", "fix:");
    assertThat(mine).hasContent("mine");
    Cli.Answer nowhere =
        Cli.plain()
            .run(
                "init",
                "--from",
                "" + LAKES.resolve("zhejiang"),
                "--out",
                folder + "/no/mine.yaml");
    assertThat(nowhere.exit()).isEqualTo(2);
    assertThat(nowhere.err()).contains("Cannot write").doesNotContain("\tat ");
  }

  @Test
  void oneFileIsEnough() {
    Cli.Answer answer = Cli.plain().run("init", "--from", LAKES + "/us-metros/womply_revenue.csv");

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains("enterprise_revenue_change:", "DECIDE: no file looks like a list of districts");
  }
}
