package org.cityeval.withholding;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.series.Quantity;

/** Takes out of waves the sums that hold withheld days, and peaks that are withheld. */
public final class PublishedWaves {
  private PublishedWaves() {}

  /**
   * Rows of gold.wave.
   *
   * @param waves rows of gold.wave, made of all counts
   * @param published rows of gold.district_day
   */
  public static Dataset<Row> of(Dataset<Row> waves, Dataset<Row> published) {
    Dataset<Row> counts =
        Withheld.dates(published)
            .select(
                col("level").as("_level"), col("district_id").as("_district"), col(Withheld.DATES));
    Dataset<Row> peaks =
        published
            .where(Withheld.is(Quantity.NEW_CASES_BRIDGED))
            .groupBy(col("level").as("_of"), col("district_id").as("_whose"))
            .agg(collect_set(col("date")).as("_peaks"));
    Column size =
        exists(col(Withheld.DATES), date -> date.between(col("start_date"), col("end_date")));
    Column peak = array_contains(col("_peaks"), col("peak_date"));
    return waves
        .join(
            counts,
            col("level").equalTo(col("_level")).and(col("district_id").equalTo(col("_district"))),
            "left")
        .join(
            peaks,
            col("level").equalTo(col("_of")).and(col("district_id").equalTo(col("_whose"))),
            "left")
        .withColumn(
            "cases_status", when(size.or(peak), lit(Withheld.FLAG)).otherwise(col("cases_status")))
        .withColumn("size", when(size, null).otherwise(col("size")))
        .withColumn("peak_cases", when(peak, null).otherwise(col("peak_cases")));
  }

  /**
   * The comparisons of a city with its districts that hold no withheld number.
   *
   * @param compared rows of gold.coherence, made of all counts
   * @param published rows of gold.district_day
   */
  public static Dataset<Row> coherent(Dataset<Row> compared, Dataset<Row> published) {
    Dataset<Row> counts = days(published.where(Withheld.isCount()), Quantity.NEW_CASES);
    Dataset<Row> rates =
        days(published.where(col("rt_status").equalTo(Withheld.FLAG)), Quantity.RT_MEAN);
    return compared.join(
        counts.unionByName(rates),
        col("city_id")
            .equalTo(col("_city"))
            .and(col("date").equalTo(col("_date")))
            .and(col("quantity").equalTo(col("_quantity"))),
        "left_anti");
  }

  private static Dataset<Row> days(Dataset<Row> withheld, Quantity quantity) {
    return withheld
        .select(
            col("city_id").as("_city"),
            col("date").as("_date"),
            lit(quantity.column()).as("_quantity"))
        .distinct();
  }
}
