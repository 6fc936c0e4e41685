package org.cityeval.report.data;

import java.util.List;
import java.util.function.Function;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRow;

/**
 * What a report reads of a table.
 *
 * @param columns those that are read
 * @param as what becomes of a row that has them
 */
record RowReading<T>(TableSpec table, List<String> columns, Function<StoredRow, T> as) {
  /** All columns: the table is small. */
  static <T> RowReading<T> whole(TableSpec table, Function<StoredRow, T> as) {
    return new RowReading<>(table, List.of(table.columnNames()), as);
  }

  /** Some columns. */
  static <T> RowReading<T> of(
      TableSpec table, Function<StoredRow, T> as, TableColumn<?>... columns) {
    return new RowReading<>(table, TableColumn.names(columns), as);
  }
}
