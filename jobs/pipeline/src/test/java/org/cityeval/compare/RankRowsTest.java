package org.cityeval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.ChoiceSensitivity;
import org.cityeval.comparison.Composites;
import org.cityeval.comparison.Scorecard;
import org.cityeval.numeric.statistics.DrawnEstimate;
import org.cityeval.series.Level;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankRowsTest {
  private static final long SEED = 7;

  private final List<Row> ranks = new ArrayList<>();
  private final List<Row> factors = new ArrayList<>();
  private List<ComparisonGroups.Group> groups;

  @BeforeEach
  void group() {
    groups =
        new ComparisonGroups(
                ThreeDistricts.scope(0),
                Level.DISTRICT,
                ThreeDistricts.PANEL,
                ThreeDistricts.MEMBERS)
            .all();
  }

  private static RankRows rows(ComparisonScope scope) {
    return new RankRows(
        scope,
        ThreeDistricts.OF,
        ThreeDistricts.PANEL,
        ThreeDistricts.MEMBERS,
        scope.weightings().get(0));
  }

  private void add(int acrossChoices) {
    ComparisonScope scope = ThreeDistricts.scope(acrossChoices);
    Composites composites =
        new Composites(
            ThreeDistricts.PANEL,
            scope.composite(),
            scope.weightings(),
            new Composites.Draws(scope.draws().count(), scope.draws().level(), SEED));
    DrawnEstimate[] draws = new DrawnEstimate[ThreeDistricts.PANEL.units().size()];
    Arrays.setAll(draws, unit -> composites.drawn(0, unit));
    Scorecard scorecard = composites.scorecard(0);
    List<Scorecard.Scores> scores = new ArrayList<>();
    for (int unit = 0; unit < draws.length; unit++) {
      scores.add(scorecard.of(unit, draws[unit], 0.95));
    }
    ChoiceSensitivity sensitivity =
        acrossChoices == 0
            ? null
            : ChoiceSensitivity.of(
                    ThreeDistricts.PANEL,
                    scope.composite(),
                    scope.weightings().subList(0, 1),
                    acrossChoices,
                    SEED)
                .get(0);
    made(rows(scope).rows(groups, scores, draws, sensitivity));
  }

  private void made(Iterator<MadeRow> rows) {
    List<MadeRow> made = new ArrayList<>();
    rows.forEachRemaining(made::add);
    ranks.addAll(ThreeDistricts.of(RankIntervalTable.SPEC, made.iterator()));
    factors.addAll(ThreeDistricts.of(RankSensitivityTable.SPEC, made.iterator()));
  }

  private List<String> ranked(String... columns) {
    return ThreeDistricts.cells(ranks, RankIntervalTable.SPEC, columns);
  }

  /** Exact composites of 67, 50.5 and 34; of d nothing is known, so nobody is compared with it. */
  @Test
  void whoIsKnownIsRankedAndWhoIsNotIsNotInTheWay() {
    add(0);

    assertThat(
            ranked(
                "comparison_group",
                "district_id",
                "name",
                "rank",
                "rank_low",
                "rank_high",
                "rank_width",
                "compared",
                "rank_low_choices"))
        .startsWith(
            "x a A 1 1 1 0 3 null",
            "x b B 2 2 2 0 3 null",
            "x c C 3 3 3 0 3 null",
            "x d D null null null null 3 null");
    assertThat(ranked("district_id", "class"))
        .startsWith("a clearly_better", "b not_distinguishable", "c clearly_worse", "d not_ranked");
    assertThat(factors).isEmpty();
  }

  /** In the group of its peers only the one whose they are has a row. */
  @Test
  void amongPeersOnlyTheSubjectIsRanked() {
    add(0);

    assertThat(ranked("comparison_group", "district_id", "rank", "compared"))
        .filteredOn(row -> row.startsWith("peers"))
        .containsExactly("peers b 2 2", "peers d null 1");
  }

  @Test
  void otherChoicesAreTriedInTheGroupsOfManyAndOfThoseWhoAreRanked() {
    add(8);

    assertThat(ranked("comparison_group", "district_id", "rank_low_choices"))
        .filteredOn(row -> !row.endsWith("null"))
        .extracting(row -> row.substring(0, 3))
        .containsExactly("x a", "x b", "x c");
    assertThat(
            ThreeDistricts.cells(
                factors, RankSensitivityTable.SPEC, "comparison_group", "district_id", "draws"))
        .hasSize(3 * ChoiceSensitivity.FACTORS.size())
        .containsOnly("x a 8", "x b 8", "x c 8");
    assertThat(ThreeDistricts.cells(factors, RankSensitivityTable.SPEC, "factor").subList(0, 2))
        .containsExactlyElementsOf(ChoiceSensitivity.FACTORS.subList(0, 2));
  }

  @Test
  void whereAWeightingJudgesNothingEverybodyIsTold() {
    made(rows(ThreeDistricts.scope(0)).notApplicable(groups));

    assertThat(ranked("comparison_group", "district_id", "class", "compared", "rank"))
        .containsExactly(
            "x a not_applicable 0 null",
            "x b not_applicable 0 null",
            "x c not_applicable 0 null",
            "x d not_applicable 0 null",
            "peers b not_applicable 0 null",
            "peers d not_applicable 0 null");
  }

  /** Two groups of peers are called alike and differ in their members. */
  @Test
  void groupsOfOtherMembersRestOnOtherThings() {
    add(0);

    assertThat(ranked("comparison_group", "input_hash").stream().distinct()).hasSize(3);
  }
}
