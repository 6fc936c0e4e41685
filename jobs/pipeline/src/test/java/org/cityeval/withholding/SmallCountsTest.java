package org.cityeval.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.Tables;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.Cli;
import org.cityeval.testing.RowTexts;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lake that is published without a word on small counts, and its twin. Birch reported 1, 1, 2 and
 * 3 cases on the last days of the first week, its twin 1, 1, 3 and 2: 7 in both.
 */
@ExtendWith(SparkExtension.class)
class SmallCountsTest {
  @TempDir private static Path folder;
  private static TinyLake lake;
  private static TinyLake twin;
  private static Cli.Answer answer;
  private static Cli.Answer answerOfTwin;

  @BeforeAll
  static void runs() {
    lake = TinyLake.in(folder.resolve("one"));
    lake.configure("small_counts: {already_public: made up}\n", "");
    twin =
        lake.copyTo(folder.resolve("two"))
            .change(
                "cases.csv",
                "2020-03-06,B,2\n2020-03-07,B,3\n",
                "2020-03-06,B,3\n2020-03-07,B,2\n");
    answer = lake.run("run", "--run-id", "one");
    assertThat(answer.exit()).as(answer.err()).isZero();
    answerOfTwin = twin.run("run", "--run-id", "one");
    assertThat(answerOfTwin.exit()).as(answerOfTwin.err()).isZero();
  }

  @Test
  void aSmallCountHasAReasonInPlaceOfANumber() {
    assertThat(
            answered(
                lake,
                "select count(*), count(g.new_cases), count_if(g.cases_flag = 'suppressed')"
                    + " from silver.district_day s join gold.district_day g"
                    + " on s.level = g.level and s.district_id = g.district_id"
                    + " and s.date = g.date where s.new_cases between 1 and 4"))
        .singleElement()
        .satisfies(row -> assertThat(row).matches("([1-9][0-9]*),0,\\1"));
    assertThat(
            answered(
                lake,
                "select date, new_cases, new_cases_smoothed * 7, cases_flag"
                    + " from gold.district_day where district_id = 'B'"
                    + " and date between '2020-03-05' and '2020-03-07' order by 1"))
        // The week has 7 cases, which may be told.
        .containsExactly(
            "2020-03-05,,,suppressed", "2020-03-06,,,suppressed", "2020-03-07,,7,suppressed");
  }

  @Test
  void whatIsNoCountStaysAndNoughtsDo() {
    assertThat(
            answered(
                lake,
                "select count(*), count(mobility_smoothed), count_if(new_cases = 0),"
                    + " count_if(new_cases >= 5) from gold.district_day"))
        .singleElement()
        .satisfies(row -> assertThat(row).matches("160,1[0-9]{2},[1-9][0-9]*,[1-9][0-9]*"));
  }

  @Test
  void aMeanIsToldOfOpenDaysOrOfAWholeWeek() {
    assertThat(
            answered(
                lake,
                "select a.district_id, a.date from gold.district_day a join gold.district_day b"
                    + " on a.level = b.level and a.district_id = b.district_id"
                    + " and b.date between a.date - 6 and a.date"
                    + " where a.new_cases_smoothed is not null"
                    + " and b.cases_flag = 'suppressed'"
                    + " and datediff(a.date, date'2020-03-01') % 7 <> 6"))
        .isEmpty();
  }

  @Test
  void everyWithheldQuantityIsNamedOnItsDay() {
    assertThat(
            answered(
                lake,
                "select rt_status, measure_flags from gold.district_day"
                    + " where district_id = 'B' and date = '2020-03-06'"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .startsWith("suppressed,")
                    .contains("new_cases_smoothed:suppressed", "risk_level:suppressed")
                    .contains("incidence:suppressed", "control_index:suppressed"));
  }

  @Test
  void noPublishedTableDependsOnWhatIsWithheld() {
    for (TableSpec table : Tables.PUBLISHED) {
      assertThat(rows(twin, table)).as(table.qualifiedName()).isEqualTo(rows(lake, table));
    }
    assertThat(rows(lake, DistrictDayTable.GOLD)).hasSize(160);
    assertThat(answered(lake, "select new_cases from silver.district_day")).contains("3");
  }

  @Test
  void norDoesWhatARunTellsOrChecks() {
    String checks = "select check, observed, expected from ops.quality_check";
    assertThat(answered(twin, checks))
        .containsExactlyInAnyOrderElementsOf(answered(lake, checks))
        .anyMatch(row -> row.contains("small counts of each district are withheld"));
    assertThat(withoutPlaces(answerOfTwin.out())).isEqualTo(withoutPlaces(answer.out()));
  }

  @Test
  void norDoesTheReport() throws IOException {
    assertThat(report(twin)).isEqualTo(report(lake)).contains("withheld: too small to publish");
  }

  @Test
  void noFileOfAnyVersionHoldsASmallCount(SparkSession spark) throws IOException {
    TinyLake again = lake.copyTo(folder.resolve("again"));
    assertThat(again.run("run", "--full").exit()).isZero();
    Path table = again.warehouse().resolve("gold/district_day");
    assertThat(
            spark
                .read()
                .option("recursiveFileLookup", "true")
                .option("pathGlobFilter", "*.parquet")
                .parquet(table.toString())
                .where(
                    "(new_cases <> 0 and abs(new_cases) < 5)"
                        + " or (new_cases_adjusted <> 0 and abs(new_cases_adjusted) < 5)")
                .count())
        .isZero();
    try (Stream<Path> files = Files.walk(again.warehouse().resolve("gold"))) {
      List<Path> logs =
          files.filter(file -> file.toString().matches(".*/_delta_log/\\d+\\.json")).toList();
      assertThat(logs).hasSizeGreaterThan(Tables.PUBLISHED.size());
      for (Path log : logs) {
        assertThat(statistics(log))
            .as("%s", log)
            .doesNotContain("new_cases", "size", "peak_cases", "incidence", "value", "parts");
      }
    }
  }

  @Test
  void anExplanationShowsThePublishedDays() {
    String explained =
        Cli.plain()
            .run(
                "explain", "E1", "B", "--warehouse", lake.warehouse().toString(), "--format", "csv")
            .out();
    assertThat(explained).contains("2020-03-06").doesNotContain("2020-03-06,3", "2020-03-06,2");
  }

  /** The columns that a log keeps the least and the largest value of. */
  private static List<String> statistics(Path log) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> columns = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      JsonNode stats = json.readTree(line).path("add").path("stats");
      if (stats.isTextual()) {
        json.readTree(stats.asText()).path("minValues").fieldNames().forEachRemaining(columns::add);
        json.readTree(stats.asText()).path("maxValues").fieldNames().forEachRemaining(columns::add);
      }
    }
    return columns;
  }

  private static List<String> rows(TinyLake of, TableSpec table) {
    return RowTexts.of(
        new StoredTables(StoragePath.of(of.warehouse()), new Configuration()).rows(table));
  }

  private static List<String> answered(TinyLake of, String question) {
    Cli.Answer rows = of.sql(question);
    assertThat(rows.exit()).as(rows.err()).isZero();
    return rows.rows();
  }

  /** The page, without the hash of the source it names. */
  private static String report(TinyLake of) throws IOException {
    try (Stream<Path> files = Files.walk(of.warehouse().resolve("reports"))) {
      Path page = files.filter(file -> file.toString().endsWith(".html")).findFirst().orElseThrow();
      String text = Files.readString(page);
      for (String version :
          answered(of, "select distinct source_version from silver.observation")) {
        text = text.replace(version, "VERSION");
      }
      return text;
    }
  }

  private static String withoutPlaces(String told) {
    return told.replace(lake.warehouse().toString(), "W").replace(twin.warehouse().toString(), "W");
  }
}
