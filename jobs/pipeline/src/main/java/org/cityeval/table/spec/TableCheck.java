package org.cityeval.table.spec;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What holds in every row of a table: a commit that brings another row is refused. As in the SQL
 * standard a rule that an empty cell leaves open is not broken.
 *
 * @param name of the constraint of the Delta table
 * @param holds a predicate of Spark SQL over the columns
 */
public record TableCheck(String name, String holds) {
  /** What fractions of a double may be off by, where they add up to a whole. */
  private static final String ROUNDING = "1e-9";

  public TableCheck {
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      throw new IllegalArgumentException("A check has a snake_case name: " + name);
    }
  }

  /** Cells ascend: of an interval the lower end, what it is of, and the upper end. */
  public static TableCheck ascending(TableColumn<?>... columns) {
    List<String> names = TableColumn.names(columns);
    StringBuilder holds = new StringBuilder();
    for (int low = 0; low < names.size(); low++) {
      for (int high = low + 1; high < names.size(); high++) {
        // Each pair, for one between them may be empty.
        holds
            .append(holds.isEmpty() ? "" : " AND ")
            .append(names.get(low) + " <= " + names.get(high));
      }
    }
    return new TableCheck(String.join("_le_", names), holds.toString());
  }

  public static TableCheck atLeast(TableColumn<? extends Number> column, int least) {
    return new TableCheck(column.name() + "_from_" + least, column.name() + " >= " + least);
  }

  public static TableCheck within(TableColumn<? extends Number> column, int least, int most) {
    return new TableCheck(
        column.name() + "_from_" + least + "_to_" + most,
        column.name() + " BETWEEN " + least + " AND " + most);
  }

  /** The same of what was added up from fractions, and may exceed either end by their rounding. */
  public static TableCheck nearly(TableColumn<Double> column, int least, int most) {
    return new TableCheck(
        column.name() + "_from_" + least + "_to_" + most,
        column.name() + " BETWEEN " + least + " - " + ROUNDING + " AND " + most + " + " + ROUNDING);
  }

  /** How far the ends of an interval are apart; nothing where one is open. */
  public static TableCheck width(TableColumn<?> low, TableColumn<?> high, TableColumn<?> width) {
    return new TableCheck(
        width.name() + "_is_high_less_low",
        width.name() + " <=> " + high.name() + " - " + low.name());
  }

  /** The cell is one of these words. */
  public static TableCheck word(TableColumn<String> column, String... words) {
    return new TableCheck(
        column.name() + "_is_known",
        column.name()
            + " IN ("
            + Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(", "))
            + ")");
  }

  /** What Delta evaluates, for which a rule left open would be broken. */
  public String expression() {
    return "coalesce(" + holds + ", true)";
  }
}
