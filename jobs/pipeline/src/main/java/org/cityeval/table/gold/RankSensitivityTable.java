package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.Keys.WEIGHTING;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import org.cityeval.comparison.ChoiceSensitivity;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/**
 * How much of the variance of a rank goes with one choice, or with the uncertainty of the
 * measurement.
 */
public final class RankSensitivityTable {
  public static final TableColumn<String> FACTOR =
      text("factor", "measurement, outliers, normalisation, weights or aggregation.");

  public static final TableColumn<Double> FIRST_ORDER =
      number(
          "first_order",
          "Share of the variance that the factor explains by itself (Sobol index), 0 to 1.");

  public static final TableColumn<Double> TOTAL =
      number(
          "total",
          "Share that goes with the factor alone or with others (total Sobol index), 0 to 1.");

  public static final TableColumn<Integer> DRAWS =
      integer("draws", "Draws of the values that met every choice.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "rank_sensitivity",
              "How much of the variance of a rank goes with one choice, or with the uncertainty of the measurement.")
          .evaluationKey()
          .key(CITY_ID)
          .key(COMPARISON_GROUP)
          .key(DISTRICT_ID)
          .key(LEVEL)
          .key(PERIOD_ID)
          .key(WEIGHTING)
          .key(FACTOR)
          .columns(FIRST_ORDER, TOTAL, DRAWS, INPUT_HASH)
          .checks(
              TableCheck.word(FACTOR, ChoiceSensitivity.FACTORS.toArray(String[]::new)),
              TableCheck.nearly(FIRST_ORDER, 0, 1),
              TableCheck.nearly(TOTAL, 0, 1))
          .build();

  private RankSensitivityTable() {}
}
