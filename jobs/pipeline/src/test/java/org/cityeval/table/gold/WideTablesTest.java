package org.cityeval.table.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;

/** Names are those that jobs/docs/TABLES.md publishes; a tool of somebody reads them. */
class WideTablesTest {
  private static List<String> columns(TableSpec table) {
    return List.of(table.columnNames());
  }

  private static List<String> scored() {
    return WideTables.SCORED.stream().map(indicator -> indicator.spec().id()).toList();
  }

  private static TableColumn<Double> score(String id) {
    Indicator indicator =
        Indicators.ALL.stream()
            .filter(each -> each.spec().id().equals(id))
            .findFirst()
            .orElseThrow();
    return WideTables.scoreOf(indicator);
  }

  @Test
  void aRowIsAMemberWhereTheLongTableHasARowForEachWeightingOrPeer() {
    assertThat(WideTables.SCORECARD.key())
        .containsExactly("evaluation_id", "as_of", "city_id", "district_id", "level", "period_id");
    assertThat(WideTables.RANK_INTERVAL.key())
        .containsExactly(
            "evaluation_id",
            "as_of",
            "city_id",
            "district_id",
            "level",
            "comparison_group",
            "period_id");
    assertThat(WideTables.PEER.key())
        .containsExactly("evaluation_id", "as_of", "city_id", "district_id", "level");
  }

  /** Context, such as differentiation, has no good direction on any level. */
  @Test
  void scoredAreIndicatorsWithAGoodDirectionOnSomeLevel() {
    assertThat(scored()).contains("E1", "P4", "V1").doesNotContain("D1", "S2");
  }

  @Test
  void aScorecardHasBothWeightingsAndAScoreOfEachIndicator() {
    List<String> expected = new ArrayList<>(WideTables.SCORECARD.key());
    expected.add("name");
    for (String weighting : List.of("efficiency", "public_value")) {
      for (String of :
          List.of(
              "composite",
              "composite_low",
              "composite_high",
              "composite_width",
              "status",
              "efficiency_score",
              "precision_score",
              "decentralisation_score",
              "flatness_score",
              "structure_score",
              "public_value_score",
              "long_term_capacity_score")) {
        expected.add(weighting + "_" + of);
      }
    }
    expected.addAll(
        List.of(
            "composite_difference",
            "composite_difference_low",
            "composite_difference_high",
            "composite_difference_width"));

    assertThat(columns(WideTables.SCORECARD))
        .startsWith(expected.toArray(String[]::new))
        .contains("response_lag_score", "efficiency_progress_score")
        .doesNotHaveDuplicates()
        .hasSize(expected.size() + WideTables.SCORED.size());
  }

  @Test
  void aScoreSaysOnWhichRowsThereIsNone() {
    assertThat(score("E1").name()).isEqualTo("response_lag_score");
    assertThat(score("E1").comment()).isEqualTo("Score of E1, Response lag.");
    assertThat(score("P4").comment())
        .isEqualTo("Score of P4, Targeting ratio. Null on rows of a district.");
    assertThat(score("V1").comment())
        .isEqualTo(
            "Score of V1, Recovery inequality. Null on rows of a district, where it is context.");
  }

  @Test
  void ranksHaveBothWeightings() {
    assertThat(columns(WideTables.RANK_INTERVAL).subList(7, 19))
        .containsExactly(
            "name",
            "compared",
            "efficiency_rank",
            "efficiency_rank_low",
            "efficiency_rank_high",
            "efficiency_rank_width",
            "efficiency_class",
            "public_value_rank",
            "public_value_rank_low",
            "public_value_rank_high",
            "public_value_rank_width",
            "public_value_class");
    assertThat(columns(WideTables.RANK_INTERVAL)).hasSize(19);
  }

  @Test
  void aRowHasRoomForTenPeers() {
    List<String> expected = new ArrayList<>(List.of("name"));
    for (int peer = 1; peer <= 10; peer++) {
      expected.addAll(
          List.of("peer_" + peer + "_id", "peer_" + peer + "_name", "peer_" + peer + "_distance"));
    }

    assertThat(columns(WideTables.PEER).subList(5, 36)).isEqualTo(expected);
    assertThat(columns(WideTables.PEER)).hasSize(36);
  }

  @Test
  void intervalsAreCheckedUnderEachWeighting() {
    assertThat(WideTables.SCORECARD.checks())
        .extracting(TableCheck::holds)
        .containsExactly(
            "efficiency_composite_low <= efficiency_composite AND efficiency_composite_low <="
                + " efficiency_composite_high AND efficiency_composite <= efficiency_composite_high",
            "public_value_composite_low <= public_value_composite AND public_value_composite_low"
                + " <= public_value_composite_high AND public_value_composite <="
                + " public_value_composite_high");
    assertThat(WideTables.RANK_INTERVAL.checks())
        .extracting(TableCheck::name)
        .containsExactly(
            "efficiency_rank_low_le_efficiency_rank_le_efficiency_rank_high",
            "public_value_rank_low_le_public_value_rank_le_public_value_rank_high");
    assertThat(WideTables.PEER.checks()).isEmpty();
  }
}
