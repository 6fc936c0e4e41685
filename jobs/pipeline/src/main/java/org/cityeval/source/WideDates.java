package org.cityeval.source;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.UserProblem;

/** Turns a table with a column a day into a row a day. */
public final class WideDates {
  /** The date of the cell. */
  public static final String DATE = "_date";

  /** The heading of the cell's column. */
  public static final String HEADING = "_heading";

  /** The cell, as text. */
  public static final String VALUE = "value";

  private WideDates() {}

  /**
   * Unpivots the columns whose heading is a date of the pattern; the others stay. A malformed row
   * stays one row, without a date.
   *
   * @param pattern of {@link DateTimeFormatter}, such as {@code M/d/yy}
   */
  public static Dataset<Row> unpivot(Dataset<Row> rows, String owner, String pattern) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    List<Integer> dayColumns = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    List<Integer> idColumns = new ArrayList<>();
    String[] columns = rows.columns();
    for (int i = 0; i < columns.length; i++) {
      try {
        days.add(LocalDate.parse(columns[i], formatter));
        dayColumns.add(i);
      } catch (DateTimeParseException notADay) {
        idColumns.add(i);
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
    StructType schema = new StructType();
    for (int column : idColumns) {
      schema = schema.add(rows.schema().fields()[column]);
    }
    schema =
        schema
            .add(DATE, DataTypes.DateType)
            .add(HEADING, DataTypes.StringType)
            .add(VALUE, DataTypes.StringType);
    int malformed = Arrays.asList(columns).indexOf(Provenance.MALFORMED);
    return rows.flatMap(
        (FlatMapFunction<Row, Row>)
            row -> cells(row, idColumns, dayColumns, days, columns, malformed),
        Encoders.row(schema));
  }

  private static Iterator<Row> cells(
      Row row,
      List<Integer> idColumns,
      List<Integer> dayColumns,
      List<LocalDate> days,
      String[] columns,
      int malformed) {
    if (!row.isNullAt(malformed)) {
      return List.of(cell(row, idColumns, null, null, null)).iterator();
    }
    List<Row> cells = new ArrayList<>(days.size());
    for (int day = 0; day < days.size(); day++) {
      int column = dayColumns.get(day);
      Object value = row.get(column);
      cells.add(
          cell(
              row,
              idColumns,
              days.get(day),
              columns[column],
              value == null ? null : value.toString()));
    }
    return cells.iterator();
  }

  private static Row cell(
      Row row, List<Integer> idColumns, LocalDate day, String heading, String value) {
    Object[] cell = new Object[idColumns.size() + 3];
    for (int i = 0; i < idColumns.size(); i++) {
      cell[i] = row.get(idColumns.get(i));
    }
    cell[idColumns.size()] = day;
    cell[idColumns.size() + 1] = heading;
    cell[idColumns.size() + 2] = value;
    return RowFactory.create(cell);
  }
}
