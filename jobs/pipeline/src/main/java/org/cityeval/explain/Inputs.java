package org.cityeval.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that a value was made from.
 *
 * @param table where they come from, as {@code schema.table}
 * @param rows cells in the order of {@code columns}: text, numbers, or null where not observed
 */
public record Inputs(String table, List<String> columns, List<List<Object>> rows) {
  /** Brings the rows here; days and instants become ISO 8601 text. */
  static Inputs collected(String table, Dataset<Row> rows) {
    List<List<Object>> collected = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        Object cell = row.get(i);
        cells.add(cell == null || cell instanceof Number ? cell : cell.toString());
      }
      collected.add(Collections.unmodifiableList(cells));
    }
    return new Inputs(table, List.of(rows.columns()), collected);
  }
}
