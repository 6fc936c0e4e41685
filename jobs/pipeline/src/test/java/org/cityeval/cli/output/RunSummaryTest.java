package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PublishedFew;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSummaryTest {
  @TempDir private Path folder;

  private static TableRow city(String id) {
    return PublishedFew.row(CityTable.SPEC, "tiny").set(Keys.CITY_ID, id);
  }

  private static TableRow rank(String group, String id, String level, Integer rank) {
    return PublishedFew.row(RankIntervalTable.SPEC, "tiny")
        .set(Keys.COMPARISON_GROUP, group)
        .set(Keys.CITY_ID, level.equals("city") ? id : "T")
        .set(Keys.DISTRICT_ID, id)
        .set(Keys.LEVEL, level)
        .set(Keys.PERIOD_ID, "span")
        .set(Keys.WEIGHTING, "efficiency")
        .set(RankIntervalTable.NAME, "Name " + id)
        .set(RankIntervalTable.RANK, rank)
        .set(RankIntervalTable.RANK_LOW, rank)
        .set(RankIntervalTable.RANK_HIGH, rank)
        .set(RankIntervalTable.COMPARED, 3)
        .set(RankIntervalTable.CLASS, rank == null ? "not_ranked" : "not_distinguishable");
  }

  private PublishedFew few() {
    return new PublishedFew(folder.resolve("warehouse"))
        .write(CityTable.SPEC, city("T"))
        .write(ScorecardTable.SPEC);
  }

  private String summary() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    new RunSummary(TinyLake.in(folder).beginWithoutSession())
        .print(
            new Console(print, print, Map.of(), () -> Instant.EPOCH),
            "place/w//",
            GivenOptions.NONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> names(String summary) {
    return summary
        .lines()
        .filter(line -> line.contains("Name "))
        .map(RunSummaryTest::name)
        .toList();
  }

  private static String name(String line) {
    return line.replaceFirst(".*(Name \\w+).*", "$1");
  }

  /** Whoever has no rank comes last; other groups, periods and weightings are not shown. */
  @Test
  void ofOneCityTheDistrictsAreShownByRank() {
    few()
        .write(
            RankIntervalTable.SPEC,
            rank("T", "N", "district", null),
            rank("T", "B", "district", 2),
            rank("T", "A", "district", 1),
            rank("all", "X", "district", 1),
            rank("T", "W", "district", 1).set(Keys.PERIOD_ID, "wave-1"),
            rank("T", "V", "district", 1).set(Keys.WEIGHTING, "public_value"))
        .publish("tiny", "{}");

    String summary = summary();

    assertThat(summary)
        .startsWith("Tiny, a city for tests, as of 2020-04-10")
        .contains("Districts by the efficiency weighting over the whole span");
    assertThat(names(summary)).containsExactly("Name A", "Name B", "Name N");
  }

  @Test
  void ofSeveralCitiesTheCitiesAreShown() {
    few()
        .write(CityTable.SPEC, city("U"))
        .write(
            RankIntervalTable.SPEC,
            rank("T", "A", "district", 1),
            rank("cities", "U", "city", 1),
            rank("cities", "T", "city", 2))
        .publish("tiny", "{}");

    String summary = summary();

    assertThat(summary).contains("Cities by the efficiency weighting");
    assertThat(names(summary)).containsExactly("Name U", "Name T");
  }

  @Test
  void whereTheRestIsStandsBelow() {
    few().write(RankIntervalTable.SPEC, rank("T", "A", "district", 1)).publish("tiny", "{}");

    assertThat(summary())
        .contains("Tables   place/w/gold (and silver, ops)")
        .contains("Report   place/w/reports/tiny/2020-04-10.html")
        .contains(
            "Ask      cityeval sql \"select * from current.rank_interval order by"
                + " comparison_group, rank\"");
  }

  /** Beside another evaluation the question names this one. */
  @Test
  void theQuestionIsOfThisEvaluationAlone() {
    PublishedFew few = few().write(RankIntervalTable.SPEC, rank("T", "A", "district", 1));
    few.publish("tiny", "{}");
    few.publish("town", "{}");

    assertThat(summary())
        .contains("from current.rank_interval where evaluation_id = 'tiny' order by");
  }

  @Test
  void aWeightingThatJudgesNothingIsToldOnce() {
    few()
        .write(
            RankIntervalTable.SPEC,
            rank("T", "A", "district", null).set(RankIntervalTable.CLASS, "not_applicable"))
        .write(ScorecardTable.SPEC, notApplicable("A"), notApplicable("B"))
        .publish("tiny", "{}");

    String summary = summary();

    assertThat(summary)
        .contains("No ranking: nothing that the weightings count could be computed")
        .containsOnlyOnce("No ranking by the public_value weighting: nothing is there.");
  }

  private static TableRow notApplicable(String id) {
    return PublishedFew.row(ScorecardTable.SPEC, "tiny")
        .set(Keys.DISTRICT_ID, id)
        .set(Keys.LEVEL, "district")
        .set(Keys.PERIOD_ID, "span")
        .set(Keys.WEIGHTING, "public_value")
        .set(ScorecardTable.STATUS, "not_applicable")
        .set(ScorecardTable.REASON, "nothing is there");
  }
}
