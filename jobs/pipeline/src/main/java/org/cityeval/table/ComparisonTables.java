package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.cityeval.indicator.Dimension;

/** What comparing publishes: scores, ranks, and who is like whom. */
public final class ComparisonTables {
  static final String CITY = "The city; key of dim_city.";
  static final String DISTRICT = "The district; key of dim_district. On city rows the city_id.";
  static final String LEVEL = "district or city: what the row is about.";
  static final String PERIOD = "The period; key of dim_period.";
  static final String GROUP =
      "Among whom: the city_id (districts of one city), all (all districts), cities, peers (the"
          + " member and its nearest neighbours), similar (its peer_group), or a group that the"
          + " config names.";
  private static final String WEIGHTING =
      "Which judgement weighs the indicators: efficiency or public_value.";
  static final String INPUT_HASH = "Hash of what the row depends on; equal hash, equal row.";

  public static final TableSpec SCORECARD = scorecard();

  public static final TableSpec RANK_INTERVAL =
      ofRanks(
              "rank_interval",
              "Rank of one district or city in its comparison group, 1 is best, and the ranks the data"
                  + " cannot tell apart.")
          .column("name", StringType, "Name of the district or city.")
          .column(
              "rank", IntegerType, "Rank of the composite, 1 is best; ties share the better rank.")
          .column("rank_low", IntegerType, "Best rank its own interval allows.")
          .column("rank_high", IntegerType, "Worst rank its own interval allows.")
          .column(
              "rank_low_simultaneous",
              IntegerType,
              "Best rank when all intervals shall hold at once.")
          .column(
              "rank_high_simultaneous",
              IntegerType,
              "Worst rank when all intervals shall hold at once.")
          .column(
              "rank_low_choices",
              IntegerType,
              "Best rank over other outlier treatments, normalisations, weights and aggregations;"
                  + " null where they were not tried.")
          .column("rank_high_choices", IntegerType, "Worst rank over them.")
          .column(
              "class",
              StringType,
              "clearly_better, not_distinguishable or clearly_worse than the median of the group, at"
                  + " most one in twenty of them false at a ci_level of 0.95;"
                  + " not_ranked where more than half of the weight is missing; not_applicable where"
                  + " the weighting judges nothing, see scorecard.")
          .column("compared", IntegerType, "Members of the group that could be ranked.")
          .column("ci_level", DoubleType, "Nominal coverage, 0 to 1.")
          .column("ci_method", StringType, "How the interval was found.")
          .column("input_hash", StringType, INPUT_HASH)
          .build();

  public static final TableSpec RANK_SENSITIVITY =
      ofRanks(
              "rank_sensitivity",
              "How much of the variance of a rank goes with one choice, or with the uncertainty of"
                  + " the measurement.")
          .key(
              "factor", StringType, "measurement, outliers, normalisation, weights or aggregation.")
          .column(
              "first_order",
              DoubleType,
              "Share of the variance that the factor explains by itself (Sobol index), 0 to 1.")
          .column(
              "total",
              DoubleType,
              "Share that goes with the factor alone or with others (total Sobol index), 0 to 1.")
          .column("draws", IntegerType, "Draws of the values that met every choice.")
          .column("input_hash", StringType, INPUT_HASH)
          .build();

  public static final TableSpec PEER =
      ofUnits(
              "peer",
              "One of the districts or cities most like another in what its government did not"
                  + " choose.")
          .key("peer_no", IntegerType, "1 is the nearest.")
          .column("peer_id", StringType, "The peer; key of dim_district, or of dim_city.")
          .column("peer_name", StringType, "Name of the peer.")
          .column("peer_city_id", StringType, "City of the peer.")
          .column(
              "distance",
              DoubleType,
              "Euclidean distance over the standardised variables, in standard deviations.")
          .column(
              "contributions",
              StringType,
              "Variable to its share of the squared distance, JSON; they add up to 1.")
          .column("input_hash", StringType, INPUT_HASH)
          .build();

  public static final TableSpec PEER_GROUP =
      ofUnits(
              "peer_group",
              "Where one district or city lies among all by the variables that peers are found by.")
          .column("name", StringType, "Name of the district or city.")
          .column("values", StringType, "Variable to its value, JSON.")
          .column("standardised", StringType, "Variable to its z-score, JSON.")
          .column(
              "peer_group",
              IntegerType,
              "Its group by k-means, 1 is the largest; null where no groups were asked for, a variable"
                  + " is missing, or fewer districts than groups have all of them.")
          .column("pc1", DoubleType, "Place on the first principal component.")
          .column(
              "pc2",
              DoubleType,
              "Place on the second principal component; 0 with one variable, that has none.")
          .column("pc1_share", DoubleType, "Share of the variance that the first explains.")
          .column("pc2_share", DoubleType, "Share of the variance that the second explains.")
          .column("input_hash", StringType, INPUT_HASH)
          .build();

  private ComparisonTables() {}

  private static TableSpec scorecard() {
    TableSpec.Builder table =
        ofUnits(
                "scorecard",
                "One district or city over one period under one weighting: scores from 1 (worst of"
                    + " the panel) to 100 (best).")
            .key("period_id", StringType, PERIOD)
            .key("weighting", StringType, WEIGHTING);
    for (Dimension dimension : Dimension.values()) {
      table.column(
          scoreColumn(dimension),
          DoubleType,
          "Score of the dimension "
              + dimension.title()
              + " ("
              + dimension.titleZh()
              + "), 1 to 100; null where it has no weight.");
    }
    return table
        .column(
            "composite",
            DoubleType,
            "Weighted mean of the indicator scores, 1 to 100; the middle of what is possible for"
                + " values that are not known.")
        .column("composite_low", DoubleType, "Lower end of the composite's interval.")
        .column("composite_high", DoubleType, "Upper end of the composite's interval.")
        .column(
            "composite_lowest",
            DoubleType,
            "The composite were every value that is not known the worst it can be.")
        .column(
            "composite_highest",
            DoubleType,
            "The composite were every value that is not known the best it can be.")
        .column(
            "composite_difference",
            DoubleType,
            "Composite under public_value less composite under efficiency.")
        .column("composite_difference_low", DoubleType, "Lower end of the difference's interval.")
        .column("composite_difference_high", DoubleType, "Upper end of the difference's interval.")
        .column("ci_level", DoubleType, "Nominal coverage of the intervals, 0 to 1.")
        .column(
            "measured_weight",
            DoubleType,
            "Share of the weight that rests on measured values, those with status ok.")
        .column(
            "censored_weight",
            DoubleType,
            "Share of the weight that rests on durations of which only the follow-up is known; one"
                + " censored at once (follow-up 0) counts as missing.")
        .column(
            "missing_weight",
            DoubleType,
            "Share of the weight of which nothing is known. The three shares add up to 1.")
        .column(
            "status",
            StringType,
            "ok; insufficient: more than half of the weight is missing, so there is no rank; or"
                + " not_applicable: the weighting judges nothing in this period, so there is no"
                + " composite either.")
        .column("reason", StringType, "Why it is insufficient or not_applicable; null for ok.")
        .column("scores", StringType, "Indicator to its score, JSON.")
        .column("weights", StringType, "Indicator to its weight in the composite, JSON.")
        .column(
            "contributions",
            StringType,
            "Indicator to its part of the composite, JSON; they add up to it, for a geometric mean"
                + " to its natural logarithm.")
        .column("normalisation", StringType, "How values became scores; see goalpost.")
        .column("outliers", StringType, "none, or winsorise: what was done to extreme values.")
        .column(
            "weight_method",
            StringType,
            "given, equal, principal_components or benefit_of_the_doubt.")
        .column("aggregation", StringType, "arithmetic or geometric.")
        .column("seed", LongType, "Seed of the draws.")
        .column("input_hash", StringType, INPUT_HASH)
        .build();
  }

  /** A table of gold with a row, or several, for each district or city of an evaluation. */
  static TableSpec.Builder ofUnits(String name, String grain) {
    return TableSpec.of("gold", name, grain)
        .evaluationKey()
        .key("city_id", StringType, CITY)
        .key("district_id", StringType, DISTRICT)
        .key("level", StringType, LEVEL);
  }

  private static TableSpec.Builder ofRanks(String name, String grain) {
    return TableSpec.of("gold", name, grain)
        .evaluationKey()
        .key("city_id", StringType, CITY)
        .key("comparison_group", StringType, GROUP)
        .key("district_id", StringType, DISTRICT)
        .key("level", StringType, LEVEL)
        .key("period_id", StringType, PERIOD)
        .key("weighting", StringType, WEIGHTING);
  }

  /** The column of a dimension's score; effectiveness is named as people name it. */
  public static String scoreColumn(Dimension dimension) {
    return dimension.id() + "_score";
  }
}
