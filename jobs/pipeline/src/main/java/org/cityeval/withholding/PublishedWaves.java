package org.cityeval.withholding;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.CoherenceTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.silver.DistrictDayTable;

/** Takes out of waves the sums that hold withheld days, and peaks that are withheld. */
public final class PublishedWaves {
  private PublishedWaves() {}

  /**
   * Rows of gold.wave.
   *
   * @param waves rows of gold.wave, made of all counts
   * @param published rows of gold.district_day
   */
  public static Dataset<Row> withhold(Dataset<Row> waves, Dataset<Row> published) {
    Dataset<Row> counts =
        Withheld.dates(published)
            .select(
                LEVEL.col().as("_level"), DISTRICT_ID.col().as("_district"), col(Withheld.DATES));
    Dataset<Row> peaks =
        published
            .where(Withheld.is(Quantity.NEW_CASES_BRIDGED))
            .groupBy(LEVEL.col().as("_of"), DISTRICT_ID.col().as("_whose"))
            .agg(collect_set(DATE.col()).as("_peaks"));
    Column size =
        exists(
            col(Withheld.DATES),
            date -> date.between(WaveTable.START_DATE.col(), WaveTable.END_DATE.col()));
    Column peak = array_contains(col("_peaks"), WaveTable.PEAK_DATE.col());
    return waves
        .join(
            counts,
            LEVEL.col().equalTo(col("_level")).and(DISTRICT_ID.col().equalTo(col("_district"))),
            "left")
        .join(
            peaks,
            LEVEL.col().equalTo(col("_of")).and(DISTRICT_ID.col().equalTo(col("_whose"))),
            "left")
        .withColumn(
            WaveTable.CASES_STATUS.name(),
            when(size.or(peak), lit(Withheld.FLAG)).otherwise(WaveTable.CASES_STATUS.col()))
        .withColumn(WaveTable.SIZE.name(), when(size, null).otherwise(WaveTable.SIZE.col()))
        .withColumn(
            WaveTable.PEAK_CASES.name(), when(peak, null).otherwise(WaveTable.PEAK_CASES.col()));
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
        days(
            published.where(DistrictDayTable.RT_STATUS.col().equalTo(Withheld.FLAG)),
            Quantity.RT_MEAN);
    return compared.join(
        counts.unionByName(rates),
        CITY_ID
            .col()
            .equalTo(col("_city"))
            .and(DATE.col().equalTo(col("_date")))
            .and(CoherenceTable.QUANTITY.col().equalTo(col("_quantity"))),
        "left_anti");
  }

  private static Dataset<Row> days(Dataset<Row> withheld, Quantity quantity) {
    return withheld
        .select(
            CITY_ID.col().as("_city"),
            DATE.col().as("_date"),
            lit(quantity.column()).as("_quantity"))
        .distinct();
  }
}
