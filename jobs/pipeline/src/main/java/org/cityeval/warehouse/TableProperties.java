package org.cityeval.warehouse;

import java.util.Map;
import java.util.TreeMap;
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

  private TableProperties() {}

  /** The properties of a new table, sorted by name. */
  static Map<String, String> of(TableSpec table) {
    Map<String, String> properties = new TreeMap<>(PORTABLE);
    // Readers look for rows by their key. Delta measures a row slower with each column it measures.
    long keys = table.key().stream().filter(column -> !table.partitions().contains(column)).count();
    properties.put("delta.dataSkippingNumIndexedCols", Long.toString(keys));
    return properties;
  }
}
