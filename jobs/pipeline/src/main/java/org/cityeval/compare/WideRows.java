package org.cityeval.compare;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

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
import org.cityeval.table.ComparisonTables;
import org.cityeval.table.TableSpec;
import org.cityeval.table.WideTables;

/** The long tables once more, a row per district or city. */
public final class WideRows {
  private WideRows() {}

  /**
   * Rows of gold.scorecard_wide.
   *
   * @param names district_id, level and name of everyone
   */
  public static Dataset<Row> scorecards(Dataset<Row> scorecard, Dataset<Row> names) {
    List<Column> columns = new ArrayList<>();
    for (String weighting : Weighting.PUBLISHED) {
      for (String column : List.of("composite", "composite_low", "composite_high", "status")) {
        columns.add(under(weighting, column));
      }
      for (Dimension dimension : Dimension.values()) {
        columns.add(under(weighting, ComparisonTables.scoreColumn(dimension)));
      }
    }
    for (String column :
        List.of("composite_difference", "composite_difference_low", "composite_difference_high")) {
      columns.add(max(col(column)).as(column));
    }
    Column scores =
        from_json(
            col("scores"), DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType));
    for (Indicator indicator : WideTables.SCORED) {
      columns.add(
          max(scores.getItem(indicator.spec().id())).as(WideTables.indicatorColumn(indicator)));
    }
    return named(pivot(scorecard, WideTables.SCORECARD, columns), names, WideTables.SCORECARD);
  }

  /** Rows of gold.rank_interval_wide. */
  public static Dataset<Row> ranks(Dataset<Row> rankInterval) {
    List<Column> columns = new ArrayList<>();
    columns.add(max(col("name")).as("name"));
    columns.add(
        max(when(col("weighting").equalTo(Weighting.EFFICIENCY), col("compared"))).as("compared"));
    for (String weighting : Weighting.PUBLISHED) {
      for (String column : List.of("rank", "rank_low", "rank_high", "class")) {
        columns.add(under(weighting, column));
      }
    }
    return ordered(
        pivot(rankInterval, WideTables.RANK_INTERVAL, columns), WideTables.RANK_INTERVAL);
  }

  /**
   * Rows of gold.peer_wide.
   *
   * @param names district_id, level and name of everyone
   */
  public static Dataset<Row> peers(Dataset<Row> peer, Dataset<Row> names) {
    List<Column> columns = new ArrayList<>();
    for (int number = 1; number <= WideTables.PEERS; number++) {
      for (String column : List.of("id", "name", "distance")) {
        String of = column.equals("distance") ? column : "peer_" + column;
        columns.add(
            max(when(col("peer_no").equalTo(number), col(of))).as("peer_" + number + "_" + column));
      }
    }
    return named(pivot(peer, WideTables.PEER, columns), names, WideTables.PEER);
  }

  private static Column under(String weighting, String column) {
    return max(when(col("weighting").equalTo(weighting), col(column))).as(weighting + "_" + column);
  }

  private static Dataset<Row> pivot(Dataset<Row> rows, TableSpec wide, List<Column> columns) {
    return rows.groupBy(wide.key().stream().map(key -> col(key)).toArray(Column[]::new))
        .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }

  private static Dataset<Row> named(Dataset<Row> rows, Dataset<Row> names, TableSpec wide) {
    Dataset<Row> of =
        names.select(col("district_id").as("_id"), col("level").as("_level"), col("name"));
    return ordered(
        rows.join(
            broadcast(of),
            col("district_id").equalTo(col("_id")).and(col("level").equalTo(col("_level")))),
        wide);
  }

  private static Dataset<Row> ordered(Dataset<Row> rows, TableSpec wide) {
    return rows.select(
        Arrays.stream(wide.columnNames()).map(column -> col(column)).toArray(Column[]::new));
  }
}
