package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.COMPARISON_GROUP;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.util.Arrays;
import org.cityeval.numeric.ranking.Standing;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** Where one district or city lies by one scored indicator. */
public final class IndicatorStandingTable {
  public static final TableColumn<Double> SCORED_VALUE =
      number(
          "scored_value",
          "The value as it is compared: a total (per_resident of dim_indicator) divided by the"
              + " residents; null where it is censored.");

  public static final TableColumn<Double> SCORED_LOW =
      number(
          "scored_low",
          "Lower end of its interval, divided likewise; of a censored value the follow-up.");

  public static final TableColumn<Double> SCORED_HIGH =
      number("scored_high", "Upper end of its interval, divided likewise.");

  public static final TableColumn<Double> SCORED_WIDTH =
      number("scored_width", "scored_high less scored_low; null where an end is open.");

  public static final TableColumn<Double> GROUP_MEDIAN =
      number(
          "group_median",
          "Median of the group's values as they are compared. Censored values lie beyond all"
              + " others; null where the median lies among them.");

  public static final TableColumn<Double> GROUP_MEDIAN_LOW =
      number(
          "group_median_low",
          "What the median exceeds where it lies among the censored; null otherwise.");

  public static final TableColumn<String> CLASS =
      text(
          "class",
          "clearly_better, not_distinguishable or clearly_worse than the median of the group, by"
              + " the rule of rank_interval; null of a value whose error is not known.");

  public static final TableColumn<Integer> COMPARED =
      integer("compared", "Members of the group with a value or a follow-up.");

  public static final TableColumn<Integer> CENSORED =
      integer("censored", "Those of them whose value is censored.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "indicator_standing",
              "Where one district or city lies by one scored indicator: a district among those of"
                  + " its city, a city among the cities. No row without a value or a follow-up.")
          .evaluationKey()
          .key(CITY_ID)
          .key(COMPARISON_GROUP.meaning("Among whom: the city_id, or cities."))
          .key(DISTRICT_ID)
          .key(LEVEL)
          .key(PERIOD_ID)
          .key(INDICATOR_ID)
          .columns(
              SCORED_VALUE,
              SCORED_LOW,
              SCORED_HIGH,
              SCORED_WIDTH,
              GROUP_MEDIAN,
              GROUP_MEDIAN_LOW,
              CLASS,
              COMPARED,
              CENSORED,
              INPUT_HASH)
          .checks(
              TableCheck.word(
                  CLASS, Arrays.stream(Standing.values()).map(Standing::id).toArray(String[]::new)),
              TableCheck.ascending(SCORED_LOW, SCORED_VALUE, SCORED_HIGH),
              TableCheck.width(SCORED_LOW, SCORED_HIGH, SCORED_WIDTH),
              TableCheck.atLeast(COMPARED, 1),
              TableCheck.atLeast(CENSORED, 0),
              TableCheck.ascending(CENSORED, COMPARED))
          .build();

  private IndicatorStandingTable() {}
}
