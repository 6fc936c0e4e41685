package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One city, or panel of cities, of one evaluation. */
public final class CityTable {
  public static final TableColumn<String> NAME = text("name", "Name.");

  public static final TableColumn<String> NAME_ZH =
      text("name_zh", "Chinese name; null where none is given.");

  public static final TableColumn<Integer> DISTRICTS = integer("districts", "Number of districts.");

  public static final TableColumn<Double> POPULATION =
      number("population", "Residents of its districts [persons]; null where unknown.");

  public static final TableSpec SPEC =
      TableSpec.of("gold", "dim_city", "One city, or panel of cities, of one evaluation.")
          .evaluationKey()
          .key(CITY_ID.meaning("The city's code."))
          .columns(NAME, NAME_ZH, DISTRICTS, POPULATION)
          .checks(TableCheck.atLeast(DISTRICTS, 1), TableCheck.atLeast(POPULATION, 0))
          .build();

  private CityTable() {}
}
