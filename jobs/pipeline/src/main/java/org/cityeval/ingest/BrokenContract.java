package org.cityeval.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.table.ops.QualityCheckTable;

/** Refuses the records that a check of their source's contract is about. */
public final class BrokenContract {
  /** Which days of which series are refused, and the rule that refuses them. */
  public static final StructType REFUSED =
      new StructType()
          .add(SOURCE_ID.field())
          .add(MEASURE.field())
          .add(DISTRICT_ID.field())
          .add("first_day", DataTypes.DateType)
          .add("last_day", DataTypes.DateType)
          .add(QualityCheckTable.RULE.field());

  private BrokenContract() {}

  /**
   * The records, with the reason set on good ones that are refused.
   *
   * @param judged records after {@link Deduplication}
   * @param refused rows of {@link #REFUSED}; days may be named more than once
   */
  public static Dataset<Row> mark(Dataset<Row> judged, Dataset<Row> refused) {
    Dataset<Row> days =
        refused
            .select(
                SOURCE_ID.col().as("_source"),
                MEASURE.col().as("_measure"),
                DISTRICT_ID.col().as("_refused_district"),
                explode(sequence(col("first_day"), col("last_day"))).as("_day"),
                QualityCheckTable.RULE.col())
            .groupBy("_source", "_measure", "_refused_district", "_day")
            .agg(min(QualityCheckTable.RULE.name()).as("_rule"));
    Column sameDay =
        col(RecordColumns.SOURCE_ID)
            .equalTo(col("_source"))
            .and(col(RecordColumns.MEASURE).equalTo(col("_measure")))
            .and(col(RecordColumns.DISTRICT).equalTo(col("_refused_district")))
            .and(col(RecordColumns.DATE).equalTo(col("_day")));
    Column broken =
        col("_rule").isNotNull().and(col(RecordColumns.REASON).equalTo(Reason.NONE.code()));
    Column told =
        to_json(
            struct(
                col(RecordColumns.DISTRICT),
                col(RecordColumns.DATE),
                col(RecordColumns.MEASURE),
                col(RecordColumns.TEXT)));
    return judged
        .join(broadcast(days), sameDay, "left")
        .withColumn(
            RecordColumns.DETAIL,
            when(broken, concat(lit(Reason.BROKEN_CONTRACT.sentence() + ": "), col("_rule")))
                .otherwise(col(RecordColumns.DETAIL)))
        .withColumn(RecordColumns.RECORD, when(broken, told).otherwise(col(RecordColumns.RECORD)))
        .withColumn(
            RecordColumns.REASON,
            when(broken, lit(Reason.BROKEN_CONTRACT.code())).otherwise(col(RecordColumns.REASON)))
        .drop("_source", "_measure", "_refused_district", "_day", "_rule");
  }
}
