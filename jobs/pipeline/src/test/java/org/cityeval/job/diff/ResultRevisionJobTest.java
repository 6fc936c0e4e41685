package org.cityeval.job.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two publications, of the 5th and of the 10th. Values of A over the span and of the city over a
 * wave differ, the value of A over the wave does not, and B is there in the first alone. Ranks are
 * those of the span under efficiency, and one of the wave under public_value.
 */
class ResultRevisionJobTest {
  private static final List<TableSpec> TABLES =
      List.of(IndicatorValueTable.SPEC, RankIntervalTable.SPEC, DistrictTable.SPEC, CityTable.SPEC);

  @TempDir private static Path folder;
  private static StoredTables tables;
  private static Publication a;
  private static Publication b;

  @BeforeAll
  static void publishTwice() {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
    Written.to(
        tables,
        IndicatorValueTable.SPEC,
        value(5, "district", "A", "span", 1.0),
        value(5, "district", "A", "wave", 2.0),
        value(5, "district", "B", "span", 3.0),
        value(5, "city", "tiny", "wave", 5.0),
        value(10, "district", "A", "span", 1.5),
        value(10, "district", "A", "wave", 2.0),
        value(10, "city", "tiny", "wave", 6.0));
    Written.to(
        tables,
        RankIntervalTable.SPEC,
        rank(5, "A", "span", "efficiency", 2),
        rank(5, "B", "span", "efficiency", 1),
        rank(10, "A", "span", "efficiency", 1),
        rank(10, "A", "wave", "public_value", 1));
    Written.to(
        tables,
        DistrictTable.SPEC,
        district(5, "A", "Alder of old"),
        district(5, "B", "Birch"),
        district(10, "A", "Alder"));
    Written.to(tables, CityTable.SPEC, city(5, "Tiny of old"), city(10, "Tiny"));
    a = publication(5);
    b = publication(10);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2020, 4, day);
  }

  private static TableRow keyed(TableSpec table, int asOf, Consumer<TableRow> rest) {
    TableRow row =
        new TableRow(table)
            .set(Keys.EVALUATION_ID, "tiny")
            .set(Keys.AS_OF, day(asOf))
            .set(Keys.CITY_ID, "tiny");
    rest.accept(row);
    return row;
  }

  private static TableRow value(int asOf, String level, String id, String period, double value) {
    return keyed(
        IndicatorValueTable.SPEC,
        asOf,
        row ->
            row.set(Keys.DISTRICT_ID, id)
                .set(Keys.LEVEL, level)
                .set(Keys.PERIOD_ID, period)
                .set(Keys.INDICATOR_ID, "P1")
                .set(IndicatorValueTable.VALUE, value)
                .set(IndicatorValueTable.STATUS, "ok")
                .set(IndicatorValueTable.PARAMETERS, "{}")
                .set(IndicatorValueTable.METHOD_VERSION, 1)
                .set(IndicatorValueTable.DATA_HASH, "data of " + value)
                .set(Keys.INPUT_HASH, "input of " + value));
  }

  private static TableRow rank(int asOf, String id, String period, String weighting, int rank) {
    return keyed(
        RankIntervalTable.SPEC,
        asOf,
        row ->
            row.set(Keys.COMPARISON_GROUP, "tiny")
                .set(Keys.DISTRICT_ID, id)
                .set(Keys.LEVEL, "district")
                .set(Keys.PERIOD_ID, period)
                .set(Keys.WEIGHTING, weighting)
                .set(RankIntervalTable.NAME, id)
                .set(RankIntervalTable.RANK, rank)
                .set(RankIntervalTable.RANK_LOW, 1)
                .set(RankIntervalTable.RANK_HIGH, 2)
                .set(RankIntervalTable.CLASS, "not_distinguishable")
                .set(Keys.INPUT_HASH, "input of " + rank));
  }

  private static TableRow district(int asOf, String id, String name) {
    return keyed(
        DistrictTable.SPEC,
        asOf,
        row -> row.set(Keys.DISTRICT_ID, id).set(DistrictTable.NAME, name));
  }

  private static TableRow city(int asOf, String name) {
    return keyed(CityTable.SPEC, asOf, row -> row.set(CityTable.NAME, name));
  }

  private static Publication publication(int asOf) {
    Map<String, Long> versions = new TreeMap<>();
    TABLES.forEach(table -> versions.put(table.qualifiedName(), tables.version(table)));
    return new Publication(
        "tiny", day(asOf), true, versions, Map.of("tiny/cases", "v" + asOf), "hash", "{}", "code");
  }

  private static ResultRevisionJob.Answer answer(String period, String weighting, int listed) {
    return new ResultRevisionJob(tables, a, b)
        .compare(
            new ResultRevisionJob.Question(
                Optional.ofNullable(period), Optional.ofNullable(weighting), listed));
  }

  private static List<String> shown(Rows rows, String... columns) {
    return rows.rows().stream()
        .map(
            row ->
                String.join(
                    " ",
                    Arrays.stream(columns).map(column -> "" + rows.cell(row, column)).toList()))
        .toList();
  }

  @Test
  void everyIndicatorAndGroupThatEitherHasIsCounted() {
    ResultRevisionJob.Answer answer = answer(null, null, 9);

    assertThat(
            shown(
                answer.indicators(),
                "indicator_id",
                "level",
                "in_both",
                "equal",
                "value_changed",
                "only_a",
                "only_b"))
        .containsExactly("P1 city 1 0 1 0 0", "P1 district 2 1 1 1 0");
    assertThat(
            shown(
                answer.groups(), "period_id", "weighting", "in_both", "moved", "only_a", "only_b"))
        .containsExactlyInAnyOrder("span efficiency 1 1 1 0", "wave public_value 0 0 0 1");
    // Who is ranked by one side alone has not moved.
    assertThat(shown(answer.ranks(), "district_id", "period_id")).containsExactly("A span");
  }

  /** With the name that the later one gives; B is there in the earlier one alone. */
  @Test
  void valuesThatDifferAreNamed() {
    assertThat(
            shown(
                answer(null, null, 9).values(),
                "level",
                "district_id",
                "value_a",
                "value_b",
                "name"))
        .containsExactlyInAnyOrder(
            "district A 1.0 1.5 Alder", "city tiny 5.0 6.0 Tiny", "district B 3.0 null Birch");
  }

  @Test
  void noMoreThanSoManyOfEachOutcomeAreListed() {
    ResultRevisionJob.Answer answer = answer(null, null, 1);

    assertThat(answer.values().rows()).hasSize(2);
    assertThat(shown(answer.indicators(), "value_changed")).containsExactly("1", "1");
  }

  @Test
  void whatTheyWereMadeOfComesFirst() {
    assertThat(answer(null, null, 1).causes().rows())
        .containsExactly(
            List.of("publication", "as_of", "2020-04-05", "2020-04-10"),
            List.of("publication", "made by", "written by a test", "written by a test"),
            List.of("data", "tiny/cases", "v5", "v10"));
  }

  @Test
  void aPeriodAloneIsComparedInValuesAndInRanks() {
    ResultRevisionJob.Answer answer = answer("wave", null, 9);

    assertThat(shown(answer.indicators(), "level", "in_both", "equal", "only_a"))
        .containsExactly("city 1 0 0", "district 1 1 0");
    assertThat(shown(answer.groups(), "period_id", "weighting"))
        .containsExactly("wave public_value");
  }

  @Test
  void aWeightingAloneIsComparedInRanks() {
    assertThat(shown(answer(null, "efficiency", 9).groups(), "period_id", "weighting"))
        .containsExactly("span efficiency");
    assertThat(answer(null, "efficiency", 9).indicators().rows()).hasSize(2);
    // There is such a weighting; over the span it ranks nobody.
    assertThat(answer("span", "public_value", 9).groups().rows()).isEmpty();
  }

  @Test
  void aPeriodOrWeightingThatNeitherHasIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> answer("spam", null, 9))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains(
                        "Neither publication has a period spam.",
                        "There are span, wave.",
                        "Did you mean span?"));
    assertThatThrownBy(() -> answer(null, "zzzzzzzzzz", 9))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains(
                        "Neither publication has a weighting zzzzzzzzzz.",
                        "There are efficiency, public_value.",
                        "Name one of these, or all."));
  }
}
