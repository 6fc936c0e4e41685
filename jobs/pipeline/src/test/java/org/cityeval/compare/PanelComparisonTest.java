package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.Level;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three districts of 100, 200 and 400 residents; enterprise values as they stand in the table. */
@ExtendWith(SparkExtension.class)
class PanelComparisonTest {
  private static final Map<String, Double> RESIDENTS = Map.of("a", 100.0, "b", 200.0, "c", 400.0);

  private final SparkSession spark;
  private final List<Row> values = new ArrayList<>();

  PanelComparisonTest(SparkSession spark) {
    this.spark = spark;
  }

  private PanelComparisonTest value(
      String id, String level, String period, String indicator, double value) {
    values.add(
        new TableRow(IndicatorValueTable.SPEC)
            .set(Keys.EVALUATION_ID, "e")
            .set(Keys.AS_OF, LocalDate.of(2020, 6, 30))
            .set(Keys.CITY_ID, "x")
            .set(Keys.DISTRICT_ID, id)
            .set(Keys.LEVEL, level)
            .set(Keys.PERIOD_ID, period)
            .set(Keys.INDICATOR_ID, indicator)
            .number(IndicatorValueTable.VALUE, value)
            .set(IndicatorValueTable.STATUS, Double.isNaN(value) ? "censored" : "ok")
            .number(IndicatorValueTable.CI_LOW, Double.isNaN(value) ? 30 : value - 10)
            .number(IndicatorValueTable.CI_HIGH, Double.isNaN(value) ? value : value + 20)
            .number(IndicatorValueTable.CI_LEVEL, 0.95)
            .set(Keys.INPUT_HASH, "hash " + id)
            .row());
    return this;
  }

  private PanelComparisonTest districts(String indicator, double a, double b, double c) {
    return value("a", "district", "span", indicator, a)
        .value("b", "district", "span", indicator, b)
        .value("c", "district", "span", indicator, c);
  }

  private Dataset<Row> compared() {
    return compared(RESIDENTS.size());
  }

  private Dataset<Row> compared(int districts) {
    StringBuilder covariates = new StringBuilder("select * from values");
    RESIDENTS.forEach(
        (id, residents) ->
            covariates.append(
                " ('" + id + "', 'district', 'Name " + id + "', " + residents + "D),"));
    covariates.append(" ('x', 'city', 'City x', 700D) as t(district_id, level, name, population)");
    return new PanelComparison(ThreeDistricts.scope(0))
        .compare(
            spark.createDataFrame(values, IndicatorValueTable.SPEC.structType()),
            spark
                .sql(covariates.toString())
                .selectExpr(
                    "*", "cast(null as int) as peer_group", "cast(null as array<string>) as peers"),
            districts);
  }

  private static List<String> cells(Dataset<Row> compared, TableSpec table, String... columns) {
    return ThreeDistricts.cells(
            PanelComparison.rows(compared, table).collectAsList(), table, columns)
        .stream()
        .sorted()
        .toList();
  }

  /** The interval is divided, too: 100 from 90 to 120 among 200 residents. */
  @Test
  void totalsAreComparedPerResidentAndSharesAreNot() {
    Dataset<Row> compared =
        districts("F1", 100, 100, 100).districts(total(), 100, 100, 100).compared();

    assertThat(
            cells(
                compared,
                IndicatorStandingTable.SPEC,
                "indicator_id",
                "district_id",
                "scored_value",
                "scored_low",
                "scored_high"))
        .contains(
            "F1 b 100.00 90.00 120.00",
            total() + " a 1.00 0.90 1.20",
            total() + " b 0.50 0.45 0.60",
            total() + " c 0.25 0.23 0.30");
  }

  /** An indicator whose values are totals. */
  private static String total() {
    return Indicators.ALL.stream()
        .map(Indicator::spec)
        .filter(spec -> spec.unit().isTotal())
        .filter(spec -> spec.isScored(Level.DISTRICT))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Each level and each period is a panel of its own. */
  @Test
  void levelsAndPeriodsAreNotMixed() {
    Dataset<Row> compared =
        districts("E4", 100, 200, 300)
            .value("a", "district", "wave-1", "E4", 100)
            .value("x", "city", "span", "E4", 100)
            .compared();

    assertThat(cells(compared, IndicatorStandingTable.SPEC, "level", "period_id", "compared"))
        .containsExactly(
            "city span 1",
            "district span 3",
            "district span 3",
            "district span 3",
            "district wave-1 1");
    assertThat(cells(compared, RankIntervalTable.SPEC, "level", "name"))
        .contains("city City x", "district Name a");
  }

  /** What is only told beside the scores has no standing. */
  @Test
  void whatIsNotScoredIsNotCompared() {
    String context =
        Indicators.ALL.stream()
            .map(Indicator::spec)
            .filter(spec -> spec.levels().contains(Level.DISTRICT))
            .filter(spec -> !spec.isScored(Level.DISTRICT))
            .findFirst()
            .map(IndicatorSpec::id)
            .orElse("D1");
    Dataset<Row> compared = districts("E4", 100, 200, 300).districts(context, 1, 2, 3).compared();

    assertThat(cells(compared, IndicatorStandingTable.SPEC, "indicator_id")).containsOnly("E4");
  }

  /** A task holds all that it is given, so there are more of them. */
  @Test
  void manyDistrictsHaveTasksOfTheirOwnForEachPanel() {
    districts("E4", 100, 200, 300).value("a", "district", "wave-1", "E4", 100);
    Dataset<Row> few = compared(PanelComparison.FEW_DISTRICTS);
    Dataset<Row> many = compared(PanelComparison.FEW_DISTRICTS + 1);

    assertThat(few.rdd().getNumPartitions()).isLessThan(PanelComparison.TASKS);
    assertThat(many.rdd().getNumPartitions()).isEqualTo(PanelComparison.TASKS);
    assertThat(cells(many, ScorecardTable.SPEC, "composite", "input_hash"))
        .isEqualTo(cells(few, ScorecardTable.SPEC, "composite", "input_hash"));
  }

  /** A shuffle brings rows in any order. */
  @Test
  void theOrderOfValuesChangesNothing() {
    districts("E4", 100, 200, 300).districts("F1", 3, 2, 1);
    List<String> before = cells(compared(), ScorecardTable.SPEC, "composite", "input_hash");
    Collections.reverse(values);
    List<String> reversed = cells(compared(), ScorecardTable.SPEC, "composite", "input_hash");

    assertThat(reversed).isEqualTo(before).isNotEmpty();
  }

  /** Residents are no part of the value's own hash, and what is scored depends on them. */
  @Test
  void whatAScoreRestsOnChangesWithWhatItIsMadeOf() {
    List<String> before =
        cells(districts("E4", 100, 200, 300).compared(), ScorecardTable.SPEC, "input_hash");
    values.clear();
    List<String> same =
        cells(districts("E4", 100, 200, 300).compared(), ScorecardTable.SPEC, "input_hash");
    values.clear();
    List<String> other =
        cells(districts("E4", 100, 200, 301).compared(), ScorecardTable.SPEC, "input_hash");

    assertThat(same).isEqualTo(before);
    assertThat(other).doesNotContainAnyElementsOf(before);
  }
}
