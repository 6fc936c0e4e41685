package org.cityeval.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredTables;

/** Writes a few rows into a table without a session. */
public final class Written {
  private Written() {}

  /** Adds the rows, each in a commit of its own. */
  public static void to(StoredTables tables, TableSpec table, TableRow... rows) {
    for (TableRow each : rows) {
      cells(tables, table, cells(each));
    }
  }

  /**
   * Adds rows of one partition in one commit.
   *
   * @param note kept with the commit; names the run
   */
  public static void together(StoredTables tables, TableSpec table, String note, TableRow... rows) {
    List<Object[]> all = new ArrayList<>();
    for (TableRow each : rows) {
      all.add(cells(each));
    }
    tables.append(unchecked(table), all, note);
  }

  /** The row as a table holds it, without a table. */
  public static StoredRow stored(TableSpec table, TableRow row) {
    return new StoredRow(List.of(table.columnNames()), cells(row));
  }

  private static Object[] cells(TableRow filled) {
    Row row = filled.row();
    Object[] cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    return cells;
  }

  /** Adds one row, given as its cells. */
  public static void cells(StoredTables tables, TableSpec table, Object... cells) {
    tables.append(unchecked(table), List.<Object[]>of(cells), "written by a test");
  }

  /** Delta Kernel evaluates no checks, so the table has none. */
  private static TableSpec unchecked(TableSpec table) {
    return new TableSpec(
        table.schema(), table.name(), table.grain(), table.key(), table.columns(), List.of());
  }

  /**
   * Publishes one version of one table, as evaluation {@code tiny} knew it on the 10th of April.
   */
  public static void published(StoredTables tables, TableSpec table, long version) {
    new Publications(tables)
        .publishAlone(
            new Publication(
                "tiny",
                LocalDate.of(2020, 4, 10),
                true,
                Map.of(table.qualifiedName(), version),
                Map.of(),
                "hash",
                "{}",
                "code"),
            "note");
  }
}
