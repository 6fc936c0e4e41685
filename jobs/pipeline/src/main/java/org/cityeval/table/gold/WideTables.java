package org.cityeval.table.gold;

import static org.cityeval.table.gold.RankIntervalTable.COMPARED;
import static org.cityeval.table.gold.RankIntervalTable.NAME;
import static org.cityeval.table.gold.ScorecardTable.COMPOSITE_DIFFERENCE;
import static org.cityeval.table.gold.ScorecardTable.COMPOSITE_DIFFERENCE_HIGH;
import static org.cityeval.table.gold.ScorecardTable.COMPOSITE_DIFFERENCE_LOW;
import static org.cityeval.table.gold.ScorecardTable.COMPOSITE_DIFFERENCE_WIDTH;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cityeval.comparison.Weighting;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.series.Level;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

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
    List<TableColumn<?>> columns = new ArrayList<>(List.of(NAME));
    for (String weighting : Weighting.PUBLISHED) {
      columns.add(number(weighting + "_composite", "Composite under " + weighting + "."));
      columns.add(number(weighting + "_composite_low", "Lower end of its interval."));
      columns.add(number(weighting + "_composite_high", "Upper end of its interval."));
      columns.add(number(weighting + "_composite_width", "The upper end less the lower."));
      columns.add(
          text(weighting + "_status", "ok, insufficient or not_applicable; see scorecard."));
      for (Dimension dimension : Dimension.values()) {
        columns.add(
            number(
                weighting + "_" + ScorecardTable.scoreOf(dimension).name(),
                "Score of " + dimension.title() + " under " + weighting + "."));
      }
    }
    columns.add(COMPOSITE_DIFFERENCE.meaning("public_value less efficiency."));
    columns.add(COMPOSITE_DIFFERENCE_LOW.meaning("Lower end of its interval."));
    columns.add(COMPOSITE_DIFFERENCE_HIGH.meaning("Upper end of its interval."));
    columns.add(COMPOSITE_DIFFERENCE_WIDTH.meaning("The upper end less the lower."));
    SCORED.forEach(indicator -> columns.add(scoreOf(indicator)));
    return ofUnits("scorecard_wide", "Scores of one district or city over one period, in columns.")
        .key(PERIOD_ID)
        .columns(columns)
        .checks(ascending("_composite_low", "_composite", "_composite_high"))
        .build();
  }

  /** Of an interval under each weighting. */
  private static TableCheck[] ascending(String low, String middle, String high) {
    return Weighting.PUBLISHED.stream()
        .map(
            weighting ->
                TableCheck.ascending(
                    number(weighting + low, low),
                    number(weighting + middle, middle),
                    number(weighting + high, high)))
        .toArray(TableCheck[]::new);
  }

  /** The column of an indicator's score. */
  public static TableColumn<Double> scoreOf(Indicator indicator) {
    IndicatorSpec spec = indicator.spec();
    return number(
        spec.name() + "_score",
        "Score of " + spec.id() + ", " + spec.title().english() + "." + scoredRows(spec));
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

  private static TableSpec rankInterval() {
    List<TableColumn<?>> columns = new ArrayList<>();
    columns.add(NAME);
    columns.add(COMPARED.meaning("Members that could be ranked, under efficiency."));
    for (String weighting : Weighting.PUBLISHED) {
      columns.add(integer(weighting + "_rank", "Rank under " + weighting + ", 1 is best."));
      columns.add(integer(weighting + "_rank_low", "Best rank its own interval allows."));
      columns.add(integer(weighting + "_rank_high", "Worst rank its own interval allows."));
      columns.add(integer(weighting + "_rank_width", "The worst less the best."));
      columns.add(text(weighting + "_class", "Its class; see rank_interval."));
    }
    return ofUnits(
            "rank_interval_wide",
            "Ranks of one district or city in one comparison group over one period, in columns.")
        .key(COMPARISON_GROUP)
        .key(PERIOD_ID)
        .columns(columns)
        .checks(ascending("_rank_low", "_rank", "_rank_high"))
        .build();
  }

  private static TableSpec peer() {
    List<TableColumn<?>> columns = new ArrayList<>(List.of(NAME));
    for (int peer = 1; peer <= PEERS; peer++) {
      columns.add(text("peer_" + peer + "_id", "Peer " + peer + "; null for none."));
      columns.add(text("peer_" + peer + "_name", "Its name."));
      columns.add(number("peer_" + peer + "_distance", "Its distance; see peer."));
    }
    return ofUnits("peer_wide", "The nearest peers of one district or city, in columns.")
        .columns(columns)
        .build();
  }

  private static TableSpec.Builder ofUnits(String name, String grain) {
    return TableSpec.of("gold", name, grain)
        .evaluationKey()
        .key(CITY_ID)
        .key(DISTRICT_ID)
        .key(LEVEL);
  }
}
