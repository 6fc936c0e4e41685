package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;
import static org.cityeval.table.spec.TableColumn.count;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.util.Arrays;
import java.util.List;
import org.cityeval.indicator.Dimension;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One district or city over one period under one weighting. */
public final class ScorecardTable {
  public static final TableColumn<Double> COMPOSITE =
      number(
          "composite",
          "Weighted mean of the indicator scores, 1 to 100. An unknown value counts with the middle"
              + " of what is possible.");

  public static final TableColumn<Double> COMPOSITE_LOW =
      number("composite_low", "Lower end of the composite's interval.");

  public static final TableColumn<Double> COMPOSITE_HIGH =
      number("composite_high", "Upper end of the composite's interval.");

  public static final TableColumn<Double> COMPOSITE_WIDTH =
      number("composite_width", "composite_high less composite_low.");

  public static final TableColumn<Double> COMPOSITE_LOWEST =
      number("composite_lowest", "The composite if every unknown value were the worst it can be.");

  public static final TableColumn<Double> COMPOSITE_HIGHEST =
      number("composite_highest", "The composite if every unknown value were the best it can be.");

  public static final TableColumn<Double> COMPOSITE_DIFFERENCE =
      number(
          "composite_difference", "Composite under public_value less composite under efficiency.");

  public static final TableColumn<Double> COMPOSITE_DIFFERENCE_LOW =
      number("composite_difference_low", "Lower end of the difference's interval.");

  public static final TableColumn<Double> COMPOSITE_DIFFERENCE_HIGH =
      number("composite_difference_high", "Upper end of the difference's interval.");

  public static final TableColumn<Double> COMPOSITE_DIFFERENCE_WIDTH =
      number(
          "composite_difference_width", "composite_difference_high less composite_difference_low.");

  public static final TableColumn<Double> CI_LEVEL =
      number("ci_level", "Nominal coverage of the intervals, 0 to 1.");

  public static final TableColumn<Double> MEASURED_WEIGHT =
      number(
          "measured_weight",
          "Share of the weight that rests on measured values, those with status ok.");

  public static final TableColumn<Double> CENSORED_WEIGHT =
      number(
          "censored_weight",
          "Share of the weight that rests on durations of which only the follow-up is known. One"
              + " censored at once (follow-up 0) counts as missing.");

  public static final TableColumn<Double> MISSING_WEIGHT =
      number(
          "missing_weight",
          "Share of the weight of which nothing is known. The three shares add up to 1.");

  public static final TableColumn<String> STATUS =
      text(
          "status",
          "ok. insufficient: more than half of the weight is missing, so there is no rank."
              + " not_applicable: the weighting judges nothing in this period, so there is no"
              + " composite either.");

  public static final TableColumn<String> REASON =
      text("reason", "Why it is insufficient or not_applicable; null for ok.");

  public static final TableColumn<String> SCORES = text("scores", "Indicator to its score, JSON.");

  public static final TableColumn<String> WEIGHTS =
      text("weights", "Indicator to its weight in the composite, JSON.");

  public static final TableColumn<String> CONTRIBUTIONS =
      text(
          "contributions",
          "Indicator to its part of the composite, JSON; they add up to it, for a geometric mean to"
              + " its natural logarithm.");

  public static final TableColumn<String> NORMALISATION =
      text("normalisation", "How values became scores; see goalpost.");

  public static final TableColumn<String> OUTLIERS =
      text("outliers", "none, or winsorise: what was done to extreme values.");

  public static final TableColumn<String> WEIGHT_METHOD =
      text("weight_method", "given, equal, principal_components or benefit_of_the_doubt.");

  public static final TableColumn<String> AGGREGATION =
      text("aggregation", "arithmetic or geometric.");

  public static final TableColumn<Long> SEED = count("seed", "Seed of the draws.");

  private static final List<TableColumn<Double>> SCORES_OF_DIMENSIONS =
      Arrays.stream(Dimension.values()).map(ScorecardTable::scoreOf).toList();

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "scorecard",
              "One district or city over one period under one weighting: scores from 1 (worst of"
                  + " the panel) to 100 (best).")
          .evaluationKey()
          .key(CITY_ID)
          .key(DISTRICT_ID)
          .key(LEVEL)
          .key(PERIOD_ID)
          .key(WEIGHTING)
          .columns(SCORES_OF_DIMENSIONS)
          .columns(
              COMPOSITE,
              COMPOSITE_LOW,
              COMPOSITE_HIGH,
              COMPOSITE_WIDTH,
              COMPOSITE_LOWEST,
              COMPOSITE_HIGHEST,
              COMPOSITE_DIFFERENCE,
              COMPOSITE_DIFFERENCE_LOW,
              COMPOSITE_DIFFERENCE_HIGH,
              COMPOSITE_DIFFERENCE_WIDTH,
              CI_LEVEL,
              MEASURED_WEIGHT,
              CENSORED_WEIGHT,
              MISSING_WEIGHT,
              STATUS,
              REASON,
              SCORES,
              WEIGHTS,
              CONTRIBUTIONS,
              NORMALISATION,
              OUTLIERS,
              WEIGHT_METHOD,
              AGGREGATION,
              SEED,
              INPUT_HASH)
          .checks(
              TableCheck.word(STATUS, "ok", "insufficient", "not_applicable"),
              TableCheck.ascending(COMPOSITE_LOW, COMPOSITE, COMPOSITE_HIGH),
              TableCheck.width(COMPOSITE_LOW, COMPOSITE_HIGH, COMPOSITE_WIDTH),
              TableCheck.width(
                  COMPOSITE_DIFFERENCE_LOW, COMPOSITE_DIFFERENCE_HIGH, COMPOSITE_DIFFERENCE_WIDTH),
              TableCheck.nearly(COMPOSITE, 1, 100),
              TableCheck.ascending(
                  COMPOSITE_DIFFERENCE_LOW, COMPOSITE_DIFFERENCE, COMPOSITE_DIFFERENCE_HIGH),
              TableCheck.within(CI_LEVEL, 0, 1),
              TableCheck.nearly(MEASURED_WEIGHT, 0, 1),
              TableCheck.nearly(CENSORED_WEIGHT, 0, 1),
              TableCheck.nearly(MISSING_WEIGHT, 0, 1))
          .check(
              "weights_are_a_whole",
              "abs(measured_weight + censored_weight + missing_weight - 1) <= 1e-9")
          .check("reason_where_not_ok", "(status = 'ok') = (reason IS NULL)")
          .build();

  private ScorecardTable() {}

  /** The column of a dimension's score; effectiveness is named as people name it. */
  public static TableColumn<Double> scoreOf(Dimension dimension) {
    return number(
        dimension.id() + "_score",
        "Score of the dimension "
            + dimension.title()
            + " ("
            + dimension.titleZh()
            + "), 1 to 100; null where it has no weight.");
  }
}
