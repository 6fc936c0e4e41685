package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.Level;

/**
 * The comparison once more with one row per district or city, for BI tools that neither pivot nor
 * read JSON. They hold nothing that the long tables lack.
 */
public final class WideTables {
  /** Peers that a row has room for. */
  public static final int PEERS = 10;

  /** Indicators with a good direction on some level. */
  public static final List<Indicator> SCORED =
      Indicators.ALL.stream()
          .filter(
              indicator ->
                  Arrays.stream(Level.values()).anyMatch(level -> indicator.spec().isScored(level)))
          .toList();

  public static final TableSpec SCORECARD = scorecard();
  public static final TableSpec RANK_INTERVAL = rankInterval();
  public static final TableSpec PEER = peer();

  private WideTables() {}

  private static TableSpec scorecard() {
    TableSpec.Builder table =
        ComparisonTables.ofUnits(
                "scorecard_wide", "Scores of one district or city over one period, in columns.")
            .key("period_id", StringType, ComparisonTables.PERIOD)
            .column("name", StringType, "Name of the district or city.");
    for (String weighting : Weighting.PUBLISHED) {
      table
          .column(weighting + "_composite", DoubleType, "Composite under " + weighting + ".")
          .column(weighting + "_composite_low", DoubleType, "Lower end of its interval.")
          .column(weighting + "_composite_high", DoubleType, "Upper end of its interval.")
          .column(
              weighting + "_status",
              StringType,
              "ok, insufficient or not_applicable; see scorecard.");
      for (Dimension dimension : Dimension.values()) {
        table.column(
            weighting + "_" + ComparisonTables.scoreColumn(dimension),
            DoubleType,
            "Score of " + dimension.title() + " under " + weighting + ".");
      }
    }
    table
        .column("composite_difference", DoubleType, "public_value less efficiency.")
        .column("composite_difference_low", DoubleType, "Lower end of its interval.")
        .column("composite_difference_high", DoubleType, "Upper end of its interval.");
    for (Indicator indicator : SCORED) {
      table.column(
          indicatorColumn(indicator),
          DoubleType,
          "Score of "
              + indicator.spec().id()
              + ", "
              + indicator.spec().title().english()
              + "."
              + scoredRows(indicator.spec()));
    }
    return table.build();
  }

  /** Of which rows an indicator has no score, where there are such. */
  private static String scoredRows(IndicatorSpec spec) {
    return Arrays.stream(Level.values())
        .filter(level -> !spec.isScored(level))
        .map(
            level ->
                " Null on rows of a "
                    + level.id()
                    + (spec.levels().contains(level) ? ", where it is context." : "."))
        .collect(Collectors.joining());
  }

  /** The column of an indicator's score. */
  public static String indicatorColumn(Indicator indicator) {
    return indicator.spec().name() + "_score";
  }

  private static TableSpec rankInterval() {
    TableSpec.Builder table =
        ComparisonTables.ofUnits(
                "rank_interval_wide",
                "Ranks of one district or city in one comparison group over one period, in"
                    + " columns.")
            .key("comparison_group", StringType, ComparisonTables.GROUP)
            .key("period_id", StringType, ComparisonTables.PERIOD)
            .column("name", StringType, "Name of the district or city.")
            .column("compared", IntegerType, "Members that could be ranked, under efficiency.");
    for (String weighting : Weighting.PUBLISHED) {
      table
          .column(weighting + "_rank", IntegerType, "Rank under " + weighting + ", 1 is best.")
          .column(weighting + "_rank_low", IntegerType, "Best rank its own interval allows.")
          .column(weighting + "_rank_high", IntegerType, "Worst rank its own interval allows.")
          .column(weighting + "_class", StringType, "Its class; see rank_interval.");
    }
    return table.build();
  }

  private static TableSpec peer() {
    TableSpec.Builder table =
        ComparisonTables.ofUnits(
                "peer_wide", "The nearest peers of one district or city, in columns.")
            .column("name", StringType, "Name of the district or city.");
    for (int peer = 1; peer <= PEERS; peer++) {
      table
          .column("peer_" + peer + "_id", StringType, "Peer " + peer + "; null for none.")
          .column("peer_" + peer + "_name", StringType, "Its name.")
          .column("peer_" + peer + "_distance", DoubleType, "Its distance; see peer.");
    }
    return table.build();
  }
}
