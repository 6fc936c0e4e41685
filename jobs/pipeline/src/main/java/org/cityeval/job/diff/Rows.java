package org.cityeval.job.diff;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cityeval.table.spec.TableColumn;

/** A few rows under their headings, as a command prints them. */
public record Rows(List<String> columns, List<List<Object>> rows) {

  /** One column for each component of a record: {@code ciLowA} is {@code ci_low_a}. */
  static <R extends Record> Rows of(Class<R> type, List<R> few) {
    RecordComponent[] components = type.getRecordComponents();
    List<List<Object>> rows = new ArrayList<>();
    for (R row : few) {
      rows.add(Arrays.asList(Arrays.stream(components).map(c -> cell(c, row)).toArray()));
    }
    return new Rows(Arrays.stream(components).map(Rows::heading).toList(), rows);
  }

  private static Object cell(RecordComponent component, Record row) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  private static String heading(RecordComponent component) {
    return component.getName().replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
  }

  /** With one column more, at the end. */
  Rows with(String column, Function<List<Object>, Object> cell) {
    List<String> headings = new ArrayList<>(columns);
    headings.add(column);
    List<List<Object>> longer = new ArrayList<>();
    for (List<Object> row : rows) {
      List<Object> cells = new ArrayList<>(row);
      cells.add(cell.apply(row));
      longer.add(cells);
    }
    return new Rows(headings, longer);
  }

  /** A cell of a column. */
  public Object cell(List<Object> row, TableColumn<?> column) {
    return cell(row, column.name());
  }

  /** A cell by its heading. */
  public Object cell(List<Object> row, String column) {
    return row.get(columns.indexOf(column));
  }
}
