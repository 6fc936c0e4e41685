package org.cityeval.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cityeval.evaluate.AlikeRequests;
import org.cityeval.series.Level;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.Warehouse;

/**
 * The service requests a value was made from, alike ones as one row with their number. A city has
 * millions, so they are grouped into few rows. The briefest are told to the minute. Others that
 * differ only in their hours are one row too. Shares, means and the median of the hours can still
 * be redone.
 */
final class RequestInputs {
  private static final int MOST_TO_THE_MINUTE = 1000;
  private static final int MOST = 2 * MOST_TO_THE_MINUTE;

  private RequestInputs() {}

  /**
   * The requests opened in the period, as the registers of the publication held them when it was
   * made.
   *
   * @param value the row of gold.indicator_value
   * @param period the row of gold.dim_period
   */
  static Inputs of(
      Warehouse warehouse, Publication publication, StoredRow value, StoredRow period) {
    Dataset<Row> alike =
        AlikeRequests.group(read(warehouse, publication).where(isAsked(publication, value, period)))
            .groupBy(names())
            .agg(count(lit(1)).as("requests"));
    Inputs toTheMinute = briefest(MOST_TO_THE_MINUTE, alike, col("hours"));
    if (toTheMinute.leftOut() == 0) {
      return toTheMinute;
    }
    Object longest =
        toTheMinute
            .rows()
            .get(MOST_TO_THE_MINUTE - 1)
            .get(toTheMinute.columns().indexOf("hours_from"));
    // Those as long as the last one shown may have been cut off, so they go with the others.
    return briefest(MOST, alike, when(col("hours").lt(longest), col("hours")));
  }

  private static Dataset<Row> read(Warehouse warehouse, Publication publication) {
    Long version = publication.tableVersions().get(ServiceRequestTable.SPEC.qualifiedName());
    // An evaluation without registers pins no version, and finds no request of its own in any.
    return version == null
        ? warehouse.read(ServiceRequestTable.SPEC)
        : warehouse.read(ServiceRequestTable.SPEC, version);
  }

  private static Column isAsked(Publication publication, StoredRow value, StoredRow period) {
    boolean ofCity = value.is(LEVEL, Level.CITY.id());
    return SOURCE_ID
        .col()
        .isin(publication.sourceVersions().keySet().toArray())
        .and(AS_OF.col().leq(lit(publication.asOf())))
        .and(DISTRICT_ID.col().isNotNull())
        .and(col(ofCity ? CITY_ID.name() : DISTRICT_ID.name()).equalTo(value.get(DISTRICT_ID)))
        .and(
            DATE.col()
                .between(period.get(PeriodTable.FIRST_DAY), period.get(PeriodTable.LAST_DAY)));
  }

  /**
   * The groups by rising hours.
   *
   * @param apart what keeps groups apart that are alike but for their hours
   */
  private static Inputs briefest(int most, Dataset<Row> alike, Column apart) {
    return Inputs.first(
        most,
        ServiceRequestTable.SPEC.qualifiedName(),
        alike
            .withColumn("_apart", apart)
            .groupBy(
                ServiceRequestTable.AGENCIES.col(),
                LEVEL.col(),
                ServiceRequestTable.HAND_OFFS.col(),
                col("is_closed"),
                col("_apart"))
            .agg(
                min("hours").as("hours_from"),
                max("hours").as("hours_to"),
                sum("requests").as("requests"))
            .drop("_apart")
            .orderBy("hours_from", "agencies", "level", "hand_offs", "is_closed", "hours_to"));
  }

  private static Column[] names() {
    return AlikeRequests.COLUMNS.stream().map(functions::col).toArray(Column[]::new);
  }
}
