package org.cityeval.warehouse;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.EVALUATION_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.cityeval.table.gold.PublicationTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;

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
    return list(tables.rows(PublicationTable.SPEC));
  }

  /** Every publication that a version of the manifest names. */
  public List<Publication> list(long version) {
    return list(tables.rows(PublicationTable.SPEC, version));
  }

  private static List<Publication> list(StoredRows manifest) {
    List<Publication> found = new ArrayList<>();
    for (StoredRow row : manifest.list()) {
      Map<String, Long> versions = new TreeMap<>();
      TableJson.read(row.get(PublicationTable.TABLE_VERSIONS))
          .forEach((table, version) -> versions.put(table, ((Number) version).longValue()));
      Map<String, String> sources = new TreeMap<>();
      TableJson.read(row.get(PublicationTable.SOURCE_VERSIONS))
          .forEach((source, version) -> sources.put(source, (String) version));
      found.add(
          new Publication(
              row.get(EVALUATION_ID),
              row.get(AS_OF),
              row.get(PublicationTable.IS_CURRENT),
              versions,
              sources,
              row.get(PublicationTable.CONFIG_HASH),
              row.get(PublicationTable.CONFIG),
              row.get(PublicationTable.CODE_VERSION)));
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
   * What the run of this note published of the evaluation, whether it still stands or was replaced
   * since. Another evaluation may have a run of the same name, so the note of the ranks is asked,
   * where the log still has it.
   */
  public Optional<Publication> find(String evaluationId, String note) {
    return tables
        .findVersions(PublicationTable.SPEC, note)
        .flatMap(
            version ->
                list(version).stream()
                    .filter(publication -> publication.evaluationId().equals(evaluationId))
                    .filter(publication -> findNote(publication).map(note::equals).orElse(true))
                    .max(Comparator.comparing(Publications::published))
                    .stream())
        .findFirst();
  }

  private static long published(Publication publication) {
    return publication.version(RankIntervalTable.SPEC);
  }

  /** Which run made it, as the commit of its ranks names it. */
  public Optional<String> findNote(Publication publication) {
    return tables.findNote(RankIntervalTable.SPEC, published(publication));
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
        PublicationTable.SPEC,
        Slice.of(publication.evaluationId()),
        warehouse.rows(PublicationTable.SPEC, rows),
        note);
  }

  /** Begins a manifest that names one publication, the current one; needs no session. */
  public void publishAlone(Publication publication, String note) {
    Row row = row(publication.withCurrent(true));
    Object[] cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    tables.append(PublicationTable.SPEC, List.<Object[]>of(cells), note);
  }

  private static Row row(Publication publication) {
    return new TableRow(PublicationTable.SPEC)
        .set(EVALUATION_ID, publication.evaluationId())
        .set(AS_OF, publication.asOf())
        .set(PublicationTable.IS_CURRENT, publication.current())
        .set(PublicationTable.TABLE_VERSIONS, TableJson.write(publication.tableVersions()))
        .set(PublicationTable.SOURCE_VERSIONS, TableJson.write(publication.sourceVersions()))
        .set(PublicationTable.CONFIG_HASH, publication.configHash())
        .set(PublicationTable.CONFIG, publication.config())
        .set(PublicationTable.CODE_VERSION, publication.codeVersion())
        .row();
  }

  /** The published rows of a table, of this evaluation and vintage alone. */
  public StoredRows rows(Publication publication, TableSpec table) {
    return tables
        .rows(table, publication.version(table))
        .where(EVALUATION_ID, publication.evaluationId())
        .where(AS_OF, publication.asOf());
  }
}
