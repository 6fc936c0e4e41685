package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/**
 * One day on which a quantity of a city does not agree with that of its districts. Days that agree
 * are not listed, nor those on which the city or all of its districts have no value.
 */
public final class CoherenceTable {
  public static final TableColumn<String> QUANTITY =
      text(
          "quantity",
          "new_cases, mobility_change, enterprise_change or rt_mean: the column of district_day.");

  public static final TableColumn<String> FINDING =
      text(
          "finding",
          "differs: not the sum (cases), or not the mean by residents (each measure of a change),"
              + " of the districts observed. below_districts or above_districts: outside the range"
              + " of their intervals (rt_mean, where every district has one).");

  public static final TableColumn<Double> CITY_VALUE =
      number("city_value", "What district_day says of the city.");

  public static final TableColumn<Double> DISTRICTS_VALUE =
      number(
          "districts_value",
          "What its districts come to together; null for rt_mean, which does not add up.");

  public static final TableColumn<Double> DIFFERENCE =
      number("difference", "city_value less districts_value.");

  public static final TableColumn<Double> DISTRICTS_LOW =
      number("districts_low", "Lowest value of a district; of rt_mean, lowest rt_low.");

  public static final TableColumn<Double> DISTRICTS_HIGH =
      number("districts_high", "Highest value of a district; of rt_mean, highest rt_high.");

  public static final TableColumn<Integer> DISTRICTS_OBSERVED =
      integer("districts_observed", "Districts that have a value.");

  public static final TableColumn<Integer> DISTRICTS =
      integer("districts", "Districts of the city.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "coherence",
              "One day on which a quantity of a city does not agree with that of its districts."
                  + " Days that agree are not listed. Nor are days on which the city or all of its"
                  + " districts have no value. A city has a value where districts with enough"
                  + " residents have one (panel.minimum_covered_population_share).")
          .evaluationKey()
          .key(CITY_ID)
          .key(DATE.meaning("The day."))
          .key(QUANTITY)
          .columns(
              FINDING,
              CITY_VALUE,
              DISTRICTS_VALUE,
              DIFFERENCE,
              DISTRICTS_LOW,
              DISTRICTS_HIGH,
              DISTRICTS_OBSERVED,
              DISTRICTS)
          .checks(
              TableCheck.word(FINDING, "differs", "below_districts", "above_districts"),
              TableCheck.ascending(DISTRICTS_LOW, DISTRICTS_HIGH),
              TableCheck.ascending(DISTRICTS_OBSERVED, DISTRICTS))
          .build();

  private CoherenceTable() {}
}
