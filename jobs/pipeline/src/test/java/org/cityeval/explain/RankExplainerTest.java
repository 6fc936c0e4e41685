package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cityeval.series.Level;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.PublishedFew;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nine districts D1 to D9 of city T rank 1 to 9 there; D5 also stands among all. */
class RankExplainerTest {
  @TempDir private Path folder;

  private PublishedFew few;

  @BeforeEach
  void write() {
    few = new PublishedFew(folder).write(DistrictTable.SPEC).write(CityTable.SPEC);
    few.write(RankIntervalTable.SPEC, rank("all", "D5", 20));
    for (int place = 1; place <= 9; place++) {
      few.write(RankIntervalTable.SPEC, rank("T", "D" + place, place))
          .write(ScorecardTable.SPEC, score("D" + place, 100.0 - place));
    }
    few.write(RankSensitivityTable.SPEC).write(PeerTable.SPEC);
  }

  private static TableRow of(TableSpec table, String id, String level, String weighting) {
    return PublishedFew.row(table, "tiny")
        .set(Keys.CITY_ID, "T")
        .set(Keys.DISTRICT_ID, id)
        .set(Keys.LEVEL, level)
        .set(Keys.PERIOD_ID, "span")
        .set(Keys.WEIGHTING, weighting);
  }

  private static TableRow rank(String group, String id, Integer rank) {
    return of(RankIntervalTable.SPEC, id, "district", "efficiency")
        .set(Keys.COMPARISON_GROUP, group)
        .set(RankIntervalTable.NAME, "Name of " + id)
        .set(RankIntervalTable.RANK, rank)
        .set(RankIntervalTable.RANK_LOW, rank)
        .set(RankIntervalTable.CI_LEVEL, 0.95);
  }

  private static TableRow score(String id, double composite) {
    return of(ScorecardTable.SPEC, id, "district", "efficiency")
        .set(ScorecardTable.COMPOSITE, composite);
  }

  private static TableRow sensitivity(String group, String factor, Double total) {
    return of(RankSensitivityTable.SPEC, "D5", "district", "efficiency")
        .set(Keys.COMPARISON_GROUP, group)
        .set(RankSensitivityTable.FACTOR, factor)
        .set(RankSensitivityTable.TOTAL, total);
  }

  private static TableRow peer(String id, int number, String peer) {
    return PublishedFew.row(PeerTable.SPEC, "tiny")
        .set(Keys.CITY_ID, "T")
        .set(Keys.DISTRICT_ID, id)
        .set(Keys.LEVEL, "district")
        .set(PeerTable.PEER_NO, number)
        .set(PeerTable.PEER_ID, peer);
  }

  private Account explain(String id, Level level) {
    few.publish("tiny", "{}");
    return new RankExplainer(few.tables())
        .explain(new Explainer.Subject(null, id, level, "span"), "efficiency");
  }

  private static List<Object> cells(Account account, int section, int column) {
    return account.sections().get(section).rows().stream().map(row -> row.get(column)).toList();
  }

  @Test
  void itsRanksInEachGroupStandFirst() {
    Account account = explain("D5", null);

    assertThat(account.title()).isEqualTo("Ranks of Name of D5 (D5) under efficiency, span");
    assertThat(account.facts())
        .containsEntry("city_id", "T")
        .containsEntry("as_of", "2020-04-10")
        .containsEntry("weighting", "efficiency")
        .containsEntry("ci_level", 0.95);
    assertThat(account.sections())
        .extracting(Account.Section::title)
        .containsExactly("ranks", "what the rank rests on", "next to it", "peers");
    assertThat(cells(account, 0, 0)).containsExactly("T", "all");
    assertThat(cells(account, 0, 2)).containsExactly(5, 20);
  }

  /** Three on either side, in its own city, with their composites. */
  @Test
  void whoStandsNextToItAreThreeOnEitherSideInItsCity() {
    Account account = explain("D5", null);

    assertThat(cells(account, 2, 0)).containsOnly("T");
    assertThat(cells(account, 2, 1)).containsExactly(2, 3, 4, 5, 6, 7, 8);
    assertThat(cells(account, 2, 2)).containsExactly("D2", "D3", "D4", "D5", "D6", "D7", "D8");
    assertThat(cells(account, 2, 4)).containsExactly(98.0, 97.0, 96.0, 95.0, 94.0, 93.0, 92.0);
  }

  @Test
  void nobodyStandsBeforeTheFirst() {
    assertThat(cells(explain("D1", null), 2, 1)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void thoseOfOneRankStandByIdAndThoseWithoutAScoreNot() {
    few.write(RankIntervalTable.SPEC, rank("T", "C5", 5), rank("T", "Z5", 5))
        .write(ScorecardTable.SPEC, score("C5", 95.0));

    assertThat(cells(explain("D5", null), 2, 2))
        .containsExactly("D2", "D3", "D4", "C5", "D5", "D6", "D7", "D8");
  }

  @Test
  void aCityStandsAmongCities() {
    few.write(
            RankIntervalTable.SPEC,
            rank("cities", "T", 1).set(Keys.LEVEL, "city"),
            rank("cities", "U", 2).set(Keys.LEVEL, "city").set(Keys.CITY_ID, "U"))
        .write(
            ScorecardTable.SPEC,
            score("T", 60).set(Keys.LEVEL, "city"),
            score("U", 50).set(Keys.LEVEL, "city").set(Keys.CITY_ID, "U"));

    assertThat(cells(explain("T", Level.CITY), 2, 2)).containsExactly("T", "U");
  }

  @Test
  void whatHasNoRankHasNobodyNextToIt() {
    few.write(RankIntervalTable.SPEC, rank("T", "N", null));

    Account account = explain("N", null);

    assertThat(account.sections().get(2).rows()).isEmpty();
    assertThat(cells(account, 0, 2)).isEqualTo(Arrays.asList((Object) null));
  }

  @Test
  void whatTheRankRestsOnStandsByItsShareWithinAGroup() {
    few.write(
            RankSensitivityTable.SPEC,
            sensitivity("all", "weights", 0.9),
            sensitivity("T", "outliers", null),
            sensitivity("T", "weights", 0.2),
            sensitivity("T", "normalisation", 0.7),
            sensitivity("T", "aggregation", 0.2),
            sensitivity("T", "other", 0.5).set(Keys.WEIGHTING, "public_value"))
        .write(PeerTable.SPEC);

    assertThat(cells(explain("D5", null), 1, 1))
        .containsExactly("normalisation", "aggregation", "weights", "outliers", "weights");
  }

  @Test
  void peersStandByTheirNumber() {
    few.write(PeerTable.SPEC, peer("D5", 2, "D7"), peer("D5", 1, "D9"), peer("D4", 1, "D1"));

    assertThat(cells(explain("D5", null), 3, 1)).containsExactly("D9", "D7");
  }
}
