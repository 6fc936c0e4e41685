package org.cityeval.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.cityeval.lake.CellText;

/**
 * Instants as a lake writes them. Times that name no zone are local to the declared one. Sessions
 * run in UTC, so a local time is first read as if it were UTC, and then moved.
 */
public final class Stamps {
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String TIME = "[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?";
  private static final String OFFSET = " ?(Z|[+-][0-9]{2}:?[0-9]{2})";

  private final ZoneId zone;

  private Stamps(ZoneId zone) {
    this.zone = zone;
  }

  /** Stamps of a lake whose times without a zone are of this one. */
  public static Stamps in(ZoneId zone) {
    return new Stamps(zone);
  }

  /** The instant a column gives: a time as such, or ISO 8601 text; null where it gives none. */
  public Column instant(Dataset<Row> rows, Column column) {
    DataType type = type(rows, column);
    if (type.equals(DataTypes.TimestampType)) {
      return column;
    }
    if (type.equals(DataTypes.TimestampNTZType) || type.equals(DataTypes.DateType)) {
      return moved(column.cast(DataTypes.TimestampType));
    }
    Column text = CellText.stripped(column.cast(DataTypes.StringType));
    // Spark takes a bare time for one of today, and a bare year for its first day.
    Column local = when(text.rlike("^" + DAY + "(" + TIME + ")?$"), text);
    Column placed = when(text.rlike("^" + DAY + TIME + OFFSET + "$"), forSpark(text));
    return coalesce(
        placed.try_cast(DataTypes.TimestampType), moved(local.try_cast(DataTypes.TimestampType)));
  }

  /** With seconds, which Spark needs before an offset, and without a blank there. */
  private static Column forSpark(Column text) {
    Column timed =
        regexp_replace(text, "^(" + DAY + "[T ][0-9]{1,2}:[0-9]{2}) ?(?=[Z+-])", "$1:00");
    return regexp_replace(timed, " (?=[Z+-])", "");
  }

  private Column moved(Column asIfUtc) {
    return to_utc_timestamp(asIfUtc, zone.getId());
  }

  /** The calendar day of an instant, where the lake is. */
  public Column day(Column instant) {
    return functions.from_utc_timestamp(instant, zone.getId()).cast(DataTypes.DateType);
  }

  /** The instant at which a calendar day ends, where the lake is. */
  public Column endOf(Column day) {
    return moved(date_add(day, 1).cast(DataTypes.TimestampType));
  }

  /**
   * Whether an expression makes instants of text that may name no zone. They are then of the
   * session's zone and not of the declared one, and the result does not show it.
   */
  public boolean isReadInUtc(Dataset<Row> rows, String expression) {
    Set<String> columns = Expressions.columns(rows.sparkSession(), expression);
    boolean ofText = false;
    for (String name : columns) {
      for (StructField field : rows.schema().fields()) {
        if (field.name().equalsIgnoreCase(name)) {
          if (field.dataType().equals(DataTypes.TimestampType)) {
            return false;
          }
          ofText = ofText || field.dataType().equals(DataTypes.StringType);
        }
      }
    }
    Column column = Expressions.column(rows.sparkSession(), expression);
    return ofText
        && !zone.normalized().equals(ZoneOffset.UTC)
        && type(rows, column).equals(DataTypes.TimestampType);
  }

  private static DataType type(Dataset<Row> rows, Column column) {
    return rows.select(column).schema().fields()[0].dataType();
  }
}
