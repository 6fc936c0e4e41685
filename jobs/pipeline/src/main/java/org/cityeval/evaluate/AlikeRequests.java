package org.cityeval.evaluate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.unix_timestamp;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.table.silver.ServiceRequestTable;

/**
 * What indicators ask of a service request. Those that answer the same are alike, and are counted
 * instead of carried along one by one.
 */
public final class AlikeRequests {
  /**
   * The agencies it passed through by {@code >}, the level and hand-offs, all three null where not
   * known. Then whether it was closed, and the hours from opening to closing, or to where the
   * register ends [h].
   */
  public static final List<String> COLUMNS =
      List.of("agencies", "level", "hand_offs", "is_closed", "hours");

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double MINUTES_PER_HOUR = 60;

  private AlikeRequests() {}

  /**
   * Adds the columns, times to the nearest minute: few requests are alike to the second.
   *
   * @param requests rows of silver.service_request
   */
  public static Dataset<Row> group(Dataset<Row> requests) {
    return requests.withColumns(
        Map.of(
            // Where the way is not known, who answers is all there is of it.
            "agencies",
            coalesce(ServiceRequestTable.AGENCIES.col(), ServiceRequestTable.AGENCY.col()),
            "is_closed",
            ServiceRequestTable.CLOSED.col().isNotNull(),
            "hours",
            round(
                    unix_timestamp(
                            coalesce(
                                ServiceRequestTable.CLOSED.col(),
                                ServiceRequestTable.KNOWN_UNTIL.col()))
                        .minus(unix_timestamp(ServiceRequestTable.OPENED.col()))
                        .cast(DataTypes.DoubleType)
                        .divide(lit(SECONDS_PER_MINUTE)))
                .divide(lit(MINUTES_PER_HOUR))));
  }
}
