package org.cityeval.compare;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.Panel;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Status;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.IndicatorTables;
import org.cityeval.table.TableSpec;

/**
 * Compares all districts, and all cities, over each period. One task holds the indicator values of
 * a level and period, a few dozen numbers per member: yardsticks are those of the whole panel, so
 * that scores of two cities can be compared, and groups may cross cities.
 */
public final class PanelComparison implements Serializable {
  /** What one pass makes; each is unfolded by {@link #rows}. */
  static final List<TableSpec> TABLES =
      List.of(
          IndicatorTables.GOALPOST,
          IndicatorTables.INDICATOR_STANDING,
          ComparisonTables.SCORECARD,
          ComparisonTables.RANK_INTERVAL,
          ComparisonTables.RANK_SENSITIVITY);

  private final ComparisonScope scope;

  public PanelComparison(ComparisonScope scope) {
    this.scope = scope;
  }

  /**
   * One row per level and period, the rows of each table folded within.
   *
   * @param indicatorValue rows of gold.indicator_value
   * @param covariates rows as {@link Covariates} makes them, with peer_group and peers
   */
  public Dataset<Row> of(Dataset<Row> indicatorValue, Dataset<Row> covariates) {
    return comparable(indicatorValue, covariates)
        .groupBy("level", "period_id")
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
                            col("input_hash"),
                            col("peer_group"),
                            col("peers"),
                            col("name"),
                            col("degrees_of_freedom"))))
                .as("values"))
        .map((MapFunction<Row, Row>) this::compare, Encoders.row(folded()));
  }

  /** The rows of one table. */
  public static Dataset<Row> rows(Dataset<Row> compared, TableSpec table) {
    return compared.select(inline(col(table.name())));
  }

  private static StructType folded() {
    StructType schema = new StructType();
    for (TableSpec table : TABLES) {
      schema = schema.add(table.name(), DataTypes.createArrayType(table.structType()));
    }
    return schema;
  }

  /**
   * Values as they are scored: totals per resident, for a large district has more of everything.
   */
  private Dataset<Row> comparable(Dataset<Row> indicatorValue, Dataset<Row> covariates) {
    List<String> totals = new ArrayList<>();
    Column scored = lit(false);
    for (Indicator indicator : Indicators.ALL) {
      for (Level level : Level.values()) {
        if (indicator.spec().isScored(level)) {
          scored =
              scored.or(
                  col("indicator_id")
                      .equalTo(indicator.spec().id())
                      .and(col("level").equalTo(level.id())));
        }
      }
      if (indicator.spec().unit().isTotal()) {
        totals.add(indicator.spec().id());
      }
    }
    Column divisor =
        when(col("indicator_id").isin(totals.toArray()), col("population")).otherwise(lit(1.0));
    return indicatorValue
        .where(scored)
        .join(
            broadcast(
                covariates.select(
                    col("district_id").as("_id"),
                    col("level").as("_level"),
                    col("name"),
                    col("population"),
                    col("peer_group"),
                    col("peers"))),
            col("district_id").equalTo(col("_id")).and(col("level").equalTo(col("_level"))))
        .withColumn("_divisor", divisor)
        .withColumn("scored_value", col("value").divide(col("_divisor")))
        .withColumn("scored_low", col("ci_low").divide(col("_divisor")))
        .withColumn("scored_high", col("ci_high").divide(col("_divisor")));
  }

  private Row compare(Row group) {
    Level level = Level.ofId(group.getString(0));
    Map<String, Map<String, Judged.Value>> byUnit = new TreeMap<>();
    Map<String, String> cityOf = new TreeMap<>();
    Map<String, Member> members = new TreeMap<>();
    Fingerprint inputs = new Fingerprint();
    for (Row value : group.<Row>getList(2)) {
      String unit = value.getString(0);
      cityOf.put(unit, value.getString(2));
      members.computeIfAbsent(
          unit, id -> Member.of(value.getAs(11), value.getAs(9), value.getList(10)));
      byUnit
          .computeIfAbsent(unit, id -> new TreeMap<>())
          .put(value.getString(1), judged(value, level));
      // The hash of a value leaves out the residents it is divided by.
      inputs.add(value.getString(8)).add(number(value, 4), number(value, 5), number(value, 6));
    }
    members.forEach((unit, member) -> member.addTo(inputs.add(unit)));
    List<Judged> units =
        byUnit.entrySet().stream()
            .map(unit -> new Judged(unit.getKey(), cityOf.get(unit.getKey()), unit.getValue()))
            .toList();
    PanelRows rows =
        new PanelRows(
            scope,
            new PanelRows.Of(level, group.getString(1), inputs.hex()),
            new Panel(units, judged(level)),
            List.copyOf(members.values()));
    return RowFactory.create(rows.byTable(TABLES));
  }

  private static List<Panel.Scored> judged(Level level) {
    return Indicators.ALL.stream()
        .map(Indicator::spec)
        .filter(spec -> spec.isScored(level))
        .map(spec -> new Panel.Scored(spec.id(), spec.dimension(), spec.better(level)))
        .toList();
  }

  /** An exact value is an interval by itself: nothing is unknown of how far it may be off. */
  private static Judged.Value judged(Row value, Level level) {
    Status status = Status.ofId(value.getString(3));
    boolean exact =
        status == Status.OK
            && Indicators.find(value.getString(1))
                .filter(indicator -> indicator.spec().exact().contains(level))
                .isPresent();
    return new Judged.Value(
        status,
        number(value, 4),
        number(value, exact ? 4 : 5),
        number(value, exact ? 4 : 6),
        number(value, 7),
        value.isNullAt(12) ? Double.POSITIVE_INFINITY : value.getDouble(12));
  }

  private static double number(Row row, int column) {
    return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
  }
}
