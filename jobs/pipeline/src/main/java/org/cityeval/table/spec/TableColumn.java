package org.cityeval.table.spec;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A column: its name, its type, and what it means with its unit. Its name is written here alone:
 * rows are read and filled by it.
 *
 * @param <T> what a cell holds, if it is not empty
 * @param comment what it means, with its unit in brackets
 */
public record TableColumn<T>(String name, DataType type, String comment) implements Serializable {

  public TableColumn {
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*") || comment.isBlank()) {
      throw new IllegalArgumentException("A column has a snake_case name and a comment: " + name);
    }
  }

  public static TableColumn<String> text(String name, String comment) {
    return new TableColumn<>(name, DataTypes.StringType, comment);
  }

  public static TableColumn<Double> number(String name, String comment) {
    return new TableColumn<>(name, DataTypes.DoubleType, comment);
  }

  public static TableColumn<Integer> integer(String name, String comment) {
    return new TableColumn<>(name, DataTypes.IntegerType, comment);
  }

  public static TableColumn<Long> count(String name, String comment) {
    return new TableColumn<>(name, DataTypes.LongType, comment);
  }

  public static TableColumn<Boolean> truth(String name, String comment) {
    return new TableColumn<>(name, DataTypes.BooleanType, comment);
  }

  public static TableColumn<LocalDate> day(String name, String comment) {
    return new TableColumn<>(name, DataTypes.DateType, comment);
  }

  public static TableColumn<Instant> instant(String name, String comment) {
    return new TableColumn<>(name, DataTypes.TimestampType, comment);
  }

  /** The same column with what it means in one table. */
  public TableColumn<T> meaning(String other) {
    return new TableColumn<>(name, type, other);
  }

  /** The column in an expression of Spark. */
  public Column col() {
    return functions.col(name);
  }

  /** The cell of a row that has a column of this name; null where it is empty. */
  public T of(Row row) {
    return row.getAs(name);
  }

  /** The number in a cell of a row; {@code NaN} where it is empty. */
  public double orNaN(Row row) {
    T cell = of(row);
    return cell == null ? Double.NaN : ((Number) cell).doubleValue();
  }

  /** Names of columns, in their order. */
  public static List<String> names(TableColumn<?>... columns) {
    return Arrays.stream(columns).map(TableColumn::name).toList();
  }

  /** The field of a schema, with the comment. */
  public StructField field() {
    return new StructType().add(name, type, true, comment).apply(0);
  }
}
