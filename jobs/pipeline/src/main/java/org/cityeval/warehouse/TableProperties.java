package org.cityeval.warehouse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableSpec;

/** What a table of ours is made with. */
final class TableProperties {
  /** Keeps every table readable by readers of protocol version 1. */
  private static final Map<String, String> PORTABLE =
      Map.of(
          "delta.minReaderVersion", "1",
          "delta.minWriterVersion", "2",
          "delta.enableDeletionVectors", "false",
          "delta.columnMapping.mode", "none",
          "delta.checkpointPolicy", "classic",
          "delta.enableChangeDataFeed", "false",
          "delta.logRetentionDuration", "interval 90 days",
          "delta.deletedFileRetentionDuration", "interval 30 days");

  /**
   * Of how many columns a file's least and greatest value are told. Readers choose by partition,
   * then by city, district and day, with which most keys begin. What Delta takes for a row grows
   * faster than the number of columns.
   */
  private static final int MEASURED = 3;

  private static final String CONSTRAINT = "delta.constraints.";

  private TableProperties() {}

  /** The properties of a new table, sorted by name. */
  static Map<String, String> of(TableSpec table) {
    Map<String, String> properties = new TreeMap<>(PORTABLE);
    long keys = table.key().stream().filter(column -> !table.partitions().contains(column)).count();
    properties.put("delta.dataSkippingNumIndexedCols", Long.toString(Math.min(keys, MEASURED)));
    if (!table.checks().isEmpty()) {
      // Writers must know constraints; readers need not.
      properties.put("delta.minWriterVersion", "3");
      table
          .checks()
          .forEach(check -> properties.put(CONSTRAINT + check.name(), check.expression()));
    }
    return properties;
  }

  /**
   * The properties of a table that Delta Kernel makes. It evaluates no constraint, and finds the
   * lowest protocol that fits by itself.
   */
  static Map<String, String> ofKernel(TableSpec table) {
    Map<String, String> properties = of(table);
    properties
        .keySet()
        .removeIf(
            name ->
                name.matches("delta\\.min(Reader|Writer)Version") || name.startsWith(CONSTRAINT));
    return properties;
  }

  /** The checks of a table that its stored properties do not name, as one made before. */
  static List<TableCheck> unnamed(TableSpec table, Set<String> properties) {
    return table.checks().stream()
        .filter(check -> !properties.contains(CONSTRAINT + check.name()))
        .toList();
  }
}
