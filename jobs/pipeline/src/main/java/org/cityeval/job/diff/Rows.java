package org.cityeval.job.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.table.spec.TableColumn;

/** A few rows under their headings, as a command prints them. */
public record Rows(List<String> columns, List<List<Object>> rows) {

  static Rows of(Dataset<Row> few) {
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : few.collectAsList()) {
      Object[] cells = new Object[row.size()];
      Arrays.setAll(cells, row::get);
      rows.add(Arrays.asList(cells));
    }
    return new Rows(Arrays.asList(few.columns()), rows);
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
