package org.cityeval.warehouse;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.StructType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Cells of rows of one schema, as {@link StoredRow} holds them. */
final class KernelCells {
  private interface Cell {
    Object of(Row row, int at);
  }

  private final List<Cell> columns;

  /**
   * For rows of these columns.
   *
   * @throws IllegalArgumentException if one has a type that no table has
   */
  KernelCells(StructType schema) {
    this.columns = schema.fields().stream().map(f -> cell(f.getDataType().toString())).toList();
  }

  private static Cell cell(String type) {
    return switch (type) {
      case "string" -> Row::getString;
      case "boolean" -> Row::getBoolean;
      case "integer" -> Row::getInt;
      case "long" -> Row::getLong;
      case "double" -> Row::getDouble;
      case "date" -> (row, at) -> LocalDate.ofEpochDay(row.getInt(at));
      case "timestamp" -> (row, at) -> Instant.EPOCH.plus(row.getLong(at), ChronoUnit.MICROS);
      default -> throw new IllegalArgumentException("No table has a column of type " + type);
    };
  }

  /** The cells of a row, in the order of the columns; null where one is empty. */
  Object[] of(Row row) {
    Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.isNullAt(i) ? null : columns.get(i).of(row, i);
    }
    return cells;
  }
}
