package org.cityeval.explain;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.PooledIndicator;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.gold.PeriodTable;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;

/**
 * The days a value was made from. They are the district's own, or those of all districts of the
 * city where they are pooled. A city's own days are added where it is judged by them. One held
 * against a frontier has its own days too: how many it was compared with, and who its peers were,
 * its parts tell.
 */
final class DailyInputs {
  private DailyInputs() {}

  /**
   * The days of the period, and as many before it as the indicator is handed. Those of the district
   * or city that is asked about come first.
   *
   * @param value the row of gold.indicator_value
   * @param period the row of gold.dim_period
   * @param table silver.district_day; or gold's, which lacks the days before the span, where counts
   *     are withheld
   */
  static Inputs of(
      Publications publications,
      Publication publication,
      Indicator indicator,
      StoredRow value,
      StoredRow period,
      TableSpec table) {
    List<String> columns = new ArrayList<>(TableColumn.names(DISTRICT_ID, DATE));
    for (Quantity quantity : indicator.spec().reads()) {
      columns.add(quantity.column());
    }
    if (value.is(LEVEL, Level.CITY.id())) {
      indicator.spec().reads().stream()
          .flatMap(quantity -> quantity.coveredShares().stream())
          .map(Quantity::column)
          .distinct()
          .sorted()
          .forEach(columns::add);
    }
    Parameters parameters =
        TableJson.read(value.get(IndicatorValueTable.PARAMETERS), Parameters.class);
    LocalDate first =
        period.get(PeriodTable.FIRST_DAY).minusDays(indicator.spec().leadIn().days(parameters));
    LocalDate last = period.get(PeriodTable.LAST_DAY);
    Predicate<StoredRow> whose = whose(indicator, value);
    List<String> read = new ArrayList<>(columns);
    read.addAll(TableColumn.names(CITY_ID, LEVEL));
    List<StoredRow> days =
        publications
            .rows(publication, table)
            .columns(read)
            .where(
                row ->
                    whose.test(row)
                        && !row.get(DATE).isBefore(first)
                        && !row.get(DATE).isAfter(last))
            .list();
    return Inputs.of(
        table.qualifiedName(),
        columns,
        days.stream()
            .sorted(
                Comparator.comparing((StoredRow row) -> !isOwn(value, row))
                    .thenComparing(row -> row.get(DISTRICT_ID))
                    .thenComparing(row -> row.get(DATE)))
            .map(row -> columns.stream().map(row::cell).toList())
            .toList());
  }

  private static Predicate<StoredRow> whose(Indicator indicator, StoredRow value) {
    if (!(indicator instanceof PooledIndicator pooled)) {
      return row -> isOwn(value, row);
    }
    return row -> isOfItsDistricts(value, row) || (pooled.observesWhole() && isOwn(value, row));
  }

  private static boolean isOfItsDistricts(StoredRow value, StoredRow row) {
    return row.is(CITY_ID, value.get(CITY_ID)) && row.is(LEVEL, Level.DISTRICT.id());
  }

  private static boolean isOwn(StoredRow value, StoredRow row) {
    return row.is(DISTRICT_ID, value.get(DISTRICT_ID)) && row.is(LEVEL, value.get(LEVEL));
  }
}
