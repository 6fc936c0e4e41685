package org.cityeval.warehouse;

import org.cityeval.problem.UserProblem;
import org.cityeval.table.Tables;
import org.cityeval.table.spec.TableSpec;

/**
 * Whether the last commit of each table of a warehouse is whole. A machine that stops while it
 * writes may leave a file cut short, and every later step would fail on it after its work.
 */
public final class TableLogs {
  private TableLogs() {}

  /**
   * Looks at the last commit of every table that is there.
   *
   * @throws UserProblem that names the first table with a damaged one, the file and the mend
   */
  public static void requireWhole(StoredTables tables) {
    for (TableSpec table : Tables.ALL) {
      tables
          .commitLog(table)
          .findDamaged()
          .ifPresent(
              file -> {
                throw new UserProblem(
                    "The last commit of table " + table.qualifiedName() + " is damaged.",
                    file + " is cut short or is not JSON.",
                    "Move it away, with the files beside it whose names begin with its number, or"
                        + " with a dot and its number. The table is then as before that commit."
                        + " Then run 'cityeval run --full'.");
              });
    }
  }
}
