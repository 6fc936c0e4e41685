package org.cityeval.compare;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.cityeval.comparison.Judged;
import org.cityeval.comparison.Panel;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.indicator.Status;
import org.cityeval.series.Fingerprint;
import org.cityeval.series.Level;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.GoalpostTable;
import org.cityeval.table.gold.IndicatorStandingTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeerGroupTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.RankSensitivityTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableSpec;

/**
 * Compares all districts, and all cities, over each period. One task holds the indicator values of
 * a level and period. That is a few dozen numbers per member, and some 100 kB of draws. Yardsticks
 * are those of the whole panel, so scores of two cities can be compared, and groups may cross
 * cities.
 */
public final class PanelComparison implements Serializable {
  /** What one pass makes; each is unfolded by {@link #rows}. */
  static final List<TableSpec> TABLES =
      List.of(
          GoalpostTable.SPEC,
          IndicatorStandingTable.SPEC,
          ScorecardTable.SPEC,
          RankIntervalTable.SPEC,
          RankSensitivityTable.SPEC);

  private static final String PEERS = "peers";

  /**
   * Where there are more, panels are shared out to more tasks, because a task holds the values of
   * all its panels until it has read the last of them. Where there are fewer, that would only make
   * more files: each task writes one for each table.
   */
  static final int FEW_DISTRICTS = 5_000;

  /** Two levels of eight periods each. */
  static final int TASKS = 16;

  private final ComparisonScope scope;

  public PanelComparison(ComparisonScope scope) {
    this.scope = scope;
  }

  /**
   * The rows of all tables, folded: {@link #rows} unfolds them.
   *
   * @param indicatorValue rows of gold.indicator_value
   * @param covariates rows as {@link Covariates} makes them, with peer_group and peers
   * @param districts how many there are
   */
  public Dataset<Row> compare(Dataset<Row> indicatorValue, Dataset<Row> covariates, int districts) {
    Dataset<Row> values =
        comparable(indicatorValue, covariates)
            .select(
                LEVEL.col(),
                PERIOD_ID.col(),
                DISTRICT_ID.col(),
                INDICATOR_ID.col(),
                CITY_ID.col(),
                IndicatorValueTable.STATUS.col(),
                IndicatorStandingTable.SCORED_VALUE.col(),
                IndicatorStandingTable.SCORED_LOW.col(),
                IndicatorStandingTable.SCORED_HIGH.col(),
                IndicatorValueTable.CI_LEVEL.col(),
                INPUT_HASH.col(),
                PeerGroupTable.PEER_GROUP.col(),
                col(PEERS),
                RankIntervalTable.NAME.col(),
                IndicatorValueTable.DEGREES_OF_FREEDOM.col());
    return (districts > FEW_DISTRICTS
            ? values.repartition(TASKS, LEVEL.col(), PERIOD_ID.col())
            : values)
        .groupBy(LEVEL.col(), PERIOD_ID.col())
        .as(
            Encoders.row(values.select(LEVEL.col(), PERIOD_ID.col()).schema()),
            Encoders.row(values.schema()))
        .flatMapSortedGroups(
            new Column[] {DISTRICT_ID.col(), INDICATOR_ID.col(), CITY_ID.col()},
            (FlatMapGroupsFunction<Row, Row, Row>) this::compare,
            Encoders.row(FoldedRows.schema(TABLES)));
  }

  /** The rows of one table. */
  public static Dataset<Row> rows(Dataset<Row> compared, TableSpec table) {
    return FoldedRows.unfolded(compared, table);
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
                  INDICATOR_ID
                      .col()
                      .equalTo(indicator.spec().id())
                      .and(LEVEL.col().equalTo(level.id())));
        }
      }
      if (indicator.spec().unit().isTotal()) {
        totals.add(indicator.spec().id());
      }
    }
    Column divisor =
        when(INDICATOR_ID.col().isin(totals.toArray()), DistrictTable.POPULATION.col())
            .otherwise(lit(1.0));
    return indicatorValue
        .where(scored)
        .join(
            broadcast(
                covariates.select(
                    DISTRICT_ID.col().as("_id"),
                    LEVEL.col().as("_level"),
                    RankIntervalTable.NAME.col(),
                    DistrictTable.POPULATION.col(),
                    PeerGroupTable.PEER_GROUP.col(),
                    col(PEERS))),
            DISTRICT_ID.col().equalTo(col("_id")).and(LEVEL.col().equalTo(col("_level"))))
        .withColumn("_divisor", divisor)
        .withColumn(
            IndicatorStandingTable.SCORED_VALUE.name(),
            IndicatorValueTable.VALUE.col().divide(col("_divisor")))
        .withColumn(
            IndicatorStandingTable.SCORED_LOW.name(),
            IndicatorValueTable.CI_LOW.col().divide(col("_divisor")))
        .withColumn(
            IndicatorStandingTable.SCORED_HIGH.name(),
            IndicatorValueTable.CI_HIGH.col().divide(col("_divisor")));
  }

  /**
   * Compares a panel.
   *
   * @param values of one level and period, by member and indicator
   */
  private Iterator<Row> compare(Row key, Iterator<Row> values) throws InterruptedException {
    Level level = Level.ofId(LEVEL.of(key));
    Map<String, Map<String, Judged.Value>> byUnit = new TreeMap<>();
    Map<String, String> cityOf = new TreeMap<>();
    Map<String, Member> members = new TreeMap<>();
    Fingerprint inputs = new Fingerprint();
    Set<String> exact = exact(level);
    while (values.hasNext()) {
      Row value = values.next();
      String unit = DISTRICT_ID.of(value);
      cityOf.put(unit, CITY_ID.of(value));
      members.computeIfAbsent(
          unit,
          id ->
              Member.of(
                  RankIntervalTable.NAME.of(value),
                  PeerGroupTable.PEER_GROUP.of(value),
                  value.getList(value.fieldIndex(PEERS))));
      byUnit
          .computeIfAbsent(unit, id -> new TreeMap<>())
          .put(INDICATOR_ID.of(value), judged(value, exact));
      // The hash of a value leaves out the residents it is divided by.
      inputs
          .add(INPUT_HASH.of(value))
          .add(
              IndicatorStandingTable.SCORED_VALUE.orNaN(value),
              IndicatorStandingTable.SCORED_LOW.orNaN(value),
              IndicatorStandingTable.SCORED_HIGH.orNaN(value));
    }
    members.forEach((unit, member) -> member.addTo(inputs.add(unit)));
    List<Judged> units =
        byUnit.entrySet().stream()
            .map(unit -> new Judged(unit.getKey(), cityOf.get(unit.getKey()), unit.getValue()))
            .toList();
    PanelRows rows =
        new PanelRows(
            scope,
            new PanelRows.Of(level, PERIOD_ID.of(key), inputs.hex()),
            new Panel(units, judged(level)),
            List.copyOf(members.values()));
    PanelRoom room = PanelRoom.take(rows.bytes());
    return new FoldedRows(TABLES, room.until(rows.rows()));
  }

  private static List<Panel.Scored> judged(Level level) {
    return Indicators.ALL.stream()
        .map(Indicator::spec)
        .filter(spec -> spec.isScored(level))
        .map(spec -> new Panel.Scored(spec.id(), spec.dimension(), spec.better(level)))
        .toList();
  }

  /** The ids of the indicators whose values are exact. */
  private static Set<String> exact(Level level) {
    return Indicators.ALL.stream()
        .map(Indicator::spec)
        .filter(spec -> spec.exact().contains(level))
        .map(IndicatorSpec::id)
        .collect(Collectors.toSet());
  }

  /** An exact value is an interval by itself: nothing is unknown of how far it may be off. */
  private static Judged.Value judged(Row value, Set<String> exactOnes) {
    Status status = Status.ofId(IndicatorValueTable.STATUS.of(value));
    boolean exact = status == Status.OK && exactOnes.contains(INDICATOR_ID.of(value));
    double scored = IndicatorStandingTable.SCORED_VALUE.orNaN(value);
    Double degrees = IndicatorValueTable.DEGREES_OF_FREEDOM.of(value);
    return new Judged.Value(
        status,
        scored,
        exact ? scored : IndicatorStandingTable.SCORED_LOW.orNaN(value),
        exact ? scored : IndicatorStandingTable.SCORED_HIGH.orNaN(value),
        IndicatorValueTable.CI_LEVEL.orNaN(value),
        degrees == null ? Double.POSITIVE_INFINITY : degrees);
  }
}
