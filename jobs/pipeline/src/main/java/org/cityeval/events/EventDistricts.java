package org.cityeval.events;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.CellText;
import org.cityeval.source.Expressions;
import org.cityeval.source.IsoDay;

/**
 * Where an event gets its district: what it leaves is the id as the list of districts has it, which
 * {@link KnownDistricts} finds there without a join. Only a crosswalk or a place needs one.
 */
final class EventDistricts {
  /** Id of the district, a LONG or a STRING. */
  static final String DISTRICT = "_located_district";

  /**
   * The {@link Reason} why there is none, as {@link PackedReasons} has it; NONE as long as there
   * may be one.
   */
  static final String FAULT = "_located_fault";

  private static final String TOLD = "_located_told";

  /** What is added to the lake's own columns. */
  static final List<String> COLUMNS = List.of(DISTRICT, FAULT, TOLD);

  private EventDistricts() {}

  static Dataset<Row> locate(Dataset<Row> lake, SourceConfig source, DistrictKeys keys) {
    return plainKey(source).isPresent() ? byId(lake, source) : resolved(lake, source, keys);
  }

  /** The expression that alone decides the district, where the list is all it is looked up in. */
  static Optional<String> plainKey(SourceConfig source) {
    boolean isPlain = source.key().crosswalk() == null && source.key().place() == null;
    return isPlain ? Optional.of(source.mapping().district()) : Optional.empty();
  }

  private static Dataset<Row> byId(Dataset<Row> lake, SourceConfig source) {
    Column district = Expressions.column(lake.sparkSession(), source.mapping().district());
    boolean isNumber = EventColumns.isIntegral(EventColumns.type(lake, district));
    return lake.withColumn(
            DISTRICT,
            isNumber
                ? district.cast(DataTypes.LongType)
                : CellText.stripped(district.cast(DataTypes.StringType)))
        .withColumn(FAULT, PackedReasons.code(Reason.NONE))
        .withColumn(TOLD, col(DISTRICT).cast(DataTypes.StringType));
  }

  private static Dataset<Row> resolved(Dataset<Row> lake, SourceConfig source, DistrictKeys keys) {
    Column fault = PackedReasons.code(Reason.NONE);
    for (Reason reason : Reason.values()) {
      fault =
          when(col(DistrictKeys.REASON).equalTo(reason.code()), PackedReasons.code(reason))
              .otherwise(fault);
    }
    return keys.resolve(source, lake, day(lake, source.mapping().date()))
        .withColumn(DISTRICT, col(DistrictKeys.DISTRICT))
        .withColumn(FAULT, fault)
        .withColumn(TOLD, coalesce(col(DistrictKeys.FOUND), col(DistrictKeys.DISTRICT)))
        .drop(DistrictKeys.DISTRICT, DistrictKeys.CITY, DistrictKeys.REASON, DistrictKeys.FOUND);
  }

  /** The day by which the validity of a code is judged. */
  private static Column day(Dataset<Row> lake, String expression) {
    SparkSession spark = lake.sparkSession();
    Column date = Expressions.column(spark, expression);
    return EventColumns.type(lake, date).equals(DataTypes.StringType)
        ? IsoDay.of(substring(CellText.stripped(date), 1, IsoDay.LENGTH))
        : date.cast(DataTypes.DateType);
  }

  /** The district as messages name it. */
  static Column text() {
    return col(TOLD);
  }
}
