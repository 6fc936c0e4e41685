package org.cityeval.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds records that speak of the same measure, district (or column that is a part of it), day and
 * vintage, whichever source gives them. If all say the same, the first by source and position
 * stands and the others are deduplicated; if not, none is believed.
 */
public final class Deduplication {
  private Deduplication() {}

  /** The good records, with the reason set on duplicates. */
  public static Dataset<Row> judge(Dataset<Row> good) {
    WindowSpec inOrder =
        Window.partitionBy(
                col(RecordColumns.MEASURE),
                col(RecordColumns.DISTRICT),
                col(RecordColumns.COLUMN),
                col(RecordColumns.DATE),
                col(RecordColumns.AS_OF))
            .orderBy(RecordColumns.SOURCE_ID, RecordColumns.POSITION);
    // These need no order. With the same one, records are sorted once.
    WindowSpec same = inOrder.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column conflicting = col("_lowest").notEqual(col("_highest"));
    return good.withColumn("_copies", count(lit(1)).over(same))
        .withColumn("_lowest", min(RecordColumns.VALUE).over(same))
        .withColumn("_highest", max(RecordColumns.VALUE).over(same))
        .withColumn("_copy", row_number().over(inOrder))
        .withColumn(
            RecordColumns.REASON,
            when(conflicting, lit(Reason.CONFLICTING_DUPLICATE.code()))
                .when(col("_copy").gt(1), lit(Reason.IDENTICAL_DUPLICATE.code()))
                .otherwise(lit(Reason.NONE.code())))
        .withColumn(
            RecordColumns.DETAIL,
            when(
                conflicting,
                concat(
                    lit(Reason.CONFLICTING_DUPLICATE.sentence() + ": "),
                    col("_lowest"),
                    lit(" to "),
                    col("_highest"),
                    lit(" in "),
                    col("_copies"),
                    lit(" records"))))
        .withColumn(RecordColumns.RECORD, when(conflicting, RecordColumns.told()))
        .drop("_copies", "_lowest", "_highest", "_copy");
  }
}
