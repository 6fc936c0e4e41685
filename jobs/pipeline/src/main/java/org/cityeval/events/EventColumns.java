package org.cityeval.events;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

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
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.Feed;
import org.cityeval.ingest.FirstReason;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.Provenance;
import org.cityeval.series.Quantity;
import org.cityeval.source.Expressions;
import org.cityeval.source.Notation;
import org.cityeval.source.SourceRows;

/**
 * Events as columns that any expressions are computed into: path, packed reasons, district, date,
 * day of publication, values. Where all expressions are plain columns, {@link PlainColumns} do with
 * less.
 */
final class EventColumns {
  static final String PATH_NAME = "_event_path";
  static final String FAULT_NAME = "_event_fault";
  private static final String REASON_NAME = "_event_reason_";

  private final List<Column> columns = new ArrayList<>();
  private final EventPlan plan;

  /**
   * @param located rows of the lake, as {@link EventDistricts} leaves them
   */
  EventColumns(String sourceId, SourceConfig source, Dataset<Row> located) {
    Mapping mapping = source.mapping();
    Column date = Expressions.column(located.sparkSession(), mapping.date());
    DataType dateType = type(located, date);
    MeasureColumns measures =
        new MeasureColumns(located, mapping.missing(), Notation.of(source.location()));
    List<Feed> feeds = new ArrayList<>();
    List<Column> reasons = new ArrayList<>();
    List<Column> values = new ArrayList<>();
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      String name = measure.getKey().column();
      Feed feed = measures.feed(name, measure.getValue());
      feeds.add(feed);
      reasons.add(measures.reason(feed, measure.getValue()).as(REASON_NAME + name));
      values.add(measures.value(feed, measure.getValue()).as("_event_value_" + name));
    }
    columns.add(col(Provenance.PATH).as(PATH_NAME));
    columns.add(fault(located.sparkSession(), mapping).as(FAULT_NAME));
    columns.addAll(reasons);
    columns.add(col(EventDistricts.DISTRICT).as("_event_district"));
    columns.add(
        (dateType(dateType) == EventPlan.DateType.TEXT ? date.cast(DataTypes.StringType) : date)
            .as("_event_date"));
    columns.add(asOf(located.sparkSession(), mapping).as("_event_as_of"));
    columns.addAll(values);
    this.plan = plan(sourceId, source, dateType(dateType), feeds);
  }

  private static EventPlan plan(
      String sourceId, SourceConfig source, EventPlan.DateType date, List<Feed> feeds) {
    int packed = PackedReasons.columns(feeds.size() + 1);
    List<Integer> values = new ArrayList<>();
    for (int m = 0; m < feeds.size(); m++) {
      values.add(packed + 4 + m);
    }
    return new EventPlan(
        sourceId,
        new EventPlan.Places(0, 1, packed + 1, packed + 2, packed + 3, List.copyOf(values)),
        date,
        source.events().zone(),
        CellKey.NO_DAY,
        unknown(source.mapping()),
        List.copyOf(feeds));
  }

  static Reason unknown(Mapping mapping) {
    return mapping.unknownDistrict() == Mapping.UnknownDistrict.OUT_OF_SCOPE
        ? Reason.FOREIGN_DISTRICT
        : Reason.UNKNOWN_DISTRICT;
  }

  /** The columns, each reason still one of its own. */
  List<Column> columns() {
    return List.copyOf(columns);
  }

  EventPlan plan() {
    return plan;
  }

  /** Packs the reasons of rows that have the columns, as the plan reads them. */
  Dataset<Row> packed(Dataset<Row> rows) {
    List<Column> reasons = new ArrayList<>(List.of(col(FAULT_NAME)));
    plan.feeds().forEach(feed -> reasons.add(col(REASON_NAME + feed.measure())));
    List<Column> all = new ArrayList<>(List.of(col(PATH_NAME)));
    all.addAll(PackedReasons.pack(reasons));
    String[] names = rows.columns();
    for (int i = 1 + reasons.size(); i < names.length; i++) {
      all.add(col(names[i]));
    }
    return rows.select(all.toArray(Column[]::new));
  }

  static DataType type(Dataset<Row> rows, Column column) {
    return rows.select(column).schema().fields()[0].dataType();
  }

  static boolean isIntegral(DataType type) {
    return type instanceof IntegralType;
  }

  private static Column fault(SparkSession spark, Mapping mapping) {
    return FirstReason.ofRow(PackedReasons::code)
        .when(Reason.FILTERED, not(SourceRows.isKept(spark, mapping.where())))
        .district(
            col(EventDistricts.FAULT).notEqual(PackedReasons.code(Reason.NONE)),
            col(EventDistricts.FAULT))
        .orNone();
  }

  static EventPlan.DateType dateType(DataType type) {
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
        .or(
            () ->
                mapping
                    .asOfExpression()
                    .map(text -> Expressions.column(spark, text).cast(DataTypes.DateType)))
        .orElseGet(() -> lit(null).cast(DataTypes.DateType));
  }
}
