package org.cityeval.readers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** Rows of a table as texts that are equal where all cells are, numbers to their last bit. */
final class Rows {
  /** Gives a row's cell by the name of its column. */
  interface Cells<E extends Exception> {
    Object of(String column) throws E;
  }

  private final TableSpec table;
  private final List<String> rows = new ArrayList<>();

  Rows(TableSpec table) {
    this.table = table;
  }

  <E extends Exception> void add(Cells<E> cells) throws E {
    StringBuilder row = new StringBuilder();
    for (TableColumn<?> column : table.columns()) {
      row.append(column.name()).append('=').append(text(cells.of(column.name()))).append('\t');
    }
    rows.add(row.toString());
  }

  static List<String> of(TableSpec table, ResultSet read) throws SQLException {
    Rows rows = new Rows(table);
    while (read.next()) {
      rows.add(read::getObject);
    }
    return rows.sorted();
  }

  List<String> sorted() {
    Collections.sort(rows);
    return List.copyOf(rows);
  }

  /** By type: {@code 1} and {@code 1.0} differ, and so do empty text and nothing. */
  private static String text(Object cell) {
    if (cell instanceof Double number) {
      return "double " + Long.toHexString(Double.doubleToRawLongBits(number));
    }
    if (cell instanceof String text) {
      return '"' + text + '"';
    }
    if (cell instanceof java.sql.Date day) {
      return day.toLocalDate().toString();
    }
    if (cell == null
        || cell instanceof LocalDate
        || cell instanceof Integer
        || cell instanceof Long
        || cell instanceof Boolean) {
      return String.valueOf(cell);
    }
    throw new IllegalArgumentException(cell.getClass().getName());
  }
}
