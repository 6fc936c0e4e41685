package org.cityeval.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows that a value was made from.
 *
 * @param table where they come from, as {@code schema.table}
 * @param rows cells in the order of {@code columns}: text, numbers, or null where not observed
 * @param leftOut how many more there are
 */
public record Inputs(String table, List<String> columns, List<List<Object>> rows, long leftOut) {
  /** Rows that are all there are; days and instants become ISO 8601 text. */
  static Inputs of(String table, List<String> columns, List<? extends List<?>> rows) {
    return of(table, columns, rows, 0);
  }

  /** Brings the first rows here, and counts the others. */
  static Inputs first(int most, String table, Dataset<Row> rows) {
    List<List<Object>> first =
        rows.limit(most + 1).collectAsList().stream()
            .map(row -> CollectionConverters.asJava(row.toSeq()))
            .toList();
    boolean isAll = first.size() <= most;
    return of(
        table,
        List.of(rows.columns()),
        isAll ? first : first.subList(0, most),
        isAll ? 0 : rows.count() - most);
  }

  private static Inputs of(
      String table, List<String> columns, List<? extends List<?>> rows, long leftOut) {
    List<List<Object>> shown = new ArrayList<>();
    for (List<?> row : rows) {
      List<Object> cells = new ArrayList<>();
      for (Object cell : row) {
        cells.add(
            cell == null || cell instanceof Number || cell instanceof Boolean
                ? cell
                : cell.toString());
      }
      shown.add(Collections.unmodifiableList(cells));
    }
    return new Inputs(table, List.copyOf(columns), shown, leftOut);
  }
}
