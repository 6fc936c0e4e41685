package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.INDICATOR_ID;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.text;
import static org.cityeval.table.spec.TableColumn.truth;

import org.cityeval.series.Level;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One indicator of the catalogue, as it is defined. */
public final class IndicatorTable {
  public static final TableColumn<String> NAME = text("name", "Name in snake_case.");

  public static final TableColumn<String> TITLE = text("title", "Title.");

  public static final TableColumn<String> TITLE_ZH = text("title_zh", "Chinese title.");

  public static final TableColumn<String> DIMENSION =
      text("dimension", "Dimension of governance it belongs to.");

  public static final TableColumn<String> UNIT = text("unit", "Unit of the value.");

  public static final TableColumn<String> BETTER_DISTRICT =
      text(
          "better_district",
          "Which way is better for rows of districts: higher, lower, or context where neither is, and they are never scored; null where there are none.");

  public static final TableColumn<String> BETTER_CITY =
      text("better_city", "The same for rows of cities.");

  public static final TableColumn<Boolean> PER_RESIDENT =
      truth(
          "per_resident",
          "Whether values are divided by the residents before they are compared, as totals are.");

  public static final TableColumn<String> LEVELS =
      text("levels", "district, city or both, by a comma.");

  public static final TableColumn<String> READS =
      text(
          "reads",
          "Columns of district_day it is made from, by a comma; or silver.service_request.");

  public static final TableColumn<String> DEFINITION =
      text("definition", "Definition, with the parameters' defaults.");

  public static final TableColumn<String> FORMULA = text("formula", "Formula.");

  public static final TableColumn<String> UNCERTAINTY =
      text(
          "uncertainty",
          "How the interval is found, and why there is none where values are exact.");

  public static final TableColumn<String> EXACT_LEVELS =
      text("exact_levels", "Levels whose values are exact, by a comma; empty for none.");

  public static final TableColumn<String> CITATIONS = text("citations", "Sources, by a semicolon.");

  public static final TableColumn<Integer> METHOD_VERSION =
      integer("method_version", "Raised when a change of method changes values.");

  public static final TableSpec SPEC =
      TableSpec.of("gold", "dim_indicator", "One indicator of the catalogue, as it is defined.")
          .evaluationKey()
          .key(INDICATOR_ID.meaning("Short id, such as E4."))
          .columns(
              NAME,
              TITLE,
              TITLE_ZH,
              DIMENSION,
              UNIT,
              BETTER_DISTRICT,
              BETTER_CITY,
              PER_RESIDENT,
              LEVELS,
              READS,
              DEFINITION,
              FORMULA,
              UNCERTAINTY,
              EXACT_LEVELS,
              CITATIONS,
              METHOD_VERSION)
          .build();

  private IndicatorTable() {}

  /** The column that says which way is better for rows of a level. */
  public static TableColumn<String> better(Level level) {
    return level == Level.CITY ? BETTER_CITY : BETTER_DISTRICT;
  }
}
