package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.Keys.INPUT_HASH;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.TableColumn.count;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.util.Arrays;
import org.cityeval.indicator.Status;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One indicator of one district or city over one period. */
public final class IndicatorValueTable {
  public static final TableColumn<Double> VALUE =
      number("value", "The value; null unless status is ok.");

  public static final TableColumn<Double> CI_LOW =
      number(
          "ci_low",
          "Lower end of the interval; on a censored row the follow-up, which the value exceeds.");

  public static final TableColumn<Double> CI_HIGH =
      number("ci_high", "Upper end of the interval; null where it is open.");

  public static final TableColumn<Double> CI_WIDTH =
      number(
          "ci_width", "ci_high less ci_low, in the unit of the value; null where an end is open.");

  public static final TableColumn<Double> CI_LEVEL =
      number("ci_level", "Nominal coverage of the interval, 0 to 1.");

  public static final TableColumn<String> CI_METHOD =
      text("ci_method", "How the interval was found.");

  public static final TableColumn<Double> DEGREES_OF_FREEDOM =
      number(
          "degrees_of_freedom",
          "Degrees of freedom of the Student t whose quantiles the ends are; null for an interval that is normal, exact or made of percentiles.");

  public static final TableColumn<String> STATUS =
      text("status", "ok, insufficient, censored, not_applicable, missing_input or suppressed.");

  public static final TableColumn<String> REASON =
      text("reason", "Why there is no value; null where there is one.");

  public static final TableColumn<Long> N =
      count("n", "Days or cases behind the value; null where it is suppressed.");

  public static final TableColumn<Double> COVERAGE =
      number("coverage", "Share of the period's days with every input observed, 0 to 1.");

  public static final TableColumn<String> PARTS =
      text(
          "parts",
          "Numbers the value was made from, JSON. covered_population_share: of a city, the mean share of its residents that its days speak for, where it is below 1.");

  public static final TableColumn<String> PARAMETERS =
      text("parameters", "Parameters in force, JSON.");

  public static final TableColumn<Integer> METHOD_VERSION =
      integer("method_version", "Raised when a change of method changes values.");

  public static final TableColumn<Long> SEED =
      count("seed", "Seed of the random draws behind the interval.");

  public static final TableColumn<String> DATA_HASH =
      text(
          "data_hash",
          "Hash of the days or requests behind the row alone, without parameters and method.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "indicator_value",
              "One indicator of one district or city over one period: a value, or the status that says why there is none.")
          .evaluationKey()
          .key(CITY_ID)
          .key(DISTRICT_ID)
          .key(LEVEL)
          .key(PERIOD_ID)
          .key(INDICATOR_ID.meaning("The indicator; key of dim_indicator, which gives the unit."))
          .columns(
              VALUE,
              CI_LOW,
              CI_HIGH,
              CI_WIDTH,
              CI_LEVEL,
              CI_METHOD,
              DEGREES_OF_FREEDOM,
              STATUS,
              REASON,
              N,
              COVERAGE,
              PARTS,
              PARAMETERS,
              METHOD_VERSION,
              SEED,
              DATA_HASH,
              INPUT_HASH)
          .checks(
              TableCheck.word(
                  STATUS, Arrays.stream(Status.values()).map(Status::id).toArray(String[]::new)),
              TableCheck.ascending(CI_LOW, VALUE, CI_HIGH),
              TableCheck.width(CI_LOW, CI_HIGH, CI_WIDTH),
              TableCheck.within(CI_LEVEL, 0, 1),
              TableCheck.within(COVERAGE, 0, 1),
              TableCheck.atLeast(N, 0))
          .check("value_where_ok", "(status = 'ok') = (value IS NOT NULL)")
          .check("reason_where_not_ok", "(status = 'ok') = (reason IS NULL)")
          .build();

  private IndicatorValueTable() {}
}
