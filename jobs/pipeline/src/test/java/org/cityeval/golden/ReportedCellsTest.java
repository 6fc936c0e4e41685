package org.cityeval.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every number of the page is that of the tables, by Delta's own reader: whole numbers and words as
 * they are, others to the five digits and thirteen decimals that the page keeps.
 */
@ExtendWith(SparkExtension.class)
class ReportedCellsTest {
  private static final MathContext DIGITS = new MathContext(5);
  private static final int MOST_DECIMALS = 13;

  private static JsonNode model;

  @BeforeAll
  static void readPage() throws IOException {
    String page =
        Files.readString(Riverton.warehouse().resolve("reports/riverton/2020-05-04.html"));
    Matcher found = Pattern.compile("id=\"model\">(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(found.find()).isTrue();
    model = new ObjectMapper().readTree(found.group(1));
  }

  /** The rows of a sheet of the page; words stand in them by number. */
  private static List<Map<String, Object>> sheet(String name) {
    JsonNode sheet = model.get(name);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode row : sheet.get("rows")) {
      Map<String, Object> cells = new HashMap<>();
      for (int i = 0; i < sheet.get("columns").size(); i++) {
        String column = sheet.get("columns").get(i).textValue();
        JsonNode cell = row.path(i);
        JsonNode words = sheet.get("words").get(column);
        cells.put(
            column,
            cell.isNull() || cell.isMissingNode()
                ? null
                : words != null ? words.get(cell.intValue()).textValue() : cell.decimalValue());
      }
      rows.add(cells);
    }
    assertThat(rows).as(name).isNotEmpty();
    return rows;
  }

  /** The rows of a table by some of its columns. */
  private static Map<List<Object>, Row> byKey(
      SparkSession spark, TableSpec table, String... columns) {
    Map<List<Object>, Row> rows = new HashMap<>();
    for (Row row : PublishedCells.read(spark, table).collectAsList()) {
      List<Object> key = new ArrayList<>();
      for (String column : columns) {
        key.add(row.getAs(column));
      }
      assertThat(rows.put(key, row)).isNull();
    }
    return rows;
  }

  private static List<Object> key(Map<String, Object> row, String... columns) {
    List<Object> key = new ArrayList<>();
    for (String column : columns) {
      key.add(row.get(column));
    }
    return key;
  }

  private static BigDecimal shown(BigDecimal number) {
    return number.scale() > MOST_DECIMALS
        ? number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
        : number;
  }

  private static void same(Object onPage, Object published, String what) {
    if (published instanceof Double number) {
      assertThat((BigDecimal) onPage)
          .as(what)
          .isEqualByComparingTo(shown(BigDecimal.valueOf(number).round(DIGITS)));
    } else if (published instanceof Number number) {
      assertThat((BigDecimal) onPage)
          .as(what)
          .isEqualByComparingTo(BigDecimal.valueOf(number.longValue()));
    } else {
      assertThat(onPage).as(what).isEqualTo(published);
    }
  }

  /** Compares cells of the page with those of a row, given as pairs of their columns. */
  private static void same(Map<String, Object> onPage, Row published, String... columns) {
    assertThat(published).as("%s", onPage).isNotNull();
    for (int i = 0; i < columns.length; i += 2) {
      same(
          onPage.get(columns[i]),
          published.getAs(columns[i + 1]),
          columns[i] + " of " + onPage + " and " + published);
    }
  }

  @Test
  void ofRanks(SparkSession spark) {
    Map<List<Object>, Row> published =
        byKey(
            spark,
            RankIntervalTable.SPEC,
            "comparison_group",
            "district_id",
            "period_id",
            "weighting");
    for (Map<String, Object> rank : sheet("ranks")) {
      same(
          rank,
          published.get(key(rank, "group", "unit", "period", "weighting")),
          "rank",
          "rank",
          "low",
          "rank_low",
          "high",
          "rank_high",
          "lowAll",
          "rank_low_simultaneous",
          "highAll",
          "rank_high_simultaneous",
          "lowChoices",
          "rank_low_choices",
          "highChoices",
          "rank_high_choices",
          "standing",
          "class",
          "compared",
          "compared");
    }
  }

  @Test
  void ofComposites(SparkSession spark) {
    Map<List<Object>, Row> published =
        byKey(spark, ScorecardTable.SPEC, "district_id", "period_id", "weighting");
    for (Map<String, Object> composite : sheet("composites")) {
      same(
          composite,
          published.get(key(composite, "unit", "period", "weighting")),
          "score",
          "composite",
          "low",
          "composite_low",
          "high",
          "composite_high",
          "difference",
          "composite_difference",
          "differenceLow",
          "composite_difference_low",
          "differenceHigh",
          "composite_difference_high",
          "measured",
          "measured_weight",
          "censored",
          "censored_weight",
          "missing",
          "missing_weight",
          "status",
          "status");
    }
  }

  @Test
  void ofScores(SparkSession spark) {
    Map<List<Object>, Row> published =
        byKey(spark, ScorecardTable.SPEC, "district_id", "period_id", "weighting");
    int compared = 0;
    for (Map<String, Object> scores : sheet("scores")) {
      Row row = published.get(List.of(scores.get("unit"), scores.get("period"), "efficiency"));
      Map<String, Double> told = RivertonRows.numbers(Map.of("s", row.getAs("scores")), "s");
      for (Map.Entry<String, Double> score : told.entrySet()) {
        same(scores.get(score.getKey()), score.getValue(), score + " of " + scores);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  /** A value that is compared stands there as it is compared, which may be per resident. */
  @Test
  void ofValues(SparkSession spark) {
    String[] key = {"district_id", "period_id", "indicator_id"};
    Map<List<Object>, Row> published = byKey(spark, IndicatorValueTable.SPEC, key);
    Map<List<Object>, Row> standings = byKey(spark, IndicatorStandingTable.SPEC, key);
    int standing = 0;
    for (Map<String, Object> value : sheet("values")) {
      List<Object> of = key(value, "unit", "period", "indicator");
      Row row = published.get(of);
      same(value, row, "n", "n");
      assertThat(value.get("status"))
          .isEqualTo(row.getAs("status").equals("ok") ? null : row.getAs("status"));
      Row compared = standings.get(of);
      if (compared == null) {
        same(value, row, "low", "ci_low", "value", "value", "high", "ci_high");
      } else {
        standing++;
        same(value, compared, "low", "scored_low", "value", "scored_value", "high", "scored_high");
      }
    }
    assertThat(standing).isGreaterThan(100);
  }

  @Test
  void ofPeers(SparkSession spark) {
    Map<List<Object>, Row> published = byKey(spark, PeerTable.SPEC, "district_id", "peer_id");
    for (Map<String, Object> peer : sheet("peers")) {
      same(
          peer,
          published.get(key(peer, "unit", "peer")),
          "number",
          "peer_no",
          "distance",
          "distance");
    }
  }
}
