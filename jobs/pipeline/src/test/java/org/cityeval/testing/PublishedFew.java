package org.cityeval.testing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.storage.StoragePath;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;

/** Tables of a few rows that evaluations publish, written without a session. */
public final class PublishedFew {
  public static final LocalDate AS_OF = LocalDate.of(2020, 4, 10);

  private final StoredTables tables;
  private final Map<String, Long> versions = new TreeMap<>();

  public PublishedFew(Path folder) {
    tables = new StoredTables(StoragePath.of(folder), new Configuration());
  }

  public StoredTables tables() {
    return tables;
  }

  public Publications publications() {
    return new Publications(tables);
  }

  /** A row of an evaluation, to be filled. */
  public static TableRow row(TableSpec table, String evaluation) {
    return new TableRow(table).set(Keys.EVALUATION_ID, evaluation).set(Keys.AS_OF, AS_OF);
  }

  /** Adds rows to a table; without rows it is made, with one of an evaluation that none asks. */
  public PublishedFew write(TableSpec table, TableRow... rows) {
    if (rows.length == 0 && !tables.exists(table)) {
      Written.to(tables, table, row(table, "other"));
    }
    Written.to(tables, table, rows);
    versions.put(table.qualifiedName(), tables.version(table));
    return this;
  }

  /** Publishes all that was written. */
  public Publication publish(String evaluation, String config) {
    Publication publication =
        new Publication(
            evaluation, AS_OF, true, versions, Map.of("cases", "v1"), "hash", config, "code");
    publications().publishAlone(publication, "note");
    return publication;
  }
}
