package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.cityeval.comparison.Composites;
import org.cityeval.table.gold.GoalpostTable;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;

class PanelRowsTest {
  private static List<String> cells(TableSpec table, String... columns) {
    return ThreeDistricts.cells(ThreeDistricts.of(table, rows(0).rows()), table, columns);
  }

  private static PanelRows rows(int acrossChoices) {
    return new PanelRows(
        ThreeDistricts.scope(acrossChoices),
        ThreeDistricts.OF,
        ThreeDistricts.PANEL,
        ThreeDistricts.MEMBERS);
  }

  @Test
  void compositesAreTheWeightedMeansOfTheScores() {
    assertThat(cells(ScorecardTable.SPEC, "weighting", "district_id", "composite", "status"))
        .containsExactly(
            "efficiency a 67.00 ok",
            "efficiency b 50.50 ok",
            "efficiency c 34.00 ok",
            "efficiency d 50.50 insufficient",
            "public_value a 100.00 ok",
            "public_value b 50.50 ok",
            "public_value c 1.00 ok",
            "public_value d 50.50 insufficient");
  }

  /** The second weighting less the first, in the rows of both. */
  @Test
  void theDifferenceOfTheWeightingsStandsInTheRowsOfBoth() {
    assertThat(cells(ScorecardTable.SPEC, "district_id", "composite_difference"))
        .contains("a 33.00", "b 0.00", "c -33.00")
        .hasSize(8);
  }

  @Test
  void scoresWeightsAndContributionsAreOfWhatTheWeightingJudges() {
    assertThat(cells(ScorecardTable.SPEC, "weighting", "district_id", "scores", "weights"))
        .anyMatch(
            row ->
                row.startsWith("public_value a")
                    && row.contains("\"E4\":0.25")
                    && row.contains("\"V2\":0.75"));
    assertThat(
            cells(
                ScorecardTable.SPEC,
                "district_id",
                "measured_weight",
                "missing_weight",
                "reason",
                "outliers",
                "ci_level"))
        .contains(
            "a 1.00 0.00 null none 0.95",
            "d 0.00 1.00 more than half of the weight is missing none 0.95");
  }

  @Test
  void goalpostsAreTheWorstAndTheBestOfEachIndicator() {
    assertThat(
            cells(
                GoalpostTable.SPEC,
                "indicator_id",
                "members",
                "better",
                "worst",
                "best",
                "value_low",
                "value_high",
                "winsorised"))
        .containsExactly(
            "E4 3 lower 3.00 1.00 null null 0",
            "P1 3 higher 0.50 0.90 null null 0",
            "V2 3 lower 30.00 10.00 null null 0");
    assertThat(cells(GoalpostTable.SPEC, "knots").get(0)).contains("[1.0,100.0]", "[3.0,1.0]");
  }

  @Test
  void rowsOfAllTablesAreOfTheLevelThePeriodAndTheVintage() {
    for (TableSpec table : List.of(RankIntervalTable.SPEC, IndicatorStandingTable.SPEC)) {
      assertThat(cells(table, "evaluation_id", "as_of", "level", "period_id"))
          .isNotEmpty()
          .containsOnly("e 2020-06-30 district span");
    }
  }

  /**
   * Four members, two weightings, 100 draws of eight bytes: draws of both weightings and of an
   * indicator, with its standard errors, are 3,200 bytes a member. With eight draws across 48
   * choices, in four bytes, of two weightings and as ranks of one, they are 2,400 and 4,608.
   */
  @Test
  void whatDrawsTakeIsToldBeforeTheyAreMade() {
    assertThat(rows(0).bytes()).isEqualTo(4 * 3_200);
    assertThat(rows(8).bytes()).isEqualTo(4 * (2_400 + 4_608));
  }

  /** Large groups have no room for draws that nobody asks for again. */
  @Test
  void drawsAreLetGoOnceTheyAreHandedOver() {
    ComparisonScope scope = ThreeDistricts.scope(0);
    Composites composites =
        new Composites(
            ThreeDistricts.PANEL,
            scope.composite(),
            scope.weightings(),
            new Composites.Draws(100, 0.95, 1));

    assertThat(composites.handOver(0)).hasSize(4);
    assertThatThrownBy(() -> composites.drawn(0, 0)).isInstanceOf(NullPointerException.class);
    assertThat(composites.drawn(1, 0).draws()).hasSize(100);
  }

  /** Whatever a row depends on changes its hash. */
  @Test
  void aHashIsOfAllThatARowRestsOn() {
    ComparisonScope scope = ThreeDistricts.scope(0);
    PanelRows.Of other = new PanelRows.Of(ThreeDistricts.OF.level(), "span", "other");

    assertThat(
            Stream.of(
                    PanelRows.hash(scope, ThreeDistricts.OF, "score", "efficiency"),
                    PanelRows.hash(scope, other, "score", "efficiency"),
                    PanelRows.hash(scope, ThreeDistricts.OF, "goalpost", "efficiency"),
                    PanelRows.hash(scope, ThreeDistricts.OF, "score", "public_value"),
                    PanelRows.hash(
                        ThreeDistricts.scope(8), ThreeDistricts.OF, "score", "efficiency"))
                .distinct())
        .hasSize(5);
    assertThat(PanelRows.hash(scope, ThreeDistricts.OF, "score", "efficiency"))
        .isEqualTo(
            PanelRows.hash(ThreeDistricts.scope(0), ThreeDistricts.OF, "score", "efficiency"));
  }
}
