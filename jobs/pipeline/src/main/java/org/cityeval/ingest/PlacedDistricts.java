package org.cityeval.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.cityeval.config.lake.DistrictKey;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CellText;
import org.cityeval.place.District;
import org.cityeval.place.PlaceIndex;
import org.cityeval.source.Expressions;
import org.cityeval.source.MissingMarks;
import org.cityeval.source.Notation;

/** Finds districts by where a row happened. */
final class PlacedDistricts {
  private static final String LONGITUDE = "_longitude";
  private static final String LATITUDE = "_latitude";
  private static final String NO_PLACE = "_no_place";

  private final SourceConfig source;
  private final List<District> districts;

  PlacedDistricts(SourceConfig source, List<District> districts) {
    this.source = source;
    this.districts = districts;
  }

  /**
   * Adds the columns of {@link DistrictKeys}.
   *
   * @param city of {@link DistrictKeys#DISTRICT}
   */
  Dataset<Row> resolve(Dataset<Row> rows, Column city) {
    DistrictKey.Place place = source.key().place();
    SparkSession spark = rows.sparkSession();
    Column east = Expressions.column(spark, place.longitude());
    Column north = Expressions.column(spark, place.latitude());
    Notation notation = Notation.of(source.location());
    Column longitude = col(LONGITUDE);
    Column latitude = col(LATITUDE);
    Column isPlace =
        abs(longitude).leq(180).and(abs(latitude).leq(90)).and(col(NO_PLACE).equalTo(false));
    // 0, 0 is how many systems write that they have no coordinates.
    Column nullIsland = longitude.equalTo(0).and(latitude.equalTo(0));
    Dataset<Row> placed =
        rows.withColumn(LONGITUDE, notation.number(rows, east))
            .withColumn(LATITUDE, notation.number(rows, north))
            .withColumn(
                NO_PLACE,
                isMissing(rows, place.longitude(), east)
                    .or(isMissing(rows, place.latitude(), north))
                    .or(coalesce(nullIsland, lit(false))))
            .withColumn(
                DistrictKeys.DISTRICT,
                when(isPlace, districtAt(spark, place).apply(longitude, latitude)))
            .withColumn(DistrictKeys.CITY, city);
    Column reason =
        when(col(DistrictKeys.DISTRICT).isNotNull(), lit(null))
            .when(col(NO_PLACE), lit(Reason.NO_PLACE.code()))
            .when(longitude.isNull().or(latitude.isNull()), lit(Reason.UNPARSABLE_PLACE.code()))
            .when(isPlace, lit(Reason.OUTSIDE.code()))
            .otherwise(lit(Reason.IMPOSSIBLE_PLACE.code()));
    return placed
        .withColumn(DistrictKeys.REASON, reason)
        .withColumn(
            DistrictKeys.FOUND,
            when(
                col(DistrictKeys.REASON).isNotNull(), concat(shown(east), lit(", "), shown(north))))
        .drop(LONGITUDE, LATITUDE, NO_PLACE);
  }

  private UserDefinedFunction districtAt(SparkSession spark, DistrictKey.Place place) {
    return udf(
        new DistrictAt(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(PlaceIndex.of(districts, place.datum()))),
        DataTypes.StringType);
  }

  /** Asks the index of the process it runs in. */
  private static final class DistrictAt implements UDF2<Double, Double, String> {
    private final Broadcast<PlaceIndex> shipped;
    private transient PlaceIndex index;

    DistrictAt(Broadcast<PlaceIndex> shipped) {
      this.shipped = shipped;
    }

    @Override
    public String call(Double longitude, Double latitude) {
      // A broadcast takes a lock each time it is asked for its value.
      if (index == null) {
        index = shipped.value();
      }
      return index.districtAt(longitude, latitude);
    }
  }

  private Column isMissing(Dataset<Row> rows, String expression, Column coordinate) {
    boolean isNumber =
        rows.select(coordinate).schema().fields()[0].dataType() instanceof NumericType;
    Column text = coordinate.cast(DataTypes.StringType);
    Column missing =
        MissingMarks.of(source.mapping())
            .isMissing(rows.sparkSession(), expression, CellText.stripped(text));
    // Writing numbers out takes longer than finding their district.
    return isNumber ? coordinate.isNull().and(missing) : missing;
  }

  private static Column shown(Column coordinate) {
    return coalesce(coordinate.cast(DataTypes.StringType), lit("(null)"));
  }
}
