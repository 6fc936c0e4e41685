package org.cityeval.events;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.cityeval.config.Mapping;
import org.cityeval.config.MeasureConfig;
import org.cityeval.config.SourceConfig;
import org.cityeval.ingest.Reason;
import org.cityeval.series.Quantity;
import org.cityeval.source.Expressions;
import org.cityeval.source.Provenance;

/**
 * The columns by which events are read, in a fixed order: file, fault of the row, district, date,
 * day of publication, then of each measure the reason and the value. Nothing else is scanned, and
 * no number becomes a text on the way.
 */
final class EventColumns {
  static final int FILE = 0;

  /** Code of the {@link Reason} that concerns the whole row. */
  static final int FAULT = 1;

  static final int DISTRICT = 2;
  static final int DATE = 3;
  static final int AS_OF = 4;

  static final String FAULT_NAME = "_event_fault";
  private static final int FIRST_MEASURE = 5;

  private final List<Column> columns = new ArrayList<>();
  private final EventPlan plan;

  /**
   * @param located rows of the lake, as {@link EventDistricts} leaves them
   */
  EventColumns(String sourceId, SourceConfig source, Dataset<Row> located) {
    Mapping mapping = source.mapping();
    Column date = Expressions.column(located.sparkSession(), mapping.date());
    EventPlan.DateType dateType = dateType(type(located, date));
    boolean isLong = type(located, col(EventDistricts.DISTRICT)) == DataTypes.LongType;
    columns.add(col(Provenance.FILE).as("_event_file"));
    columns.add(fault(located.sparkSession(), mapping).as(FAULT_NAME));
    columns.add(col(EventDistricts.DISTRICT).as("_event_district"));
    columns.add(
        (dateType == EventPlan.DateType.TEXT ? trim(date.cast(DataTypes.StringType)) : date)
            .as("_event_date"));
    columns.add(asOf(located.sparkSession(), mapping).as("_event_as_of"));
    MeasureColumns measures = new MeasureColumns(located, mapping.missing());
    List<Feed> feeds = new ArrayList<>();
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      String name = measure.getKey().column();
      Feed feed = measures.feed(name, measure.getValue());
      feeds.add(feed);
      columns.add(measures.reason(feed, measure.getValue()).as("_event_reason_" + name));
      columns.add(measures.value(feed, measure.getValue()).as("_event_value_" + name));
    }
    this.plan =
        new EventPlan(
            sourceId,
            isLong ? EventPlan.DistrictType.LONG : EventPlan.DistrictType.TEXT,
            dateType,
            source.events().zone(),
            mapping.unknownDistrict() == Mapping.UnknownDistrict.OUT_OF_SCOPE
                ? Reason.FOREIGN_DISTRICT
                : Reason.UNKNOWN_DISTRICT,
            List.copyOf(feeds));
  }

  List<Column> columns() {
    return List.copyOf(columns);
  }

  EventPlan plan() {
    return plan;
  }

  static int reason(int measure) {
    return FIRST_MEASURE + 2 * measure;
  }

  static int value(int measure) {
    return FIRST_MEASURE + 2 * measure + 1;
  }

  /** How many columns there are for so many measures. */
  static int count(int measures) {
    return FIRST_MEASURE + 2 * measures;
  }

  static DataType type(Dataset<Row> rows, Column column) {
    return rows.select(column).schema().fields()[0].dataType();
  }

  static boolean isIntegral(DataType type) {
    return type instanceof IntegralType;
  }

  static Column code(Reason reason) {
    return lit(ReasonCodes.of(reason));
  }

  private static Column fault(SparkSession spark, Mapping mapping) {
    Column fault = when(col(Provenance.MALFORMED).isNotNull(), code(Reason.MALFORMED_ROW));
    if (mapping.where() != null) {
      fault = fault.when(not(coalesce(Expressions.column(spark, mapping.where()), lit(false))), code(Reason.FILTERED));
    }
    return fault.otherwise(col(EventDistricts.FAULT));
  }

  private static EventPlan.DateType dateType(DataType type) {
    return switch (type.simpleString()) {
      case "date" -> EventPlan.DateType.DATE;
      case "timestamp" -> EventPlan.DateType.INSTANT;
      case "timestamp_ntz" -> EventPlan.DateType.WALL_TIME;
      default -> EventPlan.DateType.TEXT;
    };
  }

  private static Column asOf(SparkSession spark, Mapping mapping) {
    return mapping
        .declaredAsOf()
        .map(day -> lit(day).cast(DataTypes.DateType))
        .or(() -> mapping.asOfExpression().map(text -> Expressions.column(spark, text).cast(DataTypes.DateType)))
        .orElseGet(() -> lit(null).cast(DataTypes.DateType));
  }
}
