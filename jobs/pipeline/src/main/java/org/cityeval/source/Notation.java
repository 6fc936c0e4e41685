package org.cityeval.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.when;

import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.cityeval.config.lake.Location;
import org.cityeval.lake.CellText;

/**
 * How numbers are written as text. NaN, Infinity and 1d are none, nor is what exceeds a double.
 * Grouped digits are grouped by three, so that 1,23 is not taken for 123.
 *
 * @param thousands what groups digits, or null
 * @param decimal what stands before the decimals
 */
public record Notation(String thousands, String decimal) {
  /** As programs write numbers. */
  public static final Notation PLAIN = new Notation(null, ".");

  /** A decimal number as programs write it. */
  public static final String PLAIN_NUMBER = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$";

  /** How the text files of a location write numbers. */
  public static Notation of(Location location) {
    return new Notation(location.options().thousands(), location.options().decimal());
  }

  /** The number that a text without blanks around it writes, or null. */
  public Column number(Column text) {
    return PlainNumber.of(equals(PLAIN) ? text : plain(text));
  }

  /** The number of a column: what is a number already needs no reading. */
  public Column number(Dataset<Row> rows, Column column) {
    DataType type = rows.select(column).schema().fields()[0].dataType();
    return type instanceof NumericType
        ? column.cast(DataTypes.DoubleType)
        : number(CellText.stripped(column.cast(DataTypes.StringType)));
  }

  private Column plain(Column text) {
    String mark = Pattern.quote(decimal);
    String whole = "[0-9]+";
    Column ungrouped = text;
    if (thousands != null) {
      String group = Pattern.quote(thousands);
      whole = "([0-9]{1,3}(" + group + "[0-9]{3})+|[0-9]+)";
      ungrouped = replace(text, lit(thousands), lit(""));
    }
    String written =
        "^[+-]?(" + whole + "(" + mark + "[0-9]*)?|" + mark + "[0-9]+)([eE][+-]?[0-9]+)?$";
    return when(text.rlike(written), replace(ungrouped, lit(decimal), lit(".")));
  }
}
