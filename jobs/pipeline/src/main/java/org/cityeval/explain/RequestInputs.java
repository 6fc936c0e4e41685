package org.cityeval.explain;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cityeval.evaluate.AlikeRequests;
import org.cityeval.series.Level;
import org.cityeval.table.SilverTables;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.Warehouse;

/**
 * The service requests a value was made from, alike ones as one row with their number. A city has
 * millions, so that rows are few: the briefest are told to the minute, and of the others those that
 * differ in nothing but their hours are one row too. Shares, means and the median of the hours can
 * still be redone.
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
        AlikeRequests.of(read(warehouse, publication).where(isAsked(publication, value, period)))
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
    Long version = publication.tableVersions().get(SilverTables.SERVICE_REQUEST.qualifiedName());
    // An evaluation without registers pins no version, and finds no request of its own in any.
    return version == null
        ? warehouse.read(SilverTables.SERVICE_REQUEST)
        : warehouse.read(SilverTables.SERVICE_REQUEST, version);
  }

  private static Column isAsked(Publication publication, StoredRow value, StoredRow period) {
    boolean ofCity = value.is("level", Level.CITY.id());
    return col("source_id")
        .isin(publication.sourceVersions().keySet().toArray())
        .and(col("as_of").leq(lit(publication.asOf())))
        .and(col("district_id").isNotNull())
        .and(col(ofCity ? "city_id" : "district_id").equalTo(value.text("district_id")))
        .and(col("date").between(period.day("first_day"), period.day("last_day")));
  }

  /**
   * The groups by rising hours.
   *
   * @param apart what keeps groups apart that are alike but for their hours
   */
  private static Inputs briefest(int most, Dataset<Row> alike, Column apart) {
    return Inputs.first(
        most,
        SilverTables.SERVICE_REQUEST.qualifiedName(),
        alike
            .withColumn("_apart", apart)
            .groupBy(
                col("agencies"), col("level"), col("hand_offs"), col("is_closed"), col("_apart"))
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
