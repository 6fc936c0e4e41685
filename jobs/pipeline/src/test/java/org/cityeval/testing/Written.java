package org.cityeval.testing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredTables;

/** Writes a few rows into a table without a session, each in a commit of its own. */
public final class Written {
  private Written() {}

  /** Adds the rows. */
  public static void to(StoredTables tables, TableSpec table, TableRow... rows) {
    for (TableRow each : rows) {
      Row row = each.row();
      Object[] cells = new Object[row.size()];
      Arrays.setAll(cells, row::get);
      cells(tables, table, cells);
    }
  }

  /** Adds one row, given as its cells. */
  public static void cells(StoredTables tables, TableSpec table, Object... cells) {
    // Delta Kernel evaluates no checks, so the table has none.
    TableSpec unchecked =
        new TableSpec(
            table.schema(), table.name(), table.grain(), table.key(), table.columns(), List.of());
    tables.append(unchecked, List.<Object[]>of(cells), "written by a test");
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
