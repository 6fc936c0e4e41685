package org.cityeval.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PublicationTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;

/**
 * Two publications of the evaluation {@code tiny}, of the 5th and of the 10th of April, written
 * without a session. Values of A over the span and of the city over a wave differ, the value of A
 * over the wave does not, and B is there in the first alone. Ranks are those of the span under
 * efficiency, and one of the wave under public_value. One observation of two was revised from 10 to
 * 13.
 *
 * @param a of the 5th
 * @param b of the 10th
 */
public record TwoVintages(Publication a, Publication b) {
  private static final List<TableSpec> TABLES =
      List.of(
          IndicatorValueTable.SPEC,
          RankIntervalTable.SPEC,
          DistrictTable.SPEC,
          CityTable.SPEC,
          ObservationTable.SPEC);

  /** Writes both, and the manifest that names them. */
  public static TwoVintages in(StoredTables tables) {
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
    Written.to(
        tables,
        ObservationTable.SPEC,
        observation(5, 1, 10),
        observation(5, 2, 20),
        observation(10, 1, 13),
        observation(10, 2, 20));
    TwoVintages both = new TwoVintages(publication(tables, 5), publication(tables, 10));
    Written.to(tables, PublicationTable.SPEC, manifest(both.a(), false), manifest(both.b(), true));
    return both;
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

  private static Publication publication(StoredTables tables, int asOf) {
    Map<String, Long> versions = new TreeMap<>();
    TABLES.forEach(table -> versions.put(table.qualifiedName(), tables.version(table)));
    return new Publication(
        "tiny", day(asOf), true, versions, Map.of("tiny/cases", "v" + asOf), "hash", "{}", "code");
  }

  private static TableRow observation(int asOf, int date, double value) {
    return new TableRow(ObservationTable.SPEC)
        .set(Keys.CITY_ID, "tiny")
        .set(Keys.DISTRICT_ID, "A")
        .set(Keys.DATE, LocalDate.of(2020, 3, date))
        .set(Keys.MEASURE, "new_cases")
        .set(Keys.AS_OF, day(asOf))
        .set(Keys.SOURCE_ID, "tiny/cases")
        .set(ObservationTable.SOURCE_VERSION, "v" + asOf)
        .set(ObservationTable.VALUE, value);
  }

  private static TableRow manifest(Publication of, boolean isCurrent) {
    StringBuilder versions = new StringBuilder();
    of.tableVersions()
        .forEach(
            (table, version) ->
                versions
                    .append(versions.length() == 0 ? "" : ", ")
                    .append("\"" + table + "\": " + version));
    return new TableRow(PublicationTable.SPEC)
        .set(Keys.EVALUATION_ID, "tiny")
        .set(Keys.AS_OF, of.asOf())
        .set(PublicationTable.IS_CURRENT, isCurrent)
        .set(PublicationTable.TABLE_VERSIONS, "{" + versions + "}")
        .set(
            PublicationTable.SOURCE_VERSIONS,
            "{\"tiny/cases\": \"" + of.sourceVersions().get("tiny/cases") + "\"}")
        .set(PublicationTable.CONFIG_HASH, of.configHash())
        .set(PublicationTable.CONFIG, of.config())
        .set(PublicationTable.CODE_VERSION, of.codeVersion());
  }
}
