package org.cityeval.explain;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.cityeval.series.Level;
import org.cityeval.table.Publication;
import org.cityeval.table.SilverTables;
import org.cityeval.table.Warehouse;

/**
 * The service requests a value was made from; those that are alike are one row, with their number.
 */
final class RequestInputs {
  private RequestInputs() {}

  /**
   * The requests opened in the period that the registers of the publication hold now: a register is
   * kept as it was published last, without its past.
   *
   * @param value the row of gold.indicator_value
   * @param period the row of gold.dim_period
   */
  static Inputs of(Warehouse warehouse, Publication publication, Row value, Row period) {
    boolean ofCity = value.<String>getAs("level").equals(Level.CITY.id());
    Column[] alike = {
      col("district_id"),
      col("opened"),
      col("closed"),
      col("as_of"),
      col("agencies"),
      col("level"),
      col("hand_offs")
    };
    return Inputs.collected(
        SilverTables.SERVICE_REQUEST.qualifiedName(),
        warehouse
            .read(SilverTables.SERVICE_REQUEST)
            .where(
                col("source_id")
                    .isin(publication.sourceVersions().keySet().toArray())
                    .and(col("as_of").leq(lit(publication.asOf())))
                    .and(col("district_id").isNotNull())
                    .and(
                        col(ofCity ? "city_id" : "district_id")
                            .equalTo(value.<String>getAs("district_id")))
                    .and(
                        col("date")
                            .between(
                                period.<LocalDate>getAs("first_day"),
                                period.<LocalDate>getAs("last_day"))))
            // Where the way is not known, who answers is all there is of it.
            .withColumn("agencies", coalesce(col("agencies"), col("agency")))
            .groupBy(alike)
            .agg(count(lit(1)).as("requests"))
            .orderBy(Arrays.copyOf(alike, alike.length)));
  }
}
