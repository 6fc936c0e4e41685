package org.cityeval.golden;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableSpec;

/** The rows of a warehouse's silver and gold tables as text, every number to its last bit. */
final class TableDump {
  /** What names commits and configs rather than results. */
  private static final List<String> LEFT_OUT = List.of("table_versions", "config_hash", "config");

  private TableDump() {}

  /** Sorted rows by table; every table must be there and hold rows. */
  static Map<String, List<String>> of(SparkSession spark, Path warehouse) {
    Map<String, List<String>> dump = new TreeMap<>();
    for (TableSpec table : Tables.ALL) {
      if (!table.schema().equals("ops")) {
        Path folder = warehouse.resolve(table.schema()).resolve(table.name());
        dump.put(table.qualifiedName(), rows(spark, folder));
      }
    }
    return dump;
  }

  private static List<String> rows(SparkSession spark, Path folder) {
    List<String> rows = new ArrayList<>();
    var read = spark.read().format("delta").load(folder.toAbsolutePath().toString());
    String[] columns =
        Arrays.stream(read.columns())
            .filter(column -> !LEFT_OUT.contains(column))
            .sorted()
            .toArray(String[]::new);
    for (Row row : read.selectExpr(columns).collectAsList()) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns.length; i++) {
        text.append(columns[i]).append('=').append(row.get(i)).append('\t');
      }
      rows.add(text.toString());
    }
    Collections.sort(rows);
    return rows;
  }
}
