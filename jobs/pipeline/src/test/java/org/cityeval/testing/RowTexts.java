package org.cityeval.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.StoredRows;

/** All rows of a table as sorted texts, the same from either reader of Delta. */
public final class RowTexts {
  private RowTexts() {}

  /** As Delta Kernel reads them, which starts no job. */
  public static List<String> of(StoredRows rows) {
    List<String> texts = new ArrayList<>();
    rows.each(row -> texts.add(row.columns() + " " + row.cells()));
    return texts.stream().sorted().toList();
  }

  /** As Spark reads them: a second or so for three tables. */
  public static List<String> of(TableSpec table, Dataset<Row> rows) {
    String[] columns = table.columnNames();
    return rows.selectExpr(columns).collectAsList().stream()
        .map(
            row -> {
              List<Object> cells = new ArrayList<>();
              for (int i = 0; i < row.length(); i++) {
                cells.add(row.get(i));
              }
              return List.of(columns) + " " + cells;
            })
        .sorted()
        .toList();
  }
}
