package org.cityeval.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.ValueDomain;
import org.cityeval.config.lake.Mapping;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.CellText;
import org.cityeval.lake.Provenance;
import org.cityeval.series.Quantity;
import org.cityeval.source.Expressions;
import org.cityeval.source.MissingMarks;
import org.cityeval.source.Notation;
import org.cityeval.source.WideDistricts;

/** The values of a source's measures in its rows, one row a value. */
final class MeasureCells {
  /** What the value is of. */
  static final Column MEASURE = col("_cell_measure");

  /** The value as it is written, without blanks around it. */
  static final Column TEXT = col("_cell_text");

  /** Whether the source says that it has none. */
  static final Column MISSING = col("_cell_missing");

  /** The number that is written, or null. */
  static final Column NUMBER = col("_cell_number");

  private static final String CELL = "_cell";

  private final SourceConfig source;
  private final SparkSession spark;
  private final Map<String, MeasureConfig> measures = new LinkedHashMap<>();

  MeasureCells(SourceConfig source, SparkSession spark) {
    this.source = source;
    this.spark = spark;
    source.measures().forEach((quantity, measure) -> measures.put(quantity.column(), measure));
  }

  /**
   * Adds the columns above. A row that could not be read is one of the first measure.
   *
   * @param rows with all that the measures' expressions name
   */
  Dataset<Row> each(Dataset<Row> rows) {
    return measures.size() == 1 ? ofOne(rows) : ofSeveral(rows);
  }

  private Dataset<Row> ofOne(Dataset<Row> rows) {
    String name = measures.keySet().iterator().next();
    MeasureConfig measure = measures.get(name);
    // What the others are made of is found first, and once.
    return (headingsNameIt() ? rows.where(isUnreadable().or(isHeadedBy(name))) : rows)
        .withColumns(Map.of("_cell_measure", lit(name), "_cell_text", text(measure)))
        .withColumns(
            Map.of(
                "_cell_missing",
                missing(measure, TEXT),
                "_cell_number",
                number(rows, measure, TEXT)));
  }

  private Dataset<Row> ofSeveral(Dataset<Row> rows) {
    List<Column> cells = new ArrayList<>();
    Column headed = lit(null);
    for (Map.Entry<String, MeasureConfig> measure : measures.entrySet()) {
      Column text = text(measure.getValue());
      Column cell =
          struct(
              lit(measure.getKey()).as("_cell_measure"),
              text.as("_cell_text"),
              missing(measure.getValue(), text).as("_cell_missing"),
              number(rows, measure.getValue(), text).as("_cell_number"));
      cells.add(cell);
      headed = when(isHeadedBy(measure.getKey()), array(cell)).otherwise(headed);
    }
    return rows.withColumn(
            CELL,
            explode(
                when(isUnreadable(), array(cells.get(0)))
                    .otherwise(headingsNameIt() ? headed : array(cells.toArray(Column[]::new)))))
        .select(col("*"), col(CELL + ".*"))
        .drop(CELL);
  }

  private boolean headingsNameIt() {
    return source.mapping().shape() == Mapping.Shape.WIDE_DISTRICTS;
  }

  private static Column isUnreadable() {
    return col(Provenance.MALFORMED).isNotNull();
  }

  private static Column isHeadedBy(String measure) {
    return col(WideDistricts.MEASURE).equalTo(measure);
  }

  private Column text(MeasureConfig measure) {
    return CellText.stripped(Expressions.column(spark, measure.value()).cast(DataTypes.StringType));
  }

  private Column missing(MeasureConfig measure, Column text) {
    return MissingMarks.of(source.mapping()).isMissing(spark, measure.value(), text);
  }

  /** A number that an expression has computed is written as programs write it. */
  private Column number(Dataset<Row> rows, MeasureConfig measure, Column text) {
    Column value = Expressions.column(spark, measure.value());
    DataType type = rows.select(value).schema().fields()[0].dataType();
    Notation notation =
        type.equals(DataTypes.StringType) ? Notation.of(source.location()) : Notation.PLAIN;
    return notation.number(text);
  }

  /** Whether a count is below zero. */
  Column isNegativeCount() {
    return declared((name, measure) -> lit(isCount(measure))).and(NUMBER.lt(0));
  }

  /** Whether the number lies outside the range that the config declares. */
  Column isOutOfRange() {
    return NUMBER
        .lt(declared((name, measure) -> bound(measure, MeasureConfig.Range::low)))
        .or(NUMBER.gt(declared((name, measure) -> bound(measure, MeasureConfig.Range::high))));
  }

  /**
   * Whether the measure can have no such number.
   *
   * @param residents of the row's district
   */
  Column isOutsideDomain(Column residents) {
    return NUMBER
        .lt(domain(ValueDomain::low))
        .or(NUMBER.gt(domain(ValueDomain::high)))
        .or(domain(ValueDomain::whole).and(NUMBER.notEqual(functions.rint(NUMBER))))
        .or(domain(ValueDomain::ofResidents).and(NUMBER.gt(residents)));
  }

  /** What the measure's numbers are, in words. */
  Column domainInWords() {
    return domain(ValueDomain::words);
  }

  private static boolean isCount(MeasureConfig config) {
    return config.kind() == MeasureKind.DAILY_COUNT
        || config.kind() == MeasureKind.CUMULATIVE_COUNT;
  }

  private static Column bound(MeasureConfig measure, Function<MeasureConfig.Range, Double> end) {
    MeasureConfig.Range range = measure.range();
    return lit(range == null ? null : end.apply(range)).cast(DataTypes.DoubleType);
  }

  private Column domain(Function<ValueDomain, Object> fact) {
    return declared((name, measure) -> lit(fact.apply(domain(name, measure))));
  }

  /** The numbers that the measure can have; what a region says is one number for many districts. */
  private ValueDomain domain(String name, MeasureConfig config) {
    ValueDomain declared =
        ValueDomain.of(
            Quantity.find(name).orElseThrow(),
            config.kind(),
            config.scale(),
            config.smoothedDays());
    return Expressions.scales(spark, config.value()) ? declared.orFractions() : declared;
  }

  /** Something of a measure, by the measure of the row. */
  private interface Declared {
    Column of(String name, MeasureConfig measure);
  }

  private Column declared(Declared fact) {
    Column found = null;
    for (Map.Entry<String, MeasureConfig> measure : measures.entrySet()) {
      Column own = fact.of(measure.getKey(), measure.getValue());
      found = found == null ? own : when(MEASURE.equalTo(measure.getKey()), own).otherwise(found);
    }
    return found;
  }
}
