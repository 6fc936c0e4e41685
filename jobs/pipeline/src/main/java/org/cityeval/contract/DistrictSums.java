package org.cityeval.contract;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.MEASURE;

import java.io.Serializable;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Total;
import org.cityeval.config.lake.ContractCheck.Unit;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.series.Quantity;
import org.cityeval.source.Expressions;
import org.cityeval.source.SourceRows;
import org.cityeval.table.silver.ObservationTable;

/** Compares what districts add up to with the total their source, or another, gives for it. */
final class DistrictSums implements Serializable {
  private static final String APART = "_apart";
  private static final String ALL = "";

  /** Districts are added up as decimals, in which no step rounds. */
  private static final DataType ADDED = DataTypes.createDecimalType(38, 15);

  private final ContractCheck check;
  private final SourceConfig totals;

  /**
   * @param totals the source that holds the totals
   */
  DistrictSums(ContractCheck check, SourceConfig totals) {
    this.check = check;
    this.totals = totals;
  }

  /**
   * A measurement for every day on which there are a total and districts; the district of its
   * subject is the city.
   *
   * @param records the good records of the source
   * @param rows the rows that hold the totals among others
   */
  Dataset<Row> measure(
      Quantity measure, MeasureConfig config, Dataset<Row> records, Dataset<Row> rows) {
    Total total = check.arguments().total();
    SparkSession spark = rows.sparkSession();
    boolean byCity = total.city() != null;
    Column published =
        totals
            .mapping()
            .asOfExpression()
            .map(text -> Expressions.column(spark, text))
            .orElseGet(() -> lit(ALL));
    Dataset<Row> given =
        rows.where(coalesce(Expressions.column(spark, total.where()), lit(false)))
            .select(
                (byCity ? Expressions.column(spark, total.city()) : lit(ALL))
                    .cast(DataTypes.StringType)
                    .as("_total_city"),
                SourceRows.day(
                        spark,
                        total.date() == null ? SourceRows.date(totals.mapping()) : total.date())
                    .as("_total_day"),
                SourceRows.number(
                        totals,
                        Expressions.column(
                            spark, total.value() == null ? config.value() : total.value()))
                    .as("_number"),
                published.as("_published"))
            .where(col("_number").isNotNull())
            .groupBy("_total_city", "_total_day")
            .agg(max_by(col("_number"), col("_published")).as("_total"));
    Dataset<Row> added =
        records
            .where(MEASURE.col().equalTo(measure.column()))
            .groupBy(CITY_ID.col(), DISTRICT_ID.col(), DATE.col())
            .agg(
                max_by(
                        ObservationTable.VALUE.col(),
                        coalesce(AS_OF.col().cast(DataTypes.StringType), lit(ALL)))
                    .as("_value"))
            .groupBy((byCity ? CITY_ID.col() : lit(ALL)).as("_city"), DATE.col())
            .agg(sum(col("_value").cast(ADDED)).as("_sum"));
    Column difference =
        abs(col("_sum").minus(col("_total").cast(ADDED))).cast(DataTypes.DoubleType);
    Column percent =
        when(difference.equalTo(0), lit(0.0))
            .when(col("_total").equalTo(0), lit(100.0))
            .otherwise(lit(100).multiply(difference).divide(abs(col("_total"))));
    return added
        .join(
            given,
            col("_city").equalTo(col("_total_city")).and(DATE.col().equalTo(col("_total_day"))))
        .select(
            col("_city"),
            DATE.col(),
            (check.unit() == Unit.PERCENT ? percent : difference).as(APART))
        .map(
            (MapFunction<Row, Row>) row -> measurement(measure.column(), row),
            Encoders.row(Measurement.SCHEMA));
  }

  private Row measurement(String measure, Row day) {
    double apart = day.<Double>getAs(APART);
    String city = day.getAs("_city");
    return new Measurement(
            check.id(),
            new Measurement.Subject(measure, city.equals(ALL) ? null : city, null),
            DATE.of(day),
            DATE.of(day),
            apart,
            check.operators().holds(apart))
        .row();
  }
}
