package org.cityeval.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.UserProblem;

/** Turns a table with a column a day into a row a day. */
public final class WideDates {
  /** The date of the cell. */
  public static final String DATE = "_date";

  private static final StructType SAID = new StructType().add(DATE, DataTypes.DateType);

  private WideDates() {}

  /**
   * Unpivots the columns whose heading is a date of the pattern.
   *
   * @param pattern of {@link java.time.format.DateTimeFormatter}, such as {@code M/d/yy}
   */
  public static Dataset<Row> unpivot(Dataset<Row> rows, String owner, String pattern) {
    return WideCells.unpivot(rows, SAID, days(rows, owner, pattern));
  }

  static List<WideCells.Heading> days(Dataset<Row> rows, String owner, String pattern) {
    DayHeadings headings = new DayHeadings(pattern);
    List<WideCells.Heading> days = new ArrayList<>();
    String[] columns = rows.columns();
    for (int i = 0; i < columns.length; i++) {
      int column = i;
      headings
          .day(columns[i])
          .ifPresent(day -> days.add(new WideCells.Heading(column, List.of(day))));
    }
    if (days.isEmpty()) {
      throw new UserProblem(
          owner + ".date_columns: no heading is a date like " + pattern + ".",
          "The columns are "
              + String.join(", ", LakeSource.ownColumns(rows).stream().limit(12).toList())
              + ", ...",
          "Correct the pattern (letters as in Java's DateTimeFormatter), or the shape.");
    }
    return days;
  }
}
