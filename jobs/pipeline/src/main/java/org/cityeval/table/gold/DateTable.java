package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.TableColumn.day;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.text;
import static org.cityeval.table.spec.TableColumn.truth;

import java.time.LocalDate;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One day of an evaluation's span. */
public final class DateTable {
  public static final TableColumn<Integer> DATE_KEY = integer("date_key", "The day as yyyymmdd.");

  public static final TableColumn<Integer> ISO_YEAR =
      integer("iso_year", "ISO 8601 week-based year.");

  public static final TableColumn<Integer> ISO_WEEK =
      integer("iso_week", "ISO 8601 week, 1 to 53.");

  public static final TableColumn<Integer> ISO_WEEKDAY =
      integer("iso_weekday", "ISO 8601 weekday, 1 is Monday.");

  public static final TableColumn<LocalDate> MONTH_START =
      day("month_start", "First day of its month.");

  public static final TableColumn<LocalDate> QUARTER_START =
      day("quarter_start", "First day of its quarter.");

  public static final TableColumn<Boolean> IS_WEEKEND = truth("is_weekend", "Saturday or Sunday.");

  public static final TableColumn<Boolean> IS_HOLIDAY =
      truth(
          "is_holiday",
          "A public holiday, as the config names them; null where it names none at all.");

  public static final TableColumn<String> HOLIDAY =
      text("holiday", "What the holiday is called; null on other days.");

  public static final TableSpec SPEC =
      TableSpec.of("gold", "dim_date", "One day of an evaluation's span.")
          .evaluationKey()
          .key(DATE.meaning("The day."))
          .columns(DATE_KEY, ISO_YEAR, ISO_WEEK, ISO_WEEKDAY, MONTH_START, QUARTER_START)
          .columns(IS_WEEKEND, IS_HOLIDAY, HOLIDAY)
          .checks(TableCheck.within(ISO_WEEK, 1, 53), TableCheck.within(ISO_WEEKDAY, 1, 7))
          .build();

  private DateTable() {}
}
