package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.revision.Cause;
import org.cityeval.revision.ResultState;
import org.cityeval.revision.ResultState.Outcome;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTablesTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 3, 10);
  private static final LocalDate SECOND = LocalDate.of(2020, 4, 10);
  private static final LocalDate THIRD = LocalDate.of(2020, 5, 10);

  @TempDir private static Path folder;
  private static StoredTables tables;
  private static RevisionData revision;

  /** One version of each table holds both vintages, as a run leaves them. */
  @BeforeAll
  static void write() {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
    for (LocalDate asOf : new LocalDate[] {FIRST, SECOND}) {
      boolean isNow = asOf.equals(SECOND);
      // The city's id is a district's, too.
      write(CityTable.SPEC, row(CityTable.SPEC, asOf).set(Keys.CITY_ID, "x"));
      write(DistrictTable.SPEC, row(DistrictTable.SPEC, asOf).set(Keys.DISTRICT_ID, "x"));
      write(
          IndicatorTable.SPEC,
          indicator(asOf, "E1", isNow ? 3 : 2),
          indicator(asOf, "E2", 1),
          indicator(asOf, isNow ? "New" : "Old", 1));
      write(
          IndicatorValueTable.SPEC,
          value(asOf, "d", "span", isNow ? 9.0 : 4.0, "ok"),
          value(asOf, "same", "span", 1.0, "ok"),
          value(asOf, "hidden", "span", isNow ? null : 7.0, isNow ? "suppressed" : "ok"),
          value(asOf, "shown", "span", isNow ? 7.0 : null, isNow ? "ok" : "suppressed"),
          value(asOf, isNow ? "new" : "old", "span", 5.0, "ok"),
          value(asOf, "d", "own-wave-1", isNow ? 1.0 : 2.0, "ok"),
          value(asOf, "x", "span", isNow ? 2.0 : 1.0, "ok")
              .set(Keys.LEVEL, "city")
              .set(Keys.CITY_ID, "x"));
      write(
          RankIntervalTable.SPEC,
          rank(asOf, "d", "span", isNow ? 1 : 2),
          rank(asOf, "d", "own-wave-1", isNow ? 2 : 1));
    }
    publish("tiny", FIRST, Map.of("cases", "v1", "gone", "v0", "same", "v"), CONFIG_BEFORE, "1.0");
    publish("other", FIRST.plusDays(1), Map.of(), "{}", "1.0");
    Publication now =
        publish("tiny", SECOND, Map.of("cases", "v2", "same", "v"), CONFIG_NOW, "1.1");
    publish("tiny", THIRD, Map.of(), "{}", "1.2");
    revision = RevisionTables.read(tables, now);
  }

  private static final String CONFIG_BEFORE =
      "{\"panel\":{\"lag\":1},\"indicators\":{\"level\":0.9},\"comparison\":{\"draws\":200},"
          + "\"quality\":{\"x\":1}}";
  private static final String CONFIG_NOW =
      "{\"panel\":{\"lag\":2},\"indicators\":{\"level\":0.8},\"comparison\":{\"draws\":300},"
          + "\"quality\":{\"x\":2}}";

  private static void write(TableSpec table, TableRow... rows) {
    Written.together(tables, table, "note", rows);
  }

  private static TableRow row(TableSpec table, LocalDate asOf) {
    return new TableRow(table).set(Keys.EVALUATION_ID, "tiny").set(Keys.AS_OF, asOf);
  }

  private static TableRow indicator(LocalDate asOf, String id, int version) {
    return row(IndicatorTable.SPEC, asOf)
        .set(Keys.INDICATOR_ID, id)
        .set(IndicatorTable.METHOD_VERSION, version);
  }

  private static TableRow value(
      LocalDate asOf, String unit, String period, Double value, String status) {
    return row(IndicatorValueTable.SPEC, asOf)
        .set(Keys.CITY_ID, "c")
        .set(Keys.DISTRICT_ID, unit)
        .set(Keys.LEVEL, "district")
        .set(Keys.PERIOD_ID, period)
        .set(Keys.INDICATOR_ID, "E1")
        .set(IndicatorValueTable.VALUE, value)
        .set(IndicatorValueTable.CI_LOW, value == null ? null : value - 1)
        .set(IndicatorValueTable.CI_HIGH, value == null ? null : value + 1)
        .set(IndicatorValueTable.STATUS, status)
        .set(IndicatorValueTable.METHOD_VERSION, 1);
  }

  private static TableRow rank(LocalDate asOf, String unit, String period, int rank) {
    return row(RankIntervalTable.SPEC, asOf)
        .set(Keys.CITY_ID, "c")
        .set(Keys.COMPARISON_GROUP, "x")
        .set(Keys.DISTRICT_ID, unit)
        .set(Keys.LEVEL, "district")
        .set(Keys.PERIOD_ID, period)
        .set(Keys.WEIGHTING, "efficiency")
        .set(RankIntervalTable.RANK, rank)
        .set(RankIntervalTable.CLASS, "not_distinguishable");
  }

  private static Publication publish(
      String evaluation, LocalDate asOf, Map<String, String> sources, String config, String code) {
    Publication publication =
        new Publication(
            evaluation,
            asOf,
            true,
            Map.of(
                CityTable.SPEC.qualifiedName(), tables.version(CityTable.SPEC),
                DistrictTable.SPEC.qualifiedName(), tables.version(DistrictTable.SPEC),
                IndicatorTable.SPEC.qualifiedName(), tables.version(IndicatorTable.SPEC),
                IndicatorValueTable.SPEC.qualifiedName(), tables.version(IndicatorValueTable.SPEC),
                RankIntervalTable.SPEC.qualifiedName(), tables.version(RankIntervalTable.SPEC)),
            sources,
            "hash",
            config,
            code);
    new Publications(tables).publishAlone(publication, "note");
    return publication;
  }

  private static RevisionData.ValueChange value(String unit) {
    return revision.values().stream()
        .filter(value -> value.unitId().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theVintageBeforeIsTheNewestEarlierOneOfTheEvaluation() {
    Publication third = new Publications(tables).find("tiny", THIRD).orElseThrow();

    assertThat(revision.before()).isEqualTo(FIRST);
    assertThat(RevisionTables.read(tables, third).before()).isEqualTo(SECOND);
  }

  @Test
  void aFirstVintageHasNoneBefore() {
    Publication first = new Publications(tables).find("tiny", FIRST).orElseThrow();
    Publication other = new Publications(tables).find("other", FIRST.plusDays(1)).orElseThrow();

    assertThat(RevisionTables.read(tables, first)).isNull();
    assertThat(RevisionTables.read(tables, other)).isNull();
  }

  /** Waves of single districts are left out; the city is told from the district of its id. */
  @Test
  void everyValueOfEitherVintageHasItsOutcome() {
    assertThat(revision.unreadable()).isNull();
    assertThat(revision.values())
        .extracting(
            RevisionData.ValueChange::unitId,
            RevisionData.ValueChange::level,
            RevisionData.ValueChange::periodId,
            RevisionData.ValueChange::outcome)
        .containsExactlyInAnyOrder(
            tuple("d", "district", "span", Outcome.VALUE),
            tuple("same", "district", "span", Outcome.EQUAL),
            tuple("hidden", "district", "span", Outcome.WORD),
            tuple("shown", "district", "span", Outcome.WORD),
            tuple("old", "district", "span", Outcome.ONLY_BEFORE),
            tuple("new", "district", "span", Outcome.ONLY_NOW),
            tuple("x (city)", "city", "span", Outcome.VALUE));
    assertThat(value("d").before().value()).isEqualTo(4.0);
    assertThat(value("d").now().high()).isEqualTo(10.0);
    assertThat(value("d").isBeyond()).isTrue();
    assertThat(value("new").before()).isNull();
    assertThat(value("old").now()).isNull();
    assertThat(value("same").causes()).isEmpty();
  }

  /** Its neighbour in time would tell it. */
  @Test
  void ofAValueThatEitherVintageWithholdsNoNumberStandsHere() {
    for (RevisionData.ValueChange one :
        new RevisionData.ValueChange[] {value("hidden"), value("shown")}) {
      for (ResultState state : new ResultState[] {one.before(), one.now()}) {
        assertThat(state.value()).isNull();
        assertThat(state.low()).isNull();
        assertThat(state.high()).isNull();
      }
    }
    assertThat(value("hidden").before().word()).isEqualTo("ok");
    assertThat(value("hidden").now().word()).isEqualTo("suppressed");
  }

  @Test
  void ranksMoveLikewise() {
    assertThat(revision.ranks())
        .singleElement()
        .satisfies(
            rank -> {
              assertThat(rank.unitId()).isEqualTo("d");
              assertThat(rank.group()).isEqualTo("x (city)");
              assertThat(rank.periodId()).isEqualTo("span");
              assertThat(rank.weighting()).isEqualTo("efficiency");
              assertThat(rank.before().value()).isEqualTo(2);
              assertThat(rank.now().value()).isEqualTo(1);
              assertThat(rank.isMoved()).isTrue();
              assertThat(rank.causes()).contains(Cause.VALUES);
            });
  }

  /** What decides nothing is no input, and a method that is new was never another. */
  @Test
  void inputsAreWhatDiffersOfSourcesConfigMethodsAndCode() {
    assertThat(revision.inputs())
        .containsExactly(
            new RevisionData.Input(Cause.DATA, "cases", "v1", "v2"),
            new RevisionData.Input(Cause.DATA, "gone", "v0", null),
            new RevisionData.Input(Cause.COMPARISON, "comparison.draws", "200", "300"),
            new RevisionData.Input(Cause.PARAMETERS, "indicators.level", "0.9", "0.8"),
            new RevisionData.Input(Cause.INPUT, "panel.lag", "1", "2"),
            new RevisionData.Input(Cause.METHOD, "E1", "2", "3"),
            new RevisionData.Input(Cause.CODE, null, "1.0", "1.1"));
  }

  @Test
  void whatAnotherReleaseWroteIsToldInsteadOfRead(@TempDir Path other) {
    StoredTables old = new StoredTables(StoragePath.of(other), new Configuration());
    Publication before =
        new Publication("e", FIRST, true, Map.of(), Map.of(), "hash", "{}", "code");
    Publication now = new Publication("e", SECOND, true, Map.of(), Map.of(), "hash", "{}", "code");
    new Publications(old).publishAlone(before, "note");
    new Publications(old).publishAlone(now, "note");

    RevisionData told = RevisionTables.read(old, now);

    assertThat(told.before()).isEqualTo(FIRST);
    assertThat(told.unreadable())
        .isEqualTo("What is published of e as of 2020-03-10 holds no gold.dim_city.");
    assertThat(told.values()).isEmpty();
    assertThat(told.ranks()).isEmpty();
    assertThat(told.inputs()).isEmpty();
  }
}
