package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.TableColumn.day;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.time.LocalDate;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One district of one evaluation. */
public final class DistrictTable {
  public static final TableColumn<String> NAME = text("name", "Name.");

  public static final TableColumn<String> NAME_ZH =
      text("name_zh", "Chinese name; null where none is given.");

  public static final TableColumn<String> CODE_SYSTEM =
      text("code_system", "The code system, with its year, of district_id.");

  public static final TableColumn<LocalDate> VALID_FROM =
      day("valid_from", "First day of the span the code was used for.");

  public static final TableColumn<LocalDate> VALID_TO = day("valid_to", "Last day of that span.");

  public static final TableColumn<Double> POPULATION =
      number("population", "Residents [persons]; null where unknown.");

  public static final TableColumn<String> NEIGHBOURS =
      text("neighbours", "Contiguous districts of the evaluation, by ';'.");

  public static final TableColumn<String> GEOMETRY_WKT =
      text("geometry_wkt", "Polygon, WGS 84, well-known text; null where none is given.");

  public static final TableSpec SPEC =
      TableSpec.of("gold", "dim_district", "One district of one evaluation.")
          .evaluationKey()
          .key(DISTRICT_ID.meaning("The district's code."))
          .columns(
              CITY_ID.meaning("The city it belongs to."),
              NAME,
              NAME_ZH,
              CODE_SYSTEM,
              VALID_FROM,
              VALID_TO,
              POPULATION,
              NEIGHBOURS,
              GEOMETRY_WKT)
          .checks(TableCheck.ascending(VALID_FROM, VALID_TO), TableCheck.atLeast(POPULATION, 0))
          .build();

  private DistrictTable() {}
}
