package org.cityeval.report.view;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A table as the page reads it: by the names of its columns. What a row leaves out at its end is
 * not there.
 */
@JsonSerialize(using = SheetJson.class)
public record Sheet(List<String> columns, List<List<Object>> rows) {

  /** Digits that a page can show. */
  private static final int SIGNIFICANT = 5;

  /** One column for each component of the record. */
  static <R extends Record> Sheet of(Class<R> type, Collection<R> rows) {
    RecordComponent[] components = type.getRecordComponents();
    List<List<Object>> cells = new ArrayList<>();
    for (R row : rows) {
      cells.add(trimmed(Arrays.stream(components).map(c -> cell(c, row)).toList()));
    }
    return new Sheet(Arrays.stream(components).map(RecordComponent::getName).toList(), cells);
  }

  /** Columns of which the data decide. */
  static Sheet of(List<String> columns, Collection<List<Object>> rows) {
    return new Sheet(List.copyOf(columns), rows.stream().map(Sheet::trimmed).toList());
  }

  /** The cell of a row under a heading; null where the row leaves it out. */
  public Object cell(List<Object> row, String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("No column " + column + " among " + columns);
    }
    return at < row.size() ? row.get(at) : null;
  }

  private static Object cell(RecordComponent component, Record row) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  private static List<Object> trimmed(List<?> cells) {
    List<Object> shown = new ArrayList<>();
    cells.forEach(cell -> shown.add(cell instanceof Double d ? rounded(d) : cell));
    while (!shown.isEmpty() && shown.get(shown.size() - 1) == null) {
      shown.remove(shown.size() - 1);
    }
    return shown;
  }

  /** Without the point and the nought of a whole number; null of what is no number. */
  static Number rounded(double value) {
    return rounded(value, SIGNIFICANT);
  }

  static Number rounded(double value, int significant) {
    if (!Double.isFinite(value)) {
      return null;
    }
    double scale =
        Math.pow(10, significant - 1 - Math.floor(Math.log10(Math.max(1e-9, Math.abs(value)))));
    double shown = scale < 1 ? Math.rint(value) : Math.round(value * scale) / scale;
    if (shown == Math.rint(shown) && Math.abs(shown) < 1e15) {
      return (long) shown;
    }
    return shown;
  }
}
