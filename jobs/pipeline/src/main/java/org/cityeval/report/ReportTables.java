package org.cityeval.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.assembly.CountFlag;
import org.cityeval.indicator.Status;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.DimensionTables;
import org.cityeval.table.GoldTables;
import org.cityeval.table.IndicatorTables;
import org.cityeval.table.OpsTables;
import org.cityeval.table.Publication;
import org.cityeval.table.Publications;
import org.cityeval.table.TableJson;
import org.cityeval.table.TableSpec;
import org.cityeval.table.Warehouse;

/** Reads what a report prints: gold at the versions of the manifest, and the log of its run. */
public final class ReportTables {
  /** Districts whose days are embedded; more would make the page too heavy to open. */
  static final int SERIES_LIMIT = 200;

  /** The same of cities. */
  static final int CITY_LIMIT = 100;

  static final List<Quantity> DAILY =
      List.of(
          Quantity.INCIDENCE,
          Quantity.NEW_CASES_SMOOTHED,
          Quantity.RT_MEAN,
          Quantity.RT_LOW,
          Quantity.RT_HIGH,
          Quantity.RISK_LEVEL,
          Quantity.MOBILITY_SMOOTHED,
          Quantity.ENTERPRISE_SMOOTHED);

  private final Warehouse warehouse;
  private final Publication publication;
  private final CityIds cityIds;

  private ReportTables(Warehouse warehouse, Publication publication) {
    this.warehouse = warehouse;
    this.publication = publication;
    Publications publications = new Publications(warehouse);
    this.cityIds =
        CityIds.of(
            publications.read(publication, DimensionTables.CITY),
            publications.read(publication, DimensionTables.DISTRICT));
  }

  /** Reads one publication. The evaluation's id stands for its title, which no table holds. */
  public static ReportData read(Warehouse warehouse, Publication publication) {
    return new ReportTables(warehouse, publication).read();
  }

  private ReportData read() {
    ReportData.Scope scope = scope();
    List<String> districts = scope.largestDistricts(SERIES_LIMIT);
    List<String> cities = scope.largestCities(CITY_LIMIT);
    Set<String> embedded = new TreeSet<>(cities);
    embedded.addAll(districts);
    List<ReportData.Value> values =
        list(GoldTables.INDICATOR_VALUE, "district_id", ReportRows::value);
    return new ReportData(
        publication.evaluationId(),
        publication,
        scope,
        new ReportData.Results(
            values,
            list(IndicatorTables.INDICATOR_STANDING, "district_id", ReportRows::standing),
            applicable(ComparisonTables.SCORECARD, "status", ReportRows::score),
            applicable(ComparisonTables.RANK_INTERVAL, "class", ReportRows::rank),
            new BesideTables(this::rows, embedded).read()),
        new ReportData.Daily(
            series(districts, cities),
            list(GoldTables.WAVE, "district_id", ReportRows::wave),
            SERIES_LIMIT,
            CITY_LIMIT),
        quality());
  }

  private ReportData.Scope scope() {
    return new ReportData.Scope(
        list(DimensionTables.CITY, "city_id", ReportRows::city),
        list(DimensionTables.DISTRICT, "district_id", ReportRows::district),
        list(DimensionTables.PERIOD, "city_id", ReportRows::period),
        list(DimensionTables.INDICATOR, "indicator_id", ReportRows::indicator));
  }

  /** The waves of single districts stay in the tables: their days differ, nobody is compared. */
  private Dataset<Row> rows(TableSpec table) {
    Dataset<Row> rows = cityIds.apart(new Publications(warehouse).read(publication, table));
    return table.columns().stream().anyMatch(column -> column.name().equals("period_id"))
        ? rows.where(not(col("period_id").startsWith(Period.OWN_WAVE_PREFIX)))
        : rows;
  }

  private <T> List<T> list(TableSpec table, String orderedBy, Function<Row, T> as) {
    return list(rows(table), orderedBy, as);
  }

  /** Rows of a weighting that judges something. */
  private <T> List<T> applicable(TableSpec table, String column, Function<Row, T> as) {
    return list(
        rows(table).where(col(column).notEqual(Status.NOT_APPLICABLE.id())), "district_id", as);
  }

  private static <T> List<T> list(Dataset<Row> rows, String orderedBy, Function<Row, T> as) {
    return rows.collectAsList().stream()
        .sorted(Comparator.comparing(row -> row.<String>getAs(orderedBy)))
        .map(as)
        .toList();
  }

  private List<ReportData.Series> series(List<String> districts, List<String> cities) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                col("city_id"), col("district_id"), col("level"), col("date"), col("cases_flag")));
    DAILY.forEach(quantity -> columns.add(col(quantity.column())));
    Map<String, List<Row>> byUnit = new TreeMap<>();
    rows(GoldTables.DISTRICT_DAY)
        .where(
            col("level")
                .equalTo("city")
                .and(col("district_id").isin(cities.toArray()))
                .or(
                    col("level")
                        .equalTo("district")
                        .and(col("district_id").isin(districts.toArray()))))
        .select(columns.toArray(Column[]::new))
        .collectAsList()
        .forEach(
            row ->
                byUnit
                    .computeIfAbsent(row.getAs("level") + row.getString(1), u -> new ArrayList<>())
                    .add(row));
    return byUnit.values().stream().map(ReportTables::series).toList();
  }

  private static ReportData.Series series(Iterable<Row> days) {
    TreeMap<LocalDate, Row> byDate = new TreeMap<>();
    days.forEach(day -> byDate.put(day.getAs("date"), day));
    LocalDate first = byDate.firstKey();
    int length = (int) (byDate.lastKey().toEpochDay() - first.toEpochDay()) + 1;
    Map<Quantity, double[]> values = new LinkedHashMap<>();
    for (Quantity quantity : DAILY) {
      double[] daily = new double[length];
      java.util.Arrays.fill(daily, Double.NaN);
      byDate.forEach(
          (date, row) -> {
            Double value = row.getAs(quantity.column());
            daily[(int) (date.toEpochDay() - first.toEpochDay())] =
                value == null ? Double.NaN : value;
          });
      values.put(quantity, daily);
    }
    TreeMap<LocalDate, CountFlag> flags = new TreeMap<>();
    byDate.forEach((date, row) -> flags.put(date, CountFlag.of(row.getAs("cases_flag"))));
    flags.values().removeIf(CountFlag.NONE::equals);
    Row any = byDate.firstEntry().getValue();
    return new ReportData.Series(any.getString(0), any.getString(1), first, values, flags);
  }

  private ReportData.Quality quality() {
    List<ReportData.Observed> observed =
        rows(GoldTables.DISTRICT_DAY)
            .where(col("level").equalTo("district"))
            .groupBy("district_id")
            .agg(
                count(lit(1)),
                count(Quantity.NEW_CASES.column()),
                count(Quantity.MOBILITY_CHANGE.column()),
                count(Quantity.ENTERPRISE_CHANGE.column()))
            .collectAsList()
            .stream()
            .map(
                row ->
                    new ReportData.Observed(
                        row.getString(0),
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4)))
            .sorted(Comparator.comparing(ReportData.Observed::districtId))
            .toList();
    Row reader = latestRun();
    String readBy = reader == null ? null : reader.getAs("run_id");
    String publishedBy = new Publications(warehouse).findRun(publication).orElse(null);
    return new ReportData.Quality(
        readBy, publishedBy, checks(readBy, publishedBy), refused(), observed);
  }

  /** The newest run that read what the publication was made from; null if none was logged. */
  private Row latestRun() {
    String sources = TableJson.write(publication.sourceVersions());
    return warehouse
        .read(OpsTables.RUN)
        .where(
            col("evaluation_id")
                .equalTo(publication.evaluationId())
                .and(col("step").equalTo("ingest"))
                .and(col("status").equalTo("succeeded"))
                // One that found nothing new checked nothing.
                .and(col("rows_in").gt(0))
                .and(col("input_versions").equalTo(sources)))
        .orderBy(col("ended").desc(), col("run_id"), col("attempt").desc())
        .limit(1)
        .collectAsList()
        .stream()
        .findFirst()
        .orElse(null);
  }

  /**
   * Checks of the last attempt that made each of them. A run that was killed may have read the
   * sources for the one that published: what both checked, the one that published says.
   */
  private List<ReportData.Check> checks(String readBy, String publishedBy) {
    Map<String, Row> last = new TreeMap<>();
    warehouse
        .read(OpsTables.QUALITY_CHECK)
        .where(
            col("run_id")
                .isin(readBy, publishedBy)
                .and(col("evaluation_id").equalTo(publication.evaluationId())))
        .collectAsList()
        .stream()
        .sorted(
            Comparator.comparing((Row row) -> row.getAs("run_id").equals(publishedBy))
                .thenComparing(row -> row.<Integer>getAs("attempt")))
        .forEach(row -> last.put(row.getAs("check"), row));
    return last.values().stream()
        .map(
            row ->
                new ReportData.Check(
                    row.getAs("check"),
                    row.getAs("severity"),
                    row.getAs("outcome"),
                    row.getAs("observed"),
                    row.getAs("expected"),
                    row.getAs("detail")))
        .toList();
  }

  private List<ReportData.Refused> refused() {
    Object[] sources = publication.sourceVersions().keySet().toArray();
    return warehouse
        .read(OpsTables.QUARANTINE)
        .where(col("source_id").isin(sources))
        .groupBy("source_id", "reason_code")
        .agg(min("reason"), count(lit(1)))
        .collectAsList()
        .stream()
        .map(
            row ->
                new ReportData.Refused(
                    row.getString(0), row.getString(1), row.getString(2), row.getLong(3)))
        .sorted(
            Comparator.comparing(ReportData.Refused::sourceId)
                .thenComparing(ReportData.Refused::reasonCode))
        .toList();
  }
}
