package org.cityeval.requests;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.source.Stamps;

/**
 * Until when a register tells of its requests. One drawn in the middle of its last day knows
 * nothing of the rest of that day. A request that is open in it was not seen open until midnight.
 */
public final class FollowUp {
  private static final String LAST = "_last_instant";

  private FollowUp() {}

  /**
   * The records with {@code known_until}. That is the last instant at which one of the register was
   * opened or closed, in what it had published by the record's own day of publication. It is at
   * most the end of that day in the register's zone.
   *
   * @param judged as {@link RequestDuplicates} leaves them; superseded ones tell of their day too
   * @param zones the zone of each register, by source id
   */
  public static Dataset<Row> follow(Dataset<Row> judged, Map<String, ZoneId> zones) {
    Dataset<Row> published =
        judged
            .where(col(RecordColumns.REASON).notEqual(Reason.CONFLICTING_DUPLICATE.code()))
            .groupBy(RecordColumns.SOURCE_ID, RecordColumns.AS_OF)
            .agg(max(greatest(col(RequestColumns.OPENED), col(RequestColumns.CLOSED))).as(LAST))
            .withColumn(
                RequestColumns.KNOWN_UNTIL,
                least(
                    max(LAST)
                        .over(
                            Window.partitionBy(RecordColumns.SOURCE_ID)
                                .orderBy(RecordColumns.AS_OF)),
                    endOfDay(zones)))
            .drop(LAST);
    return judged.join(
        broadcast(published), new String[] {RecordColumns.SOURCE_ID, RecordColumns.AS_OF});
  }

  private static Column endOfDay(Map<String, ZoneId> zones) {
    Column end = lit(null).cast(DataTypes.TimestampType);
    for (Map.Entry<String, ZoneId> register : zones.entrySet()) {
      end =
          when(
                  col(RecordColumns.SOURCE_ID).equalTo(register.getKey()),
                  Stamps.in(register.getValue()).endOf(col(RecordColumns.AS_OF)))
              .otherwise(end);
    }
    return end;
  }
}
