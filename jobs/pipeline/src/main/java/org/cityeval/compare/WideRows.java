package org.cityeval.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.WEIGHTING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Indicator;
import org.cityeval.place.ListedDistricts;
import org.cityeval.series.Level;
import org.cityeval.table.gold.PeerTable;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.gold.WideTables;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** The long tables once more, a row per district or city. */
public final class WideRows {
  private WideRows() {}

  /**
   * Rows of gold.scorecard_wide.
   *
   * @param listed tells names
   */
  public static Dataset<Row> scorecards(Dataset<Row> scorecard, ListedDistricts listed) {
    List<Column> columns = new ArrayList<>();
    for (String weighting : Weighting.PUBLISHED) {
      for (TableColumn<?> column :
          List.of(
              ScorecardTable.COMPOSITE,
              ScorecardTable.COMPOSITE_LOW,
              ScorecardTable.COMPOSITE_HIGH,
              ScorecardTable.COMPOSITE_WIDTH,
              ScorecardTable.STATUS)) {
        columns.add(under(weighting, column));
      }
      for (Dimension dimension : Dimension.values()) {
        columns.add(under(weighting, ScorecardTable.scoreOf(dimension)));
      }
    }
    for (TableColumn<?> column :
        List.of(
            ScorecardTable.COMPOSITE_DIFFERENCE,
            ScorecardTable.COMPOSITE_DIFFERENCE_LOW,
            ScorecardTable.COMPOSITE_DIFFERENCE_HIGH,
            ScorecardTable.COMPOSITE_DIFFERENCE_WIDTH)) {
      columns.add(max(column.col()).as(column.name()));
    }
    Column scores =
        from_json(
            ScorecardTable.SCORES.col(),
            DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType));
    for (Indicator indicator : WideTables.SCORED) {
      columns.add(
          max(scores.getItem(indicator.spec().id())).as(WideTables.scoreOf(indicator).name()));
    }
    return named(pivot(scorecard, WideTables.SCORECARD, columns), listed, WideTables.SCORECARD);
  }

  /** Rows of gold.rank_interval_wide. */
  public static Dataset<Row> ranks(Dataset<Row> rankInterval) {
    List<Column> columns = new ArrayList<>();
    columns.add(max(RankIntervalTable.NAME.col()).as(RankIntervalTable.NAME.name()));
    columns.add(
        max(when(WEIGHTING.col().equalTo(Weighting.EFFICIENCY), RankIntervalTable.COMPARED.col()))
            .as(RankIntervalTable.COMPARED.name()));
    for (String weighting : Weighting.PUBLISHED) {
      for (TableColumn<?> column :
          List.of(
              RankIntervalTable.RANK,
              RankIntervalTable.RANK_LOW,
              RankIntervalTable.RANK_HIGH,
              RankIntervalTable.RANK_WIDTH,
              RankIntervalTable.CLASS)) {
        columns.add(under(weighting, column));
      }
    }
    return ordered(
        pivot(rankInterval, WideTables.RANK_INTERVAL, columns), WideTables.RANK_INTERVAL);
  }

  /**
   * Rows of gold.peer_wide.
   *
   * @param listed tells names
   */
  public static Dataset<Row> peers(Dataset<Row> peer, ListedDistricts listed) {
    List<Column> columns = new ArrayList<>();
    for (int number = 1; number <= WideTables.PEERS; number++) {
      columns.add(ofPeer(number, PeerTable.PEER_ID, "_id"));
      columns.add(ofPeer(number, PeerTable.PEER_NAME, "_name"));
      columns.add(ofPeer(number, PeerTable.DISTANCE, "_distance"));
    }
    return named(pivot(peer, WideTables.PEER, columns), listed, WideTables.PEER);
  }

  private static Column ofPeer(int number, TableColumn<?> column, String suffix) {
    return max(when(PeerTable.PEER_NO.col().equalTo(number), column.col()))
        .as("peer_" + number + suffix);
  }

  private static Column under(String weighting, TableColumn<?> column) {
    return max(when(WEIGHTING.col().equalTo(weighting), column.col()))
        .as(weighting + "_" + column.name());
  }

  private static Dataset<Row> pivot(Dataset<Row> rows, TableSpec wide, List<Column> columns) {
    return rows.groupBy(wide.key().stream().map(key -> col(key)).toArray(Column[]::new))
        .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }

  private static Dataset<Row> named(Dataset<Row> rows, ListedDistricts listed, TableSpec wide) {
    return ordered(
        rows.withColumn(
            RankIntervalTable.NAME.name(),
            when(LEVEL.col().equalTo(Level.CITY.id()), listed.nameOfCity(DISTRICT_ID.col()))
                .otherwise(listed.name(DISTRICT_ID.col()))),
        wide);
  }

  private static Dataset<Row> ordered(Dataset<Row> rows, TableSpec wide) {
    return rows.select(
        Arrays.stream(wide.columnNames()).map(column -> col(column)).toArray(Column[]::new));
  }
}
