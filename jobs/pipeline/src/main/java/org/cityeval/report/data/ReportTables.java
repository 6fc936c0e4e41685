package org.cityeval.report.data;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.RUN_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.indicator.Status;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredRows;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.withholding.Withheld;

/** Reads what a report prints: gold at the versions of the manifest, and the log of its run. */
public final class ReportTables {
  /** Districts whose days are embedded; more would make the page too heavy to open. */
  public static final int SERIES_LIMIT = 200;

  /** The same of cities. */
  public static final int CITY_LIMIT = 100;

  static final List<Quantity> DAILY =
      List.of(
          Quantity.INCIDENCE,
          Quantity.NEW_CASES,
          Quantity.NEW_CASES_SMOOTHED,
          Quantity.RT_MEAN,
          Quantity.RT_LOW,
          Quantity.RT_HIGH,
          Quantity.RISK_LEVEL,
          Quantity.POLICY_GRADE,
          Quantity.MOBILITY_SMOOTHED,
          Quantity.ENTERPRISE_SMOOTHED);

  private static final List<String> DAYS = days();

  private final StoredTables tables;
  private final Publications publications;
  private final Publication publication;
  private final CityIds cityIds;

  private ReportTables(StoredTables tables, Publication publication) {
    this.tables = tables;
    this.publications = new Publications(tables);
    this.publication = publication;
    this.cityIds =
        CityIds.of(ids(CityTable.SPEC, "city_id"), ids(DistrictTable.SPEC, "district_id"));
  }

  private static List<String> days() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "city_id",
                "district_id",
                "level",
                "date",
                "cases_flag",
                "measure_flags",
                Quantity.MOBILITY_CHANGE.column(),
                Quantity.ENTERPRISE_CHANGE.column()));
    DAILY.forEach(quantity -> columns.add(quantity.column()));
    return List.copyOf(columns);
  }

  private Set<String> ids(TableSpec table, String column) {
    Set<String> ids = new TreeSet<>();
    publications
        .rows(publication, table)
        .columns(List.of(column))
        .each(row -> ids.add(row.text(column)));
    return ids;
  }

  /** Reads one publication. The evaluation's id stands for its title, which no table holds. */
  public static ReportData read(StoredTables tables, Publication publication) {
    return new ReportTables(tables, publication).read();
  }

  private ReportData read() {
    ReportData.Scope scope = scope();
    Set<String> districts = new TreeSet<>(scope.largestDistricts(SERIES_LIMIT));
    Set<String> cities = new TreeSet<>(scope.largestCities(CITY_LIMIT));
    Set<String> embedded = new TreeSet<>(cities);
    embedded.addAll(districts);
    ReportDays days = days(districts, cities);
    return new ReportData(
        publication.evaluationId(),
        publication,
        scope,
        new ReportData.Results(
            list(ReportRows.VALUES, DISTRICT_ID),
            list(ReportRows.STANDINGS, DISTRICT_ID),
            applicable(ReportRows.SCORES, ScorecardTable.STATUS),
            applicable(ReportRows.RANKS, RankIntervalTable.CLASS),
            new BesideTables(this::rows, cityIds, embedded).read()),
        new ReportData.Daily(
            days.series(), list(ReportRows.WAVES, DISTRICT_ID), SERIES_LIMIT, CITY_LIMIT),
        quality(days.observed()));
  }

  private ReportData.Scope scope() {
    return new ReportData.Scope(
        list(ReportRows.CITIES, CITY_ID),
        list(ReportRows.DISTRICTS, DISTRICT_ID),
        list(ReportRows.PERIODS, CITY_ID),
        list(ReportRows.INDICATORS, INDICATOR_ID));
  }

  /** The waves of single districts stay in the tables: their days differ, nobody is compared. */
  private StoredRows rows(TableSpec table) {
    StoredRows rows = publications.rows(publication, table);
    return table.columns().stream().anyMatch(column -> column.name().equals("period_id"))
        ? rows.where(row -> !row.get(PERIOD_ID).startsWith(Period.OWN_WAVE_PREFIX))
        : rows;
  }

  private <T> List<T> list(RowReading<T> reading, TableColumn<String> orderedBy) {
    return list(reading, orderedBy, rows(reading.table()));
  }

  /** Rows of a weighting that judges something. */
  private <T> List<T> applicable(RowReading<T> reading, TableColumn<String> column) {
    return list(
        reading,
        DISTRICT_ID,
        rows(reading.table()).where(row -> row.isOther(column, Status.NOT_APPLICABLE.id())));
  }

  private <T> List<T> list(RowReading<T> reading, TableColumn<String> orderedBy, StoredRows rows) {
    return rows.columns(reading.columns()).list().stream()
        .map(cityIds::apart)
        .sorted(Comparator.comparing((StoredRow row) -> row.get(orderedBy)))
        .map(reading.as())
        .toList();
  }

  private ReportDays days(Set<String> districts, Set<String> cities) {
    ReportDays days = new ReportDays(districts, cities);
    publications
        .rows(publication, DistrictDayTable.GOLD)
        .columns(DAYS)
        .each(row -> days.add(cityIds.apart(row)));
    return days;
  }

  private ReportData.Quality quality(List<ReportData.Observed> observed) {
    String readBy = readBy().orElse(null);
    String publishedBy = publications.findRun(publication).orElse(null);
    return new ReportData.Quality(
        readBy, publishedBy, checks(readBy, publishedBy), refused(), observed);
  }

  /** The newest run that read what the publication was made from, if one was logged. */
  private Optional<String> readBy() {
    String sources = TableJson.write(publication.sourceVersions());
    return tables
        .rows(RunTable.SPEC)
        .where(EVALUATION_ID, publication.evaluationId())
        .where(RunTable.STEP, "ingest")
        .where(RunTable.STATUS, "succeeded")
        // One that found nothing new checked nothing.
        .where(row -> row.get(RunTable.ROWS_IN) > 0 && row.is(RunTable.INPUT_VERSIONS, sources))
        .list()
        .stream()
        .min(
            Comparator.comparing(
                    (StoredRow row) -> row.get(RunTable.ENDED), Comparator.reverseOrder())
                .thenComparing(row -> row.get(RUN_ID))
                .thenComparing(row -> row.get(RunTable.ATTEMPT), Comparator.reverseOrder()))
        .map(row -> row.get(RUN_ID));
  }

  /**
   * Checks of the last attempt that made each of them. A run that was killed may have read the
   * sources for the one that published: what both checked, the one that published says.
   */
  private List<ReportData.Check> checks(String readBy, String publishedBy) {
    Map<String, StoredRow> last = new TreeMap<>();
    Set<String> runs =
        Stream.of(readBy, publishedBy).filter(Objects::nonNull).collect(Collectors.toSet());
    tables
        .rows(QualityCheckTable.SPEC)
        .where(EVALUATION_ID, publication.evaluationId())
        .whereAny(RUN_ID, runs)
        .list()
        .stream()
        .sorted(
            Comparator.comparing((StoredRow row) -> row.get(RUN_ID).equals(publishedBy))
                .thenComparing(row -> row.get(RunTable.ATTEMPT)))
        .forEach(row -> last.put(row.get(QualityCheckTable.CHECK), row));
    return last.values().stream()
        .map(
            row ->
                new ReportData.Check(
                    row.get(QualityCheckTable.CHECK),
                    row.get(QualityCheckTable.SEVERITY),
                    row.get(QualityCheckTable.OUTCOME),
                    row.get(QualityCheckTable.OBSERVED),
                    row.get(QualityCheckTable.EXPECTED),
                    row.get(QualityCheckTable.DETAIL)))
        .toList();
  }

  /** What was refused, by source and reason; the first of its words stands for the others. */
  private List<ReportData.Refused> refused() {
    Map<String, ReportData.Refused> refused = new TreeMap<>();
    boolean withholds = Withheld.isAskedBy(publication.config());
    tables
        .rows(QuarantineTable.SPEC)
        .columns(List.of("source_id", "reason_code", "reason"))
        .whereAny(SOURCE_ID, publication.sourceVersions().keySet())
        .each(
            row -> {
              ReportData.Refused one =
                  new ReportData.Refused(
                      row.get(SOURCE_ID),
                      row.get(QuarantineTable.REASON_CODE),
                      withholds ? "see ops.quarantine" : row.get(QuarantineTable.REASON),
                      1);
              refused.merge(one.sourceId() + "\0" + one.reasonCode(), one, ReportTables::both);
            });
    return List.copyOf(refused.values());
  }

  private static ReportData.Refused both(ReportData.Refused a, ReportData.Refused b) {
    boolean isFirst = a.example().compareTo(b.example()) <= 0;
    return new ReportData.Refused(
        a.sourceId(),
        a.reasonCode(),
        isFirst ? a.example() : b.example(),
        a.records() + b.records());
  }
}
