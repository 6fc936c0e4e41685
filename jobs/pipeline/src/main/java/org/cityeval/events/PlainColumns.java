package org.cityeval.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.config.lake.Location;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.Feed;
import org.cityeval.lake.LakeSource;
import org.cityeval.series.Quantity;

/**
 * Events whose expressions are all plain columns of Parquet files: the vectorised reader's columns
 * are read as they are, and no row is ever made of them. What is blank is null, so values speak for
 * themselves. Outcomes are those of {@link EventColumns}, which takes everything else.
 */
final class PlainColumns {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|`[^`]+`");
  private static final Pattern CONSTANT = Pattern.compile("[0-9]+");

  private final Dataset<Row> lake;
  private final SourceConfig source;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private PlainColumns(Dataset<Row> lake, SourceConfig source) {
    this.lake = lake;
    this.source = source;
  }

  /**
   * The rows to scan.
   *
   * @param columns the lake's own columns that are needed, and no others
   */
  record Scan(Dataset<Row> columns, EventPlan plan) {}

  /** The scan of a source, if plain columns are all it needs. */
  static Optional<Scan> of(String sourceId, SourceConfig source, Dataset<Row> lake) {
    Mapping mapping = source.mapping();
    boolean isPlain =
        source.location().table() == null
            && source.location().format() == Location.Format.PARQUET
            && source.events().eventId() == null
            && mapping.where() == null
            && mapping.asOfExpression().isEmpty()
            && mapping.missing().stream().allMatch(String::isBlank);
    return isPlain ? new PlainColumns(lake, source).scan(sourceId) : Optional.empty();
  }

  private Optional<Scan> scan(String sourceId) {
    Mapping mapping = source.mapping();
    Optional<String> district = EventDistricts.plainKey(source).flatMap(this::own);
    Optional<String> date = own(mapping.date());
    List<Integer> values = new ArrayList<>();
    List<Feed> feeds = new ArrayList<>();
    boolean isPlain =
        district.filter(name -> isKey(type(name))).isPresent()
            && date.filter(name -> isTime(type(name))).isPresent();
    if (isPlain) {
      place(district.get());
      place(date.get());
    }
    for (Map.Entry<Quantity, MeasureConfig> measure : source.measures().entrySet()) {
      isPlain = isPlain && measure(measure.getKey(), measure.getValue(), feeds, values);
    }
    if (!isPlain) {
      return Optional.empty();
    }
    int asOf = mapping.declaredAsOf().map(day -> (int) day.toEpochDay()).orElse(CellKey.NO_DAY);
    EventPlan.Places at =
        new EventPlan.Places(
            EventPlan.NONE,
            EventPlan.NONE,
            place(district.get()),
            place(date.get()),
            EventPlan.NONE,
            List.copyOf(values));
    EventPlan plan =
        new EventPlan(
            sourceId,
            at,
            EventColumns.dateType(type(date.get())),
            source.events().zone(),
            asOf,
            EventColumns.unknown(mapping),
            List.copyOf(feeds));
    Column[] columns = places.keySet().stream().map(LakeSource::quoted).toArray(Column[]::new);
    return Optional.of(new Scan(lake.select(columns), plan));
  }

  private boolean measure(
      Quantity quantity, MeasureConfig measure, List<Feed> feeds, List<Integer> values) {
    boolean isConstant =
        measure.aggregate() == Aggregate.COUNT && CONSTANT.matcher(measure.value()).matches();
    Optional<String> column = own(measure.value());
    if ((!isConstant && column.isEmpty())
        || (column.isPresent() && !fits(measure, type(column.get())))) {
      return false;
    }
    Feed.Type type =
        switch (measure.aggregate()) {
          case COUNT -> Feed.Type.PRESENCE;
          case SUM, MEAN -> Feed.Type.NUMBER;
          case SHARE -> Feed.Type.TRUTH;
          case DISTINCT, DISTINCT_APPROXIMATE ->
              type(column.get()) instanceof StringType ? Feed.Type.TEXT : Feed.Type.LONG;
        };
    boolean isCount =
        measure.kind() == MeasureKind.DAILY_COUNT || measure.kind() == MeasureKind.CUMULATIVE_COUNT;
    feeds.add(new Feed(quantity.column(), measure.aggregate(), type, isCount, measure.range()));
    values.add(isConstant ? EventPlan.NONE : place(column.get()));
    return true;
  }

  /** Whether the type is read as it is; a range on what need not be a number is not. */
  private static boolean fits(MeasureConfig measure, DataType type) {
    return switch (measure.aggregate()) {
      case COUNT -> measure.range() == null && (isKey(type) || isNumber(type) || isTime(type));
      case SUM, MEAN -> isNumber(type);
      case SHARE -> type instanceof BooleanType;
      case DISTINCT, DISTINCT_APPROXIMATE -> measure.range() == null && isKey(type);
    };
  }

  private static boolean isKey(DataType type) {
    return EventColumns.isIntegral(type) || type instanceof StringType;
  }

  private static boolean isNumber(DataType type) {
    return EventColumns.isIntegral(type) || type instanceof DoubleType || type instanceof FloatType;
  }

  private static boolean isTime(DataType type) {
    return type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType
        || type instanceof StringType;
  }

  /** The lake's own column that an expression is, if it is one. */
  private Optional<String> own(String expression) {
    if (!NAME.matcher(expression.strip()).matches()) {
      return Optional.empty();
    }
    String name = expression.strip().replace("`", "");
    List<String> named =
        LakeSource.ownColumns(lake).stream().filter(own -> own.equalsIgnoreCase(name)).toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private DataType type(String column) {
    return lake.schema().apply(column).dataType();
  }

  private int place(String column) {
    places.putIfAbsent(column, places.size());
    return places.get(column);
  }
}
