package org.cityeval.source;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
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
   * @param pattern of {@link DateTimeFormatter}, such as {@code M/d/yy}
   */
  public static Dataset<Row> unpivot(Dataset<Row> rows, String owner, String pattern) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    List<WideCells.Heading> days = new ArrayList<>();
    String[] columns = rows.columns();
    for (int i = 0; i < columns.length; i++) {
      try {
        days.add(new WideCells.Heading(i, List.of(LocalDate.parse(columns[i], formatter))));
      } catch (DateTimeParseException notADay) {
        // It stays a column.
      }
    }
    if (days.isEmpty()) {
      throw new UserProblem(
          owner + ".date_columns: no heading is a date like " + pattern + ".",
          "The columns are "
              + String.join(", ", LakeSource.ownColumns(rows).stream().limit(12).toList())
              + ", ...",
          "Correct the pattern (letters as in Java's DateTimeFormatter), or the shape.");
    }
    return WideCells.unpivot(rows, SAID, days);
  }
}
