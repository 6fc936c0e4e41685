package org.cityeval.compare;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.comparison.Goalposts;
import org.cityeval.comparison.Judged;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Status;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;
import org.cityeval.table.GoldTables;

/**
 * Compares the members of every group and period: districts within their city, cities with each
 * other. Goalposts are those of the whole panel, so that scores of two cities can be compared.
 */
public final class GroupComparison implements Serializable {
  /** Set on rows of gold.scorecard, null on rows of gold.rank_interval. */
  public static final String IS_SCORE = "_is_score";

  private final ComparisonScope scope;

  public GroupComparison(ComparisonScope scope) {
    this.scope = scope;
  }

  /**
   * Rows of gold.scorecard and gold.rank_interval in one frame, told apart by {@link #IS_SCORE}.
   *
   * @param indicatorValue rows of gold.indicator_value
   * @param residents _id, _level and population of every district and city
   */
  public Dataset<Row> of(Dataset<Row> indicatorValue, Dataset<Row> residents) {
    Dataset<Row> marked =
        comparable(indicatorValue, residents.withColumnRenamed("_level", "_level_of"));
    Dataset<Row> goalposts =
        marked
            .groupBy(
                col("level").as("_level"),
                col("period_id").as("_period"),
                col("indicator_id").as("_indicator"))
            .agg(min("mark").as("smallest"), max("mark").as("largest"));
    Column group =
        when(col("level").equalTo(Level.CITY.id()), lit(ComparisonScope.CITIES))
            .otherwise(col("city_id"));
    return marked
        .join(
            goalposts,
            col("level")
                .equalTo(col("_level"))
                .and(col("period_id").equalTo(col("_period")))
                .and(col("indicator_id").equalTo(col("_indicator"))))
        .groupBy(group.as("comparison_group"), col("level"), col("period_id"))
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            col("district_id"),
                            col("indicator_id"),
                            col("city_id"),
                            col("status"),
                            col("scored_value"),
                            col("scored_low"),
                            col("scored_high"),
                            col("ci_level"),
                            col("smallest"),
                            col("largest"),
                            col("input_hash"))))
                .as("values"))
        .flatMap((FlatMapFunction<Row, Row>) this::compare, Encoders.row(schema()));
  }

  static StructType schema() {
    StructType schema = new StructType().add(IS_SCORE, DataTypes.BooleanType);
    List<String> seen = new ArrayList<>();
    for (StructType table :
        List.of(GoldTables.SCORECARD.structType(), GoldTables.RANK_INTERVAL.structType())) {
      for (var field : table.fields()) {
        if (!seen.contains(field.name())) {
          schema = schema.add(field.name(), field.dataType());
          seen.add(field.name());
        }
      }
    }
    return schema;
  }

  /**
   * Values as they are scored: totals per resident, for a large district has more of everything.
   */
  private Dataset<Row> comparable(Dataset<Row> indicatorValue, Dataset<Row> residents) {
    List<String> totals = new ArrayList<>();
    Column scored = lit(false);
    for (Indicator indicator : Indicators.ALL) {
      for (Level level : indicator.spec().levels()) {
        if (indicator.spec().better(level) != Direction.CONTEXT) {
          scored =
              scored.or(
                  col("indicator_id")
                      .equalTo(indicator.spec().id())
                      .and(col("level").equalTo(level.id())));
        }
      }
      if (indicator.spec().unit() == Unit.PERSON_DAYS) {
        totals.add(indicator.spec().id());
      }
    }
    Column divisor =
        when(col("indicator_id").isin(totals.toArray()), col("population")).otherwise(lit(1.0));
    return indicatorValue
        .where(scored)
        .join(
            broadcast(residents),
            col("district_id").equalTo(col("_id")).and(col("level").equalTo(col("_level_of"))))
        .withColumn("_divisor", divisor)
        .withColumn("scored_value", col("value").divide(col("_divisor")))
        .withColumn("scored_low", col("ci_low").divide(col("_divisor")))
        .withColumn("scored_high", col("ci_high").divide(col("_divisor")))
        .withColumn(
            "mark",
            when(col("status").equalTo(Status.OK.id()), col("scored_value"))
                .when(col("status").equalTo(Status.CENSORED.id()), col("scored_low")));
  }

  private Iterator<Row> compare(Row group) {
    Level level = Level.valueOf(group.getString(1).toUpperCase(Locale.ROOT));
    List<Row> values = group.getList(3);
    Map<String, Map<String, Judged.Value>> byUnit = new TreeMap<>();
    Map<String, String> cityOf = new TreeMap<>();
    Map<String, Goalposts> goalposts = new TreeMap<>();
    Fingerprint inputs = new Fingerprint();
    for (Row value : values) {
      String unit = value.getString(0);
      String indicator = value.getString(1);
      cityOf.put(unit, value.getString(2));
      byUnit.computeIfAbsent(unit, id -> new TreeMap<>()).put(indicator, judged(value));
      inputs.add(value.getString(10)).add(number(value, 8), number(value, 9));
      if (!value.isNullAt(8)) {
        goalposts.put(
            indicator,
            Goalposts.of(
                Indicators.find(indicator).orElseThrow().spec().better(level),
                value.getDouble(8),
                value.getDouble(9)));
      }
    }
    List<Judged> units =
        byUnit.entrySet().stream().map(unit -> new Judged(unit.getKey(), unit.getValue())).toList();
    GroupRows.Group of =
        new GroupRows.Group(group.getString(0), level, group.getString(2), cityOf, inputs.hex());
    return new GroupRows(scope, of, goalposts).of(units).iterator();
  }

  private static Judged.Value judged(Row value) {
    return new Judged.Value(
        Status.valueOf(value.getString(3).toUpperCase(Locale.ROOT)),
        number(value, 4),
        number(value, 5),
        number(value, 6),
        number(value, 7));
  }

  private static double number(Row row, int column) {
    return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
  }
}
