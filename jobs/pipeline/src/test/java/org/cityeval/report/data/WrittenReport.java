package org.cityeval.report.data;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.series.Quantity;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.Written;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredTables;

/**
 * A warehouse of a few rows: city x has districts b and x, and shares its id with one of them. Runs
 * read and published it, and some records were refused.
 */
final class WrittenReport {
  private static final LocalDate AS_OF = LocalDate.of(2020, 4, 10);
  private static final String SOURCES = "{\"cases\":\"v1\"}";
  private static final Instant ENDED = Instant.parse("2020-04-10T10:00:00Z");

  private final StoredTables tables;

  WrittenReport(Path folder) {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
    write(CityTable.SPEC, row(CityTable.SPEC).set(Keys.CITY_ID, "x"));
    write(DistrictTable.SPEC, district("x"), district("b"));
    write(PeriodTable.SPEC, period("span"), period("own-wave-1"));
    write(
        IndicatorTable.SPEC,
        row(IndicatorTable.SPEC)
            .set(Keys.INDICATOR_ID, "E1")
            .set(IndicatorTable.PER_RESIDENT, false)
            .set(IndicatorTable.METHOD_VERSION, 1));
    write(
        IndicatorValueTable.SPEC,
        result(IndicatorValueTable.SPEC, "x", "district", "span"),
        result(IndicatorValueTable.SPEC, "b", "district", "span"),
        result(IndicatorValueTable.SPEC, "x", "city", "span"),
        result(IndicatorValueTable.SPEC, "b", "district", "own-wave-1"));
    write(
        IndicatorStandingTable.SPEC,
        result(IndicatorStandingTable.SPEC, "b", "district", "span"),
        result(IndicatorStandingTable.SPEC, "b", "district", "own-wave-1"));
    write(ScorecardTable.SPEC, score("x", "ok"), score("b", "insufficient"), score("x", null));
    write(ScorecardTable.SPEC, score("c", "not_applicable"));
    write(PeerTable.SPEC, peer("b"));
    write(PeerGroupTable.SPEC, result(PeerGroupTable.SPEC, "b"));
    write(RankSensitivityTable.SPEC, result(RankSensitivityTable.SPEC, "b", "district", "span"));
    write(
        DistrictDayTable.GOLD,
        day("b", "district", 1, 5.0),
        day("b", "district", 2, null),
        day("x", "district", 1, 6.0),
        day("x", "city", 1, 11.0));
    write(WaveTable.SPEC, wave("x"), wave("b"));
    write(RankIntervalTable.SPEC, rank("d", "clearly_worse"));
    Written.together(
        tables,
        RankIntervalTable.SPEC,
        "run published attempt 2",
        rank("x", "clearly_better"),
        rank("b", "not_ranked"),
        rank("c", "not_applicable"));
    runs();
    checks();
    quarantine();
  }

  StoredTables tables() {
    return tables;
  }

  private void write(TableSpec table, TableRow... rows) {
    Written.together(tables, table, "written by a test", rows);
  }

  private static TableRow row(TableSpec table) {
    return new TableRow(table).set(Keys.EVALUATION_ID, "tiny").set(Keys.AS_OF, AS_OF);
  }

  private static TableRow district(String id) {
    return row(DistrictTable.SPEC)
        .set(Keys.DISTRICT_ID, id)
        .set(Keys.CITY_ID, "x")
        .set(DistrictTable.NAME, "Name of " + id);
  }

  private static TableRow period(String id) {
    return row(PeriodTable.SPEC).set(Keys.CITY_ID, "x").set(Keys.PERIOD_ID, id);
  }

  private static TableRow result(TableSpec table, String unit) {
    return row(table)
        .set(Keys.CITY_ID, "x")
        .set(Keys.DISTRICT_ID, unit)
        .set(Keys.LEVEL, "district");
  }

  private static TableRow result(TableSpec table, String unit, String level, String period) {
    TableRow row = result(table, unit).set(Keys.LEVEL, level).set(Keys.PERIOD_ID, period);
    if (table.key().contains(Keys.INDICATOR_ID.name())) {
      row.set(Keys.INDICATOR_ID, "E1");
    }
    if (table.key().contains(Keys.COMPARISON_GROUP.name())) {
      row.set(Keys.COMPARISON_GROUP, "x");
    }
    if (table.key().contains(Keys.WEIGHTING.name())) {
      row.set(Keys.WEIGHTING, "efficiency");
    }
    return row;
  }

  private static TableRow score(String unit, String status) {
    return result(ScorecardTable.SPEC, unit, "district", "span")
        .set(ScorecardTable.MEASURED_WEIGHT, 1.0)
        .set(ScorecardTable.CENSORED_WEIGHT, 0.0)
        .set(ScorecardTable.MISSING_WEIGHT, 0.0)
        .set(ScorecardTable.STATUS, status);
  }

  private static TableRow rank(String unit, String standing) {
    return result(RankIntervalTable.SPEC, unit, "district", "span")
        .set(RankIntervalTable.CLASS, standing);
  }

  private static TableRow peer(String unit) {
    return result(PeerTable.SPEC, unit)
        .set(PeerTable.PEER_NO, 1)
        .set(PeerTable.PEER_ID, "x")
        .set(PeerTable.DISTANCE, 1.0);
  }

  private static TableRow wave(String unit) {
    return result(WaveTable.SPEC, unit).set(WaveTable.WAVE_NO, 1);
  }

  private static TableRow day(String unit, String level, int day, Double cases) {
    return result(DistrictDayTable.GOLD, unit)
        .set(Keys.LEVEL, level)
        .set(Keys.DATE, LocalDate.of(2020, 3, day))
        .set(DistrictDayTable.of(Quantity.NEW_CASES), cases);
  }

  /** Each of those that did not read is newer than those that did. */
  private void runs() {
    write(
        RunTable.SPEC,
        run("tiny", "read-b", "ingest", "succeeded", 5, SOURCES, ENDED),
        run("tiny", "read-a", "ingest", "succeeded", 5, SOURCES, ENDED),
        run("tiny", "older", "ingest", "succeeded", 5, SOURCES, ENDED.minusSeconds(1)),
        run("tiny", "failed", "ingest", "failed", 5, SOURCES, ENDED.plusSeconds(1)),
        run("tiny", "panel", "panel", "succeeded", 5, SOURCES, ENDED.plusSeconds(1)),
        run("tiny", "nothing", "ingest", "succeeded", 0, SOURCES, ENDED.plusSeconds(1)),
        run("tiny", "other", "ingest", "succeeded", 5, "{\"cases\":\"v2\"}", ENDED.plusSeconds(1)));
    write(
        RunTable.SPEC,
        run("town", "elsewhere", "ingest", "succeeded", 5, SOURCES, ENDED.plusSeconds(1)));
  }

  private static TableRow run(
      String evaluation,
      String id,
      String step,
      String status,
      long rowsIn,
      String sources,
      Instant ended) {
    return new TableRow(RunTable.SPEC)
        .set(Keys.RUN_ID, id)
        .set(RunTable.ATTEMPT, 1)
        .set(RunTable.STEP, step)
        .set(Keys.EVALUATION_ID, evaluation)
        .set(RunTable.STATUS, status)
        .set(RunTable.ROWS_IN, rowsIn)
        .set(RunTable.INPUT_VERSIONS, sources)
        .set(RunTable.ENDED, ended);
  }

  private void checks() {
    write(
        QualityCheckTable.SPEC,
        check("tiny", "read-a", 1, "both", "1"),
        check("tiny", "published", 1, "both", "2"),
        check("tiny", "read-a", 10, "again", "4"),
        check("tiny", "read-a", 9, "again", "3"),
        check("tiny", "published", 1, "alone", "5"),
        check("tiny", "older", 1, "of another run", "6"));
    write(QualityCheckTable.SPEC, check("town", "read-a", 11, "elsewhere", "7"));
  }

  private static TableRow check(
      String evaluation, String run, int attempt, String name, String observed) {
    return new TableRow(QualityCheckTable.SPEC)
        .set(Keys.RUN_ID, run)
        .set(QualityCheckTable.ATTEMPT, attempt)
        .set(QualityCheckTable.CHECK, name)
        .set(Keys.EVALUATION_ID, evaluation)
        .set(QualityCheckTable.OBSERVED, observed);
  }

  private void quarantine() {
    write(
        QuarantineTable.SPEC,
        refused("cases", "1", "negative", "A count of -7"),
        refused("cases", "2", "negative", "A count of -3"),
        refused("cases", "3", "negative", "A count of -5"),
        refused("cases", "4", "late", "Of tomorrow"));
    write(QuarantineTable.SPEC, refused("of another evaluation", "1", "late", "Of tomorrow"));
  }

  private static TableRow refused(String source, String position, String code, String reason) {
    return new TableRow(QuarantineTable.SPEC)
        .set(Keys.SOURCE_ID, source)
        .set(QuarantineTable.FILE, "f")
        .set(QuarantineTable.POSITION, position)
        .set(QuarantineTable.REASON_CODE, code)
        .set(QuarantineTable.REASON, reason);
  }

  Publication publication(String config) {
    Map<String, Long> versions = new TreeMap<>();
    for (TableSpec table :
        List.of(
            CityTable.SPEC,
            DistrictTable.SPEC,
            PeriodTable.SPEC,
            IndicatorTable.SPEC,
            IndicatorValueTable.SPEC,
            IndicatorStandingTable.SPEC,
            ScorecardTable.SPEC,
            RankIntervalTable.SPEC,
            PeerTable.SPEC,
            PeerGroupTable.SPEC,
            RankSensitivityTable.SPEC,
            DistrictDayTable.GOLD,
            WaveTable.SPEC)) {
      versions.put(table.qualifiedName(), tables.version(table));
    }
    return new Publication(
        "tiny", AS_OF, true, versions, Map.of("cases", "v1"), "hash", config, "code");
  }
}
