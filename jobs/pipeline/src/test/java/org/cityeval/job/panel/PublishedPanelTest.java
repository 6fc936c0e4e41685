package org.cityeval.job.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.PanelRule;
import org.cityeval.panel.PanelScope;
import org.cityeval.place.TouchingDistricts;
import org.cityeval.run.Run;
import org.cityeval.series.Quantity;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PlainRules;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.withholding.Withheld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four weeks of a city that is one district, D, with ten cases a day, but three on the fourth; two
 * days before them are kept for what looks back.
 */
@ExtendWith(SparkExtension.class)
class PublishedPanelTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 4, 10);
  private static final Slice SLICE = Slice.of("tiny", PUBLISHED);
  private static final PanelRule RULE = PlainRules.ofCases();

  private final SparkSession spark;
  @TempDir private Path folder;

  PublishedPanelTest(SparkSession spark) {
    this.spark = spark;
  }

  /** A span of twenty days. */
  private Run run(String smallCounts) {
    return TinyLake.in(folder)
        .configure("small_counts: {already_public: made up}", smallCounts)
        .configure("last_day: 2020-04-09", "last_day: 2020-03-20")
        .begin(spark);
  }

  private static PanelScope scope(Map<Quantity, MeasureRule> measures) {
    return new PanelScope(
        "tiny",
        PUBLISHED,
        FIRST,
        FIRST.plusDays(19),
        measures,
        Map.of(),
        RULE,
        2,
        new PanelScope.MinimumShare(0.5, 0.5),
        "hash");
  }

  private PublishedPanel panel(Run run, Map<Quantity, MeasureRule> measures) {
    return PublishedPanel.of(run, scope(measures), new TouchingDistricts(List.of()));
  }

  private static Map<Quantity, MeasureRule> ofCases() {
    return Collections.singletonMap(Quantity.NEW_CASES, null);
  }

  private Dataset<Row> days() {
    List<Row> rows = new ArrayList<>();
    for (int day = -2; day < 28; day++) {
      for (String level : List.of("city", "district")) {
        TableRow row =
            new TableRow(DistrictDayTable.SILVER)
                .set(Keys.EVALUATION_ID, "tiny")
                .set(Keys.AS_OF, PUBLISHED)
                .set(Keys.CITY_ID, "d")
                .set(Keys.DISTRICT_ID, level.equals("city") ? "d" : "D")
                .set(Keys.LEVEL, level)
                .set(Keys.DATE, FIRST.plusDays(day))
                .set(DistrictDayTable.RT_STATUS, "ok")
                .set(Keys.INPUT_HASH, "hash");
        for (Quantity quantity : Quantity.values()) {
          double cases = day == 3 ? 3 : 10;
          row.set(DistrictDayTable.of(quantity), Withheld.concerns(quantity) ? cases : 1.0);
        }
        rows.add(row.row());
      }
    }
    return spark.createDataFrame(rows, DistrictDayTable.SILVER.structType());
  }

  private Dataset<Row> span() {
    return days().where("date between date'2020-03-01' and date'2020-03-20'");
  }

  private static List<StoredRow> published(Run run) {
    return run.warehouse().stored().rows(DistrictDayTable.GOLD).list();
  }

  private static List<String> checks(Run run) {
    return run.warehouse().stored().rows(QualityCheckTable.SPEC).list().stream()
        .map(
            row ->
                row.get(QualityCheckTable.CHECK)
                    + ": "
                    + row.get(QualityCheckTable.OUTCOME)
                    + ", "
                    + row.get(QualityCheckTable.OBSERVED)
                    + "; "
                    + row.get(QualityCheckTable.EXPECTED))
        .sorted()
        .toList();
  }

  /** A comparison of the city with its district on the fourth day, and on the fifteenth. */
  private Dataset<Row> compared() {
    return spark.sql(
        "select 'tiny' evaluation_id, date'2020-04-10' as_of, 'd' city_id, date(day) date,"
            + " 'new_cases' quantity, 'differs' finding, 9D city_value, 10D districts_value,"
            + " -1D difference, 10D districts_low, 10D districts_high, 1 districts_observed,"
            + " 1 districts from values ('2020-03-04'), ('2020-03-15') as t(day)");
  }

  private static List<String> dates(Dataset<Row> rows) {
    return rows.selectExpr("string(date)").collectAsList().stream()
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  @Test
  void whereCountsArePublicAlreadyTheSpanIsPublishedAsItIs() {
    Run run = run("small_counts: {already_public: made up}");
    PublishedPanel panel = panel(run, ofCases());
    Dataset<Row> compared = compared();

    panel.write(SLICE, days(), span());

    assertThat(published(run))
        .hasSize(2 * 20)
        .allMatch(row -> row.get(DistrictDayTable.of(Quantity.NEW_CASES)) != null);
    assertThat(panel.coherent(compared)).isSameAs(compared);
    assertThat(panel.waves(compared)).isSameAs(compared);
    assertThat(run.warehouse().exists(QualityCheckTable.SPEC)).isFalse();
  }

  /**
   * What is withheld is the week of the small count, for a mean of it would tell the count: seven
   * days of twenty. Days before and after the span are judged with it, and not published.
   */
  @Test
  void smallCountsAreWithheldAndHowManyIsTold() {
    Run run = run("small_counts: {below: 5}");
    PublishedPanel panel = panel(run, ofCases());

    panel.write(SLICE, days(), span());

    assertThat(published(run)).hasSize(2 * 20);
    assertThat(published(run))
        .filteredOn(row -> row.get(DistrictDayTable.of(Quantity.NEW_CASES)) == null)
        .extracting(row -> row.get(Keys.DATE).toString())
        .contains("2020-03-04")
        .allMatch(day -> day.compareTo("2020-03-01") >= 0 && day.compareTo("2020-03-07") <= 0);
    long withheld =
        published(run).stream()
            .filter(row -> row.get(DistrictDayTable.of(Quantity.NEW_CASES)) == null)
            .filter(row -> row.get(Keys.LEVEL).equals("city"))
            .count();
    String told =
        withheld
            + " of 20 days are withheld in gold.district_day, small counts and others that would"
            + " tell them; no count from 1 to 4 is published, nor can be computed";
    assertThat(checks(run))
        .containsExactly(
            "small counts of each city are withheld: passed, " + told,
            "small counts of each district are withheld: passed, " + told);
    assertThat(dates(panel.coherent(compared()))).containsExactly("2020-03-15");
  }

  @Test
  void withoutCasesNothingIsWithheld() {
    Run run = run("small_counts: {below: 5}");

    panel(run, Map.of()).write(SLICE, days(), span());

    assertThat(published(run))
        .hasSize(2 * 20)
        .allMatch(row -> row.get(DistrictDayTable.of(Quantity.NEW_CASES)) != null);
  }
}
