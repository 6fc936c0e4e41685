package org.cityeval.report.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.indicator.Status;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.IndicatorTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.ops.QualityCheckTable;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.silver.DistrictDayTable;
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
            list(IndicatorValueTable.SPEC, "district_id", ReportRows::value),
            list(IndicatorStandingTable.SPEC, "district_id", ReportRows::standing),
            applicable(ScorecardTable.SPEC, "status", ReportRows::score),
            applicable(RankIntervalTable.SPEC, "class", ReportRows::rank),
            new BesideTables(this::rows, cityIds, embedded).read()),
        new ReportData.Daily(
            days.series(),
            list(WaveTable.SPEC, "district_id", ReportRows::wave),
            SERIES_LIMIT,
            CITY_LIMIT),
        quality(days.observed()));
  }

  private ReportData.Scope scope() {
    return new ReportData.Scope(
        list(CityTable.SPEC, "city_id", ReportRows::city),
        list(DistrictTable.SPEC, "district_id", ReportRows::district),
        list(PeriodTable.SPEC, "city_id", ReportRows::period),
        list(IndicatorTable.SPEC, "indicator_id", ReportRows::indicator));
  }

  /** The waves of single districts stay in the tables: their days differ, nobody is compared. */
  private StoredRows rows(TableSpec table) {
    StoredRows rows = publications.rows(publication, table);
    return table.columns().stream().anyMatch(column -> column.name().equals("period_id"))
        ? rows.where(row -> !row.text("period_id").startsWith(Period.OWN_WAVE_PREFIX))
        : rows;
  }

  private <T> List<T> list(TableSpec table, String orderedBy, Function<StoredRow, T> as) {
    return list(rows(table), orderedBy, as);
  }

  /** Rows of a weighting that judges something. */
  private <T> List<T> applicable(TableSpec table, String column, Function<StoredRow, T> as) {
    return list(
        rows(table).where(row -> row.isOther(column, Status.NOT_APPLICABLE.id())),
        "district_id",
        as);
  }

  private <T> List<T> list(StoredRows rows, String orderedBy, Function<StoredRow, T> as) {
    return rows.list().stream()
        .map(cityIds::apart)
        .sorted(Comparator.comparing(row -> row.text(orderedBy)))
        .map(as)
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
        .where("evaluation_id", publication.evaluationId())
        .where("step", "ingest")
        .where("status", "succeeded")
        // One that found nothing new checked nothing.
        .where(row -> row.count("rows_in") > 0 && row.is("input_versions", sources))
        .list()
        .stream()
        .min(
            Comparator.comparing((StoredRow row) -> row.instant("ended"), Comparator.reverseOrder())
                .thenComparing(row -> row.text("run_id"))
                .thenComparing(row -> row.integer("attempt"), Comparator.reverseOrder()))
        .map(row -> row.text("run_id"));
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
        .where("evaluation_id", publication.evaluationId())
        .whereAny("run_id", runs)
        .list()
        .stream()
        .sorted(
            Comparator.comparing((StoredRow row) -> row.text("run_id").equals(publishedBy))
                .thenComparing(row -> row.integer("attempt")))
        .forEach(row -> last.put(row.text("check"), row));
    return last.values().stream()
        .map(
            row ->
                new ReportData.Check(
                    row.text("check"),
                    row.text("severity"),
                    row.text("outcome"),
                    row.text("observed"),
                    row.text("expected"),
                    row.text("detail")))
        .toList();
  }

  /** What was refused, by source and reason; the first of its words stands for the others. */
  private List<ReportData.Refused> refused() {
    Map<String, ReportData.Refused> refused = new TreeMap<>();
    boolean withholds = Withheld.isAskedBy(publication.config());
    tables
        .rows(QuarantineTable.SPEC)
        .columns(List.of("source_id", "reason_code", "reason"))
        .whereAny("source_id", publication.sourceVersions().keySet())
        .each(
            row -> {
              ReportData.Refused one =
                  new ReportData.Refused(
                      row.text("source_id"),
                      row.text("reason_code"),
                      withholds ? "see ops.quarantine" : row.text("reason"),
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
