package org.cityeval.run;

import static org.apache.spark.sql.functions.lit;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.ingest.ContentHash;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.TableFiles;
import org.cityeval.warehouse.Warehouse;

/**
 * Which vintage a run evaluates: the newest that sources and registers of requests hold, or the day
 * that is asked for.
 */
public final class Vintage {
  /** Later than anything is published. */
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  private Vintage() {}

  /** The observations of the run's sources, all vintages. */
  public static Dataset<Row> observations(Run run) {
    return observations(run.warehouse(), run.config());
  }

  /** The observations of an evaluation's sources, all vintages. */
  public static Dataset<Row> observations(Warehouse warehouse, EvaluationConfig config) {
    Object[] sources = config.sources().keySet().stream().map(config::sourceId).toArray();
    return warehouse.read(ObservationTable.SPEC).where(SOURCE_ID.col().isin(sources));
  }

  /** Bytes of the files that hold what the run's sources and registers published. */
  static long bytes(Run run) {
    return bytes(run, ObservationTable.SPEC, run.config().sources().keySet())
        + bytes(run, ServiceRequestTable.SPEC, run.config().requests().keySet());
  }

  private static long bytes(Run run, TableSpec table, Set<String> names) {
    if (names.isEmpty() || !run.warehouse().exists(table)) {
      return 0;
    }
    Set<String> ids = names.stream().map(run::sourceId).collect(Collectors.toSet());
    StoredTables tables = run.warehouse().stored();
    return tables.files(table, tables.version(table)).files().stream()
        .filter(file -> ids.contains(file.partition().get(SOURCE_ID.name())))
        .mapToLong(TableFiles.DataFile::bytes)
        .sum();
  }

  /** The requests of the run's registers, as they were published last. */
  public static Dataset<Row> requests(Run run) {
    Object[] registers = run.config().requests().keySet().stream().map(run::sourceId).toArray();
    return run.warehouse().read(ServiceRequestTable.SPEC).where(SOURCE_ID.col().isin(registers));
  }

  /** The requests that the run's registers had published by a day, each as it was then last. */
  public static Dataset<Row> requests(Run run, LocalDate asOf) {
    return requests(run).where(AS_OF.col().leq(lit(asOf)));
  }

  /** The days on which the sources of an evaluation were published, as far as they were read. */
  public static SortedSet<LocalDate> observed(StoredTables tables, EvaluationConfig config) {
    SortedSet<LocalDate> days = new TreeSet<>();
    observedVersions(tables, config).values().forEach(of -> days.addAll(of.keySet()));
    return days;
  }

  /**
   * The day whose knowledge the run rests on.
   *
   * @throws UserProblem if nothing was ingested, or nothing was published by the day asked for
   */
  public static LocalDate day(Run run) {
    LocalDate asked = run.knownOn().orElse(LAST);
    SortedSet<LocalDate> published = new TreeSet<>();
    versions(run).values().forEach(of -> published.addAll(of.keySet()));
    if (published.isEmpty() || published.first().isAfter(asked)) {
      throw new UserProblem(
          "Nothing of " + run.evaluationId() + " was published by " + asked + ".",
          "silver holds none for the sources and requests of the config.",
          run.knownOn().isPresent() ? "Ask for a later --as-of." : "Run 'cityeval ingest' first.");
    }
    return run.knownOn().orElse(published.last());
  }

  /** Content hash of each source as far as it was read, registers of requests included. */
  public static Map<String, String> sourceVersions(Run run) {
    return sourceVersions(run, run.knownOn().orElse(LAST));
  }

  /** Content hash of each source at the vintage, registers of requests included. */
  public static Map<String, String> sourceVersions(Run run, LocalDate asOf) {
    Map<String, String> hashes = new TreeMap<>();
    versions(run)
        .forEach(
            (source, days) -> {
              SortedMap<LocalDate, String> known = days.headMap(asOf.plusDays(1));
              if (!known.isEmpty()) {
                hashes.put(source, ContentHash.version(known));
              }
            });
    return hashes;
  }

  /** By source and day of publication. */
  private static Map<String, SortedMap<LocalDate, String>> versions(Run run) {
    Map<String, SortedMap<LocalDate, String>> versions =
        observedVersions(run.warehouse().stored(), run.config());
    if (!run.config().requests().isEmpty()) {
      requests(run)
          .select(SOURCE_ID.col(), AS_OF.col(), ServiceRequestTable.SOURCE_VERSION.col())
          .distinct()
          .collectAsList()
          .forEach(
              row ->
                  add(
                      versions,
                      SOURCE_ID.of(row),
                      AS_OF.of(row),
                      ServiceRequestTable.SOURCE_VERSION.of(row)));
    }
    return versions;
  }

  /** All observations of one publication name the same version, so one row a file tells it. */
  private static Map<String, SortedMap<LocalDate, String>> observedVersions(
      StoredTables tables, EvaluationConfig config) {
    Map<String, SortedMap<LocalDate, String>> versions = new TreeMap<>();
    Set<String> sources =
        config.sources().keySet().stream().map(config::sourceId).collect(Collectors.toSet());
    tables
        .rows(ObservationTable.SPEC)
        .columns(SOURCE_ID, AS_OF, ObservationTable.SOURCE_VERSION)
        .whereAny(SOURCE_ID, sources)
        .firstOfEachFile(
            row ->
                add(
                    versions,
                    row.get(SOURCE_ID),
                    row.get(AS_OF),
                    row.get(ObservationTable.SOURCE_VERSION)));
    return versions;
  }

  private static void add(
      Map<String, SortedMap<LocalDate, String>> versions,
      String source,
      LocalDate asOf,
      String version) {
    versions.computeIfAbsent(source, of -> new TreeMap<>()).put(asOf, version);
  }
}
