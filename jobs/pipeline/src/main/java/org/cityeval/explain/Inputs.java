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
 * @param leftOut how many more there are
 */
public record Inputs(String table, List<String> columns, List<List<Object>> rows, long leftOut) {
  /** Brings the rows here; days and instants become ISO 8601 text. */
  static Inputs collected(String table, Dataset<Row> rows) {
    return of(table, rows, rows.collectAsList(), 0);
  }

  /** Brings the first rows here, and counts the others. */
  static Inputs first(int most, String table, Dataset<Row> rows) {
    List<Row> first = rows.limit(most + 1).collectAsList();
    return first.size() <= most
        ? of(table, rows, first, 0)
        : of(table, rows, first.subList(0, most), rows.count() - most);
  }

  private static Inputs of(String table, Dataset<Row> of, List<Row> rows, long leftOut) {
    List<List<Object>> collected = new ArrayList<>();
    for (Row row : rows) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        Object cell = row.get(i);
        cells.add(
            cell == null || cell instanceof Number || cell instanceof Boolean
                ? cell
                : cell.toString());
      }
      collected.add(Collections.unmodifiableList(cells));
    }
    return new Inputs(table, List.of(of.columns()), collected, leftOut);
  }
}
