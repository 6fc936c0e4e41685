package org.cityeval.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.GoldTables;
import org.cityeval.table.TableJson;
import org.cityeval.table.TableSpec;

/**
 * The manifest. A run commits its tables one by one and then one row here; who reads through it
 * sees the last whole publication, or the new one.
 */
public final class Publications {
  /** The note of a commit. */
  private static final Pattern RUN = Pattern.compile("run (.*) attempt \\d+");

  private final StoredTables tables;

  public Publications(StoredTables tables) {
    this.tables = tables;
  }

  /** Every publication, by evaluation and vintage. */
  public List<Publication> list() {
    return list(tables.rows(GoldTables.PUBLICATION));
  }

  private static List<Publication> list(StoredRows manifest) {
    List<Publication> found = new ArrayList<>();
    for (StoredRow row : manifest.list()) {
      Map<String, Long> versions = new TreeMap<>();
      TableJson.read(row.text("table_versions"))
          .forEach((table, version) -> versions.put(table, ((Number) version).longValue()));
      Map<String, String> sources = new TreeMap<>();
      TableJson.read(row.text("source_versions"))
          .forEach((source, version) -> sources.put(source, (String) version));
      found.add(
          new Publication(
              row.text("evaluation_id"),
              row.day("as_of"),
              row.truth("is_current"),
              versions,
              sources,
              row.text("config_hash"),
              row.text("config"),
              row.text("code_version")));
    }
    found.sort(Comparator.comparing(Publication::evaluationId).thenComparing(Publication::asOf));
    return found;
  }

  /** The current publications, one per evaluation. */
  public List<Publication> listCurrent() {
    return list().stream().filter(Publication::current).toList();
  }

  public Optional<Publication> findCurrent(String evaluationId) {
    return listCurrent().stream()
        .filter(publication -> publication.evaluationId().equals(evaluationId))
        .findFirst();
  }

  /** The publication of one vintage. */
  public Optional<Publication> find(String evaluationId, LocalDate asOf) {
    return list().stream()
        .filter(
            publication ->
                publication.evaluationId().equals(evaluationId) && publication.asOf().equals(asOf))
        .findFirst();
  }

  /**
   * What a commit with this note published, whether it is still published or was replaced since.
   * The evaluation's other vintages stand beside it in the manifest, with older versions.
   */
  public Optional<Publication> find(String evaluationId, String note) {
    return tables
        .findVersion(GoldTables.PUBLICATION, note)
        .flatMap(
            version ->
                list(tables.rows(GoldTables.PUBLICATION, version)).stream()
                    .filter(publication -> publication.evaluationId().equals(evaluationId))
                    .max(Comparator.comparing(Publications::published)));
  }

  private static long published(Publication publication) {
    return publication.tableVersions().get(ComparisonTables.RANK_INTERVAL.qualifiedName());
  }

  /** Which run made it, as the commit of its ranks names it. */
  public Optional<String> findNote(Publication publication) {
    return tables.findNote(ComparisonTables.RANK_INTERVAL, published(publication));
  }

  /** The id of that run. */
  public Optional<String> findRun(Publication publication) {
    return findNote(publication)
        .map(RUN::matcher)
        .filter(Matcher::matches)
        .map(note -> note.group(1));
  }

  /** Publishes, last of all commits. The newest vintage of the evaluation is the current one. */
  public void publish(Warehouse warehouse, Publication publication, String note) {
    List<Publication> vintages = new ArrayList<>(List.of(publication));
    list().stream()
        .filter(
            other ->
                other.evaluationId().equals(publication.evaluationId())
                    && !other.asOf().equals(publication.asOf()))
        .forEach(vintages::add);
    LocalDate newest =
        vintages.stream().map(Publication::asOf).max(Comparator.naturalOrder()).orElseThrow();
    List<Row> rows =
        vintages.stream()
            .map(vintage -> vintage.withCurrent(vintage.asOf().equals(newest)))
            .map(Publications::row)
            .toList();
    warehouse.replace(
        GoldTables.PUBLICATION,
        Slice.of(publication.evaluationId()),
        warehouse.rows(GoldTables.PUBLICATION, rows),
        note);
  }

  private static Row row(Publication publication) {
    return RowFactory.create(
        publication.evaluationId(),
        publication.asOf(),
        publication.current(),
        TableJson.write(publication.tableVersions()),
        TableJson.write(publication.sourceVersions()),
        publication.configHash(),
        publication.config(),
        publication.codeVersion());
  }

  /** The published rows of a table, of this evaluation and vintage alone. */
  public StoredRows rows(Publication publication, TableSpec table) {
    return tables
        .rows(table, publication.tableVersions().get(table.qualifiedName()))
        .where("evaluation_id", publication.evaluationId())
        .where("as_of", publication.asOf());
  }
}
