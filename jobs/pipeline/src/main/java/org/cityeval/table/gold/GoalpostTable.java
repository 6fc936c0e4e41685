package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;
import static org.cityeval.table.spec.TableColumn.truth;

import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** How values of one indicator became scores, for a whole level and period. */
public final class GoalpostTable {
  public static final TableColumn<Integer> MEMBERS =
      integer("members", "Districts or cities whose values set the goalposts.");

  public static final TableColumn<String> BETTER =
      text("better", "higher or lower: which way is better.");

  public static final TableColumn<Boolean> PER_RESIDENT =
      truth("per_resident", "Whether values were divided by the residents before, as totals are.");

  public static final TableColumn<Integer> WINSORISED =
      integer("winsorised", "Extreme values that were drawn in.");

  public static final TableColumn<Double> VALUE_LOW =
      number("value_low", "Values below are drawn in to this; null for none.");

  public static final TableColumn<Double> VALUE_HIGH =
      number("value_high", "Values above are drawn in to this; null for none.");

  public static final TableColumn<String> TRANSFORM =
      text(
          "transform",
          "none; or log: then the natural logarithm of value - value_low + 0.01 (value_high - value_low).");

  public static final TableColumn<String> NORMALISATION =
      text("normalisation", "min_max, z_score, rank or distance_to_target.");

  public static final TableColumn<Double> WORST =
      number(
          "worst",
          "Treated value that scores 1, or least, by rank; equal to best where nobody is told apart, see knots.");

  public static final TableColumn<Double> BEST =
      number("best", "Treated value that scores 100, or most.");

  public static final TableColumn<String> KNOTS =
      text(
          "knots",
          "Pairs of a treated value and its score, ascending, JSON: scores are linear between them and those of the end knots beyond. One knot: everything scores as that.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "goalpost",
              "How values of one indicator became scores, for a whole level and period: enough to redo any score.")
          .evaluationKey()
          .key(LEVEL)
          .key(PERIOD_ID)
          .key(INDICATOR_ID)
          .columns(
              MEMBERS,
              BETTER,
              PER_RESIDENT,
              WINSORISED,
              VALUE_LOW,
              VALUE_HIGH,
              TRANSFORM,
              NORMALISATION,
              WORST,
              BEST,
              KNOTS,
              INPUT_HASH)
          .checks(
              TableCheck.word(BETTER, "higher", "lower"),
              TableCheck.word(TRANSFORM, "none", "log"),
              TableCheck.ascending(VALUE_LOW, VALUE_HIGH),
              TableCheck.atLeast(WINSORISED, 0),
              TableCheck.ascending(WINSORISED, MEMBERS))
          .build();

  private GoalpostTable() {}
}
