package org.cityeval.table;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row of a table, filled by name; what is not set is null. */
public final class TableRow {
  private final TableSpec table;
  private final Map<String, Object> cells = new HashMap<>();

  public TableRow(TableSpec table) {
    this.table = table;
  }

  /**
   * Sets a cell.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public TableRow set(String column, Object value) {
    if (table.columns().stream().noneMatch(of -> of.name().equals(column))) {
      throw new IllegalArgumentException(table.qualifiedName() + " has no column " + column);
    }
    cells.put(column, value);
    return this;
  }

  /** Sets a number; what is not finite is null. */
  public TableRow number(String column, double value) {
    return set(column, DistrictDayCodec.cell(value));
  }

  public Row row() {
    return RowFactory.create(
        table.columns().stream().map(column -> cells.get(column.name())).toArray());
  }
}
