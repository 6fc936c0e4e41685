package org.cityeval.table.spec;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row of a table, filled by its columns; what is not set is null. */
public final class TableRow {
  private final List<TableColumn<?>> columns;
  private final String table;
  private final Object[] cells;
  private int next;

  public TableRow(TableSpec table) {
    this.columns = table.columns();
    this.table = table.qualifiedName();
    this.cells = new Object[columns.size()];
  }

  /**
   * Sets a cell.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public <T> TableRow set(TableColumn<T> column, T value) {
    cells[place(column)] = value;
    return this;
  }

  /** Sets a number; what is not finite is null. */
  public TableRow number(TableColumn<Double> column, double value) {
    return set(column, Double.isFinite(value) ? value : null);
  }

  /** Sets both ends of an interval, and how far they are apart; what is open is null. */
  public TableRow interval(
      TableColumn<Double> low,
      TableColumn<Double> high,
      TableColumn<Double> width,
      double from,
      double to) {
    return number(low, from).number(high, to).number(width, to - from);
  }

  public Row row() {
    return RowFactory.create(cells.clone());
  }

  /** The row with further cells after those of the table. */
  public Row rowAnd(Object... further) {
    Object[] all = Arrays.copyOf(cells, cells.length + further.length);
    System.arraycopy(further, 0, all, cells.length, further.length);
    return RowFactory.create(all);
  }

  /** Cells are set in about the order of the columns, so the next one is looked at first. */
  private int place(TableColumn<?> column) {
    for (int tried = 0; tried < cells.length; tried++) {
      int place = next;
      next = next + 1 == cells.length ? 0 : next + 1;
      if (columns.get(place).name().equals(column.name())) {
        return place;
      }
    }
    throw new IllegalArgumentException(table + " has no column " + column.name());
  }
}
