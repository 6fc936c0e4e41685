package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.PERIOD_ID;
import static org.cityeval.table.spec.TableColumn.day;
import static org.cityeval.table.spec.TableColumn.text;

import java.time.LocalDate;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One period. */
public final class PeriodTable {
  public static final TableColumn<String> TITLE = text("title", "What a reader calls it.");

  public static final TableColumn<String> KIND = text("kind", "span, wave, own_wave or named.");

  public static final TableColumn<LocalDate> FIRST_DAY = day("first_day", "First day, included.");

  public static final TableColumn<LocalDate> LAST_DAY = day("last_day", "Last day, included.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "gold",
              "dim_period",
              "One period: the whole span, a wave of a city or of a district, or one the config names.")
          .evaluationKey()
          .key(CITY_ID.meaning("The city; waves differ from city to city."))
          .key(
              DISTRICT_ID.meaning(
                  "The district whose own wave it is; the city_id on periods that all its districts share."))
          .key(
              PERIOD_ID.meaning(
                  "span, wave-1, ... of the city, own-wave-1, ... of the district, or the config's name."))
          .columns(TITLE, KIND, FIRST_DAY, LAST_DAY)
          .checks(
              TableCheck.word(KIND, "span", "wave", "own_wave", "named"),
              TableCheck.ascending(FIRST_DAY, LAST_DAY))
          .build();

  private PeriodTable() {}
}
