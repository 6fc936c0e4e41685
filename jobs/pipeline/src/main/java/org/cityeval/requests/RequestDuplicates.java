package org.cityeval.requests;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;

/**
 * Finds records of one register that speak of the same request. Of several days of publication the
 * newest counts, for a request that was open then may be closed by now. Within one, the first by
 * position stands where all say the same; where they do not, none is believed.
 */
public final class RequestDuplicates {
  private RequestDuplicates() {}

  /**
   * The good records, with their day of publication, and the reason set on duplicates.
   *
   * @param defaultAsOf the day of publication of records that name none, by register
   */
  public static Dataset<Row> judge(Dataset<Row> good, Map<String, LocalDate> defaultAsOf) {
    WindowSpec request =
        Window.partitionBy(RecordColumns.SOURCE_ID, RequestColumns.REQUEST_ID)
            .orderBy(RecordColumns.AS_OF, RecordColumns.POSITION)
            .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    WindowSpec inOrder =
        Window.partitionBy(RecordColumns.SOURCE_ID, RequestColumns.REQUEST_ID, RecordColumns.AS_OF)
            .orderBy(RecordColumns.POSITION);
    // Only copies need an order. With one for all, records are sorted once.
    WindowSpec same = inOrder.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column superseded = col(RecordColumns.AS_OF).lt(col("_newest"));
    Column conflicting = col("_lowest").notEqual(col("_highest")).and(superseded.equalTo(false));
    return good.withColumn(
            RecordColumns.AS_OF, coalesce(col(RecordColumns.AS_OF), byDefault(defaultAsOf)))
        .withColumn("_newest", max(RecordColumns.AS_OF).over(request))
        .withColumn("_copies", count(lit(1)).over(same))
        .withColumn("_lowest", min(RecordColumns.TEXT).over(same))
        .withColumn("_highest", max(RecordColumns.TEXT).over(same))
        .withColumn("_copy", row_number().over(inOrder))
        .withColumn(
            RecordColumns.REASON,
            when(superseded, lit(Reason.SUPERSEDED.code()))
                .when(conflicting, lit(Reason.CONFLICTING_DUPLICATE.code()))
                .when(col("_copy").gt(1), lit(Reason.IDENTICAL_DUPLICATE.code()))
                .otherwise(lit(Reason.NONE.code())))
        .withColumn(
            RecordColumns.DETAIL,
            when(
                conflicting,
                concat(
                    lit("Records say different things of the same request: "),
                    col(RequestColumns.REQUEST_ID),
                    lit(" in "),
                    col("_copies"),
                    lit(" records"))))
        .withColumn(RecordColumns.RECORD, when(conflicting, col(RecordColumns.TEXT)))
        .drop("_newest", "_copies", "_lowest", "_highest", "_copy");
  }

  private static Column byDefault(Map<String, LocalDate> defaultAsOf) {
    Column day = lit(null).cast(DataTypes.DateType);
    for (Map.Entry<String, LocalDate> register : defaultAsOf.entrySet()) {
      day =
          when(
                  col(RecordColumns.SOURCE_ID).equalTo(register.getKey()),
                  lit(register.getValue()).cast(DataTypes.DateType))
              .otherwise(day);
    }
    return day;
  }
}
