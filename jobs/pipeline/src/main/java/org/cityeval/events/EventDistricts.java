package org.cityeval.events;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.trim;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.Mapping;
import org.cityeval.ingest.Reason;

/**
 * Where an event gets its district: the one step to change for crosswalks and places. What it
 * leaves is the id as the list of districts has it; {@link KnownDistricts} finds it there, without
 * a join.
 */
final class EventDistricts {
  /** Id of the district, a LONG or a STRING. */
  static final String DISTRICT = "_located_district";

  /**
   * The {@link Reason} why there is none, as {@link PackedReasons} has it; NONE as long as there
   * may be one.
   */
  static final String FAULT = "_located_fault";

  private EventDistricts() {}

  static Dataset<Row> locate(Dataset<Row> lake, Mapping mapping) {
    Column district = expr(mapping.district());
    boolean isNumber = EventColumns.isIntegral(EventColumns.type(lake, district));
    return lake.withColumn(
            DISTRICT,
            isNumber
                ? district.cast(DataTypes.LongType)
                : trim(district.cast(DataTypes.StringType)))
        .withColumn(FAULT, PackedReasons.code(Reason.NONE));
  }

  /** The expression that alone decides the district, where the list is all it is looked up in. */
  static Optional<String> plainKey(Mapping mapping) {
    return Optional.of(mapping.district());
  }

  /** The district as messages name it. */
  static Column text() {
    return col(DISTRICT).cast(DataTypes.StringType);
  }
}
