package org.cityeval.contract;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;

import java.io.Serializable;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.table.ops.QualityCheckTable;

/**
 * A number that one check found, and whether it satisfies the check. A series that breaks its check
 * on several days has a measurement for each; one that does not has a single one.
 *
 * @param rule id of the check
 * @param subject of what the number is
 * @param first first day concerned; null where the number is not about days
 * @param last last day concerned
 */
public record Measurement(
    String rule, Subject subject, LocalDate first, LocalDate last, double number, boolean holds)
    implements Serializable {

  /** The columns of measurements on their way to the driver. */
  public static final StructType SCHEMA =
      new StructType()
          .add(QualityCheckTable.RULE.field())
          .add(MEASURE.field())
          .add(DISTRICT_ID.field())
          .add("other_id", DataTypes.StringType)
          .add("first_day", DataTypes.DateType)
          .add("last_day", DataTypes.DateType)
          .add("number", DataTypes.DoubleType)
          .add("holds", DataTypes.BooleanType);

  /**
   * Of what a number is.
   *
   * @param measure null for rows of the source
   * @param district the district, or the city of a sum; null for the whole source
   * @param other the second of a pair of districts, else null
   */
  public record Subject(String measure, String district, String other) implements Serializable {
    /** The source as a whole. */
    public static final Subject SOURCE = new Subject(null, null, null);
  }

  Row row() {
    return RowFactory.create(
        rule, subject.measure, subject.district, subject.other, first, last, number, holds);
  }

  /** The measurement of a row of {@link #SCHEMA}; a number that is null is not a number. */
  public static Measurement of(Row row) {
    return new Measurement(
        row.getString(0),
        new Subject(row.getString(1), row.getString(2), row.getString(3)),
        row.getAs(4),
        row.getAs(5),
        row.isNullAt(6) ? Double.NaN : row.getDouble(6),
        row.getBoolean(7));
  }
}
