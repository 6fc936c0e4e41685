package org.cityeval.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** What comparing publishes of single indicators: their yardsticks, and who stands where. */
public final class IndicatorTables {
  public static final TableSpec GOALPOST =
      TableSpec.of(
              "gold",
              "goalpost",
              "How values of one indicator became scores, for a whole level and period: enough to"
                  + " redo any score.")
          .evaluationKey()
          .key("level", StringType, ComparisonTables.LEVEL)
          .key("period_id", StringType, ComparisonTables.PERIOD)
          .key("indicator_id", StringType, "The indicator; key of dim_indicator.")
          .column("members", IntegerType, "Districts or cities whose values set the goalposts.")
          .column("better", StringType, "higher or lower: which way is better.")
          .column(
              "per_resident",
              BooleanType,
              "Whether values were divided by the residents before, as totals are.")
          .column("winsorised", IntegerType, "Extreme values that were drawn in.")
          .column("value_low", DoubleType, "Values below are drawn in to this; null for none.")
          .column("value_high", DoubleType, "Values above are drawn in to this; null for none.")
          .column(
              "transform",
              StringType,
              "none; or log: then the natural logarithm of value - value_low + 0.01 (value_high -"
                  + " value_low).")
          .column("normalisation", StringType, "min_max, z_score, rank or distance_to_target.")
          .column(
              "worst",
              DoubleType,
              "Treated value that scores 1, or least, by rank; equal to best where nobody is told"
                  + " apart, see knots.")
          .column("best", DoubleType, "Treated value that scores 100, or most.")
          .column(
              "knots",
              StringType,
              "Pairs of a treated value and its score, ascending, JSON: scores are linear between"
                  + " them and those of the end knots beyond. One knot: everything scores as that.")
          .column("input_hash", StringType, ComparisonTables.INPUT_HASH)
          .build();

  public static final TableSpec INDICATOR_STANDING =
      TableSpec.of(
              "gold",
              "indicator_standing",
              "Where one district or city lies by one scored indicator: a district among those of"
                  + " its city, a city among the cities. No row without a value or a follow-up.")
          .evaluationKey()
          .key("city_id", StringType, ComparisonTables.CITY)
          .key("comparison_group", StringType, "Among whom: the city_id, or cities.")
          .key("district_id", StringType, ComparisonTables.DISTRICT)
          .key("level", StringType, ComparisonTables.LEVEL)
          .key("period_id", StringType, ComparisonTables.PERIOD)
          .key("indicator_id", StringType, "The indicator; key of dim_indicator.")
          .column(
              "scored_value",
              DoubleType,
              "The value as it is compared: a total (per_resident of dim_indicator) divided by the"
                  + " residents; null where it is censored.")
          .column(
              "scored_low",
              DoubleType,
              "Lower end of its interval, divided likewise; of a censored value the follow-up.")
          .column("scored_high", DoubleType, "Upper end of its interval, divided likewise.")
          .column(
              "group_median",
              DoubleType,
              "Median of the group's values as they are compared, those that are censored beyond"
                  + " all others; null where it lies among these.")
          .column(
              "group_median_low",
              DoubleType,
              "What the median exceeds where it lies among the censored; null otherwise.")
          .column(
              "class",
              StringType,
              "clearly_better, not_distinguishable or clearly_worse than the median of the group,"
                  + " by the rule of rank_interval; null of a value whose error is not known.")
          .column("compared", IntegerType, "Members of the group with a value or a follow-up.")
          .column("censored", IntegerType, "Those of them whose value is censored.")
          .column("input_hash", StringType, ComparisonTables.INPUT_HASH)
          .build();

  private IndicatorTables() {}
}
