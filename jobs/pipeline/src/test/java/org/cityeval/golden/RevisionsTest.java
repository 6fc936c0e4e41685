package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.testing.Cli;
import org.cityeval.testing.Csv;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two vintages of Opportunity Insights in one evaluation. Expected counts were taken from the files
 * with Python's csv module; 14,520 of 17,278 merchants values, 17 by more than 5 points, is also
 * what those who gathered the pair of vintages counted.
 */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class RevisionsTest {
  private static final Path CONFIG = Commands.config("us-cities-vintages");
  private static Path warehouse;

  @BeforeAll
  static void ingest() {
    warehouse = Commands.folder("us-cities-vintages");
    Commands.out("ingest", "--config", CONFIG, "--warehouse", warehouse);
  }

  @Test
  void countsWhatWasRevised() {
    List<Map<String, String>> counts = diff("2020-12-14", "2022-10-31", "--more-than", "0.05");

    assertThat(counts)
        .extracting(row -> row.get("measure"))
        .containsExactly(
            "enterprise_employment_change",
            "enterprise_open_change",
            "enterprise_revenue_change",
            "mobility_transit_change",
            "new_cases");
    assertThat(counts.get(1))
        .containsEntry("known_a", "17278")
        .containsEntry("known_b", "28184")
        .containsEntry("in_both", "17278")
        .containsEntry("equal", "2758")
        .containsEntry("changed", "14520")
        .containsEntry("changed_more", "17")
        .containsEntry("added", "10906")
        .containsEntry("withdrawn", "0")
        .containsEntry("changed_days", "326")
        .containsEntry("changed_districts", "53")
        .containsEntry(
            "sources", "us-cities-vintages/merchants_2020_12_14 us-cities-vintages/womply");
    assertThat(Double.parseDouble(counts.get(1).get("largest_change"))).isEqualTo(.1264);
    assertThat(Double.parseDouble(counts.get(1).get("median_change")))
        .isCloseTo(.002, within(1e-12));
    assertThat(counts.get(2))
        .containsEntry("changed", "16327")
        .containsEntry("changed_more", "747");
    // Days before the first case, told as 0 in 2020 and as missing since, are withdrawn.
    assertThat(counts.get(4))
        .containsEntry("known_a", "17015")
        .containsEntry("known_b", "27567")
        .containsEntry("in_both", "15132")
        .containsEntry("changed", "629")
        .containsEntry("withdrawn", "1883")
        .containsEntry("added", "10552")
        .containsEntry("largest_change", "1853")
        .containsEntry("median_change", "30")
        .containsEntry("changed_days", "298")
        .containsEntry("changed_districts", "30");
    assertThat(counts.get(3)).containsEntry("changed", "0").containsEntry("added", "0");
  }

  @Test
  void listsTheLargestChangesOfEachMeasure() {
    List<Map<String, String>> changes =
        diff("2020-12-14", "2022-10-31", "--show", "changes", "--largest", "1");

    assertThat(changes).hasSize(3);
    assertThat(changes.get(0))
        .containsEntry("measure", "enterprise_open_change")
        .containsEntry("district_id", "9")
        .containsEntry("date", "2020-02-12")
        .containsEntry("value_a", "0.0926")
        .containsEntry("value_b", "0.219")
        .containsEntry("as_of_b", "2021-07-31");
    assertThat(changes.get(2))
        .containsEntry("measure", "new_cases")
        .containsEntry("district_id", "2")
        .containsEntry("date", "2020-03-21")
        .containsEntry("value_a", "851")
        .containsEntry("value_b", "2704");
  }

  @Test
  void betweenTwoPublicationsNothingChanges() {
    assertThat(diff("2021-07-31", "2022-01-01"))
        .allSatisfy(
            row -> {
              assertThat(row.get("equal")).isEqualTo(row.get("known_b"));
              assertThat(row.get("known_a")).isEqualTo(row.get("known_b"));
            });
  }

  /** Under few draws: no value, and no expected count, is of an interval. */
  @Test
  void valuesAndRanksMoveWithTheRevisions() {
    for (String[] vintage : new String[][] {{"--as-of", "2020-12-14"}, {}}) {
      for (String step : List.of("panel", "evaluate", "compare")) {
        List<Object> arguments = new ArrayList<>(List.of(step, "--config", CONFIG));
        arguments.addAll(List.of("--warehouse", warehouse, "--set", "comparison.draws=200"));
        arguments.addAll(List.of("--set", "indicators.uncertainty.replicates=50"));
        arguments.addAll(List.of(vintage));
        Commands.out(arguments.toArray());
      }
    }

    assertThat(diff("2020-12-14", "2022-10-31", "--show", "causes"))
        .filteredOn(row -> !row.get("cause").equals("publication"))
        .extracting(row -> row.get("cause") + " " + row.get("what"))
        .containsExactly(
            "data us-cities-vintages/cases",
            "data us-cities-vintages/employment",
            "data us-cities-vintages/womply");
    List<Map<String, String>> indicators =
        diff("2020-12-14", "2022-10-31", "--show", "indicators", "--period", "span");
    assertThat(indicators)
        .allSatisfy(row -> assertThat(row.get("because")).matches("(data [0-9]+)?"));
    // Revenue was revised in all 53 cities; cases, on which E1 rests, in 30.
    assertThat(indicators)
        .filteredOn(row -> row.get("level").equals("district"))
        .filteredOn(row -> List.of("E1", "E4", "E5").contains(row.get("indicator_id")))
        .extracting(
            row ->
                row.get("indicator_id") + " " + row.get("in_both") + " " + row.get("value_changed"))
        .containsExactly("E1 53 18", "E4 53 53", "E5 53 9");
    assertThat(diff("2020-12-14", "2022-10-31", "--show", "values", "--period", "span").get(0))
        .containsEntry("indicator_id", "E5")
        .containsEntry("name", "Fresno, CA")
        .containsEntry("value_a", "33")
        .containsEntry("value_b", "63");
    assertThat(diff("2020-12-14", "2022-10-31", "--show", "ranks", "--period", "span"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("because", "values"));
    thePageSaysWhatDiffSays();
    // What the sources revised is told as before.
    assertThat(diff("2020-12-14", "2022-10-31").get(1)).containsEntry("changed", "14520");
  }

  /** The report reads the tables by itself, and does not ask what {@code diff} asks. */
  private static void thePageSaysWhatDiffSays() {
    Commands.out("report", "--config", CONFIG, "--warehouse", warehouse);
    JsonNode revision =
        PageModelRows.of(warehouse.resolve("reports/us-cities-vintages/2022-10-31.html"))
            .path("revision");

    assertThat(revision.path("before").textValue()).isEqualTo("2020-12-14");
    assertThat(PageModelRows.rows(revision.path("inputs")))
        .extracting(row -> row.get("cause") + " " + row.get("what"))
        .containsExactlyInAnyOrder(
            "data us-cities-vintages/cases",
            "data us-cities-vintages/employment",
            "data us-cities-vintages/womply");
    assertThat(PageModelRows.rows(revision.path("indicators")))
        .extracting(
            row ->
                told(row, "indicator", "level", "equal", "interval", "value", "word")
                    + told(row, "onlyBefore", "onlyNow", "beyond"))
        .containsExactlyInAnyOrderElementsOf(countedByDiff());
    // Fresno recovered after 33 days by one vintage, 63 by the other.
    assertThat(PageModelRows.rows(revision.path("values")))
        .filteredOn(row -> row.get("indicator").equals("E5") && row.get("period").equals("span"))
        .filteredOn(row -> "33".equals(row.get("before")))
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("now", "63").containsEntry("because", "data"));
  }

  /** The page has the periods of cities; waves of a district's own stand in {@code diff} alone. */
  private static List<String> countedByDiff() {
    List<String> counts =
        List.of(
            "equal",
            "interval_changed",
            "value_changed",
            "status_changed",
            "only_a",
            "only_b",
            "beyond_intervals");
    Map<String, int[]> sums = new TreeMap<>();
    for (String period : List.of("span", "wave-1", "wave-2")) {
      for (Map<String, String> row :
          diff("2020-12-14", "2022-10-31", "--show", "indicators", "--period", period)) {
        int[] sum =
            sums.computeIfAbsent(told(row, "indicator_id", "level"), k -> new int[counts.size()]);
        Arrays.setAll(sum, i -> sum[i] + Integer.parseInt(row.get(counts.get(i))));
      }
    }
    return sums.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + Arrays.stream(entry.getValue())
                        .mapToObj(count -> count + " ")
                        .collect(Collectors.joining()))
        .toList();
  }

  private static String told(Map<String, String> row, String... columns) {
    return Stream.of(columns).map(column -> row.get(column) + " ").collect(Collectors.joining());
  }

  @Test
  void saysWhichVintagesThereAre() {
    Cli.Answer tooEarly = fails("2020-12-13", "2022-10-31");
    assertThat(tooEarly.err())
        .contains("There is no vintage 2020-12-13 of us-cities-vintages.")
        .contains("2020-12-14, 2021-07-31, 2022-10-31");
    assertThat(fails("first", "2022-10-31").err())
        .contains("There is no vintage, publication or run first");
    assertThat(fails("2021-07-31", "2020-12-14").err()).contains("Swap the two.");
  }

  @Test
  void weeklyEmploymentStandsOnTheDaysOfItsWeek() {
    Commands.out("panel", "--config", CONFIG, "--warehouse", warehouse);

    // New York, week ending Friday 2020-04-17: -.335, the one before -.326 and the next -.334.
    assertThat(
            Commands.query(
                warehouse,
                "select date, enterprise_employment_change as change, measure_flags as flags"
                    + " from gold.district_day where as_of = '2022-10-31'"
                    + " and level = 'district' and district_id = '2' and date in ('2020-04-10', '2020-04-11', '2020-04-17', '2020-04-18')"
                    + " order by date"))
        .extracting(row -> row.get("change"))
        .containsExactly("-0.326", "-0.335", "-0.335", "-0.334");
    assertThat(
            Commands.query(
                warehouse,
                "select distinct measure_flags as flags from gold.district_day"
                    + " where as_of = '2022-10-31' and level = 'district' and district_id = '2'"))
        .containsExactly(Map.of("flags", "enterprise_employment_change:weekly"));
    // 52 of 53 cities: Wichita has none.
    assertThat(
            Commands.query(
                warehouse,
                "select count(distinct district_id) as n from gold.district_day"
                    + " where as_of = '2022-10-31' and level = 'district'"
                    + " and measure_flags like '%:weekly%'"))
        .containsExactly(Map.of("n", "52"));
    // The panel takes what was published last: 2,704 cases, not the 851 of December.
    assertThat(
            Commands.query(
                warehouse,
                "select new_cases from gold.district_day where as_of = '2022-10-31' and level = 'district'"
                    + " and district_id = '2' and date = '2020-03-21'"))
        .containsExactly(Map.of("new_cases", "2704"));
  }

  private static List<Map<String, String>> diff(String a, String b, String... further) {
    List<Object> arguments = new ArrayList<>(List.of("diff", a, b, "--config", CONFIG));
    arguments.addAll(List.of("--warehouse", warehouse, "--format", "csv"));
    arguments.addAll(List.of(further));
    return Csv.read(Commands.out(arguments.toArray()));
  }

  private static Cli.Answer fails(String a, String b) {
    Cli.Answer answer =
        Cli.plain()
            .run("diff", a, b, "--config", CONFIG.toString(), "--warehouse", warehouse.toString());
    assertThat(answer.exit()).isEqualTo(2);
    return answer;
  }
}
