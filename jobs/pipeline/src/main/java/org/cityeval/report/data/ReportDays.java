package org.cityeval.report.data;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.cityeval.assembly.CountFlag;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.warehouse.StoredRow;

/**
 * Gathers what a report shows of the days: the series of those it has room for, and of all
 * districts how many days were observed.
 */
final class ReportDays {
  private final Set<String> districts;
  private final Set<String> cities;
  private final Map<String, TreeMap<LocalDate, StoredRow>> series = new TreeMap<>();
  private final Map<String, long[]> observed = new TreeMap<>();

  /** Series of these districts and cities. */
  ReportDays(Set<String> districts, Set<String> cities) {
    this.districts = districts;
    this.cities = cities;
  }

  /** Adds a row of district_day. */
  void add(StoredRow day) {
    String id = day.get(DISTRICT_ID);
    boolean isDistrict = day.is(LEVEL, Level.DISTRICT.id());
    if ((isDistrict ? districts : cities).contains(id)) {
      series.computeIfAbsent(day.get(LEVEL) + id, of -> new TreeMap<>()).put(day.get(DATE), day);
    }
    if (isDistrict) {
      long[] counts = observed.computeIfAbsent(id, of -> new long[4]);
      counts[0]++;
      // What is withheld was observed.
      counts[1] +=
          day.is(DistrictDayTable.CASES_FLAG, "suppressed") ? 1 : isThere(day, Quantity.NEW_CASES);
      counts[2] += isThere(day, Quantity.MOBILITY_CHANGE);
      counts[3] += isThere(day, Quantity.ENTERPRISE_CHANGE);
    }
  }

  private static int isThere(StoredRow day, Quantity quantity) {
    return day.cell(quantity.column()) == null ? 0 : 1;
  }

  /** On how many days each district was observed, by its id. */
  List<ReportData.Observed> observed() {
    List<ReportData.Observed> all = new ArrayList<>();
    observed.forEach(
        (id, days) -> all.add(new ReportData.Observed(id, days[0], days[1], days[2], days[3])));
    return all;
  }

  List<ReportData.Series> series() {
    return series.values().stream().map(ReportDays::series).toList();
  }

  private static ReportData.Series series(NavigableMap<LocalDate, StoredRow> days) {
    LocalDate first = days.firstKey();
    int length = (int) (days.lastKey().toEpochDay() - first.toEpochDay()) + 1;
    Map<Quantity, double[]> values = new LinkedHashMap<>();
    for (Quantity quantity : ReportTables.DAILY) {
      double[] daily = new double[length];
      Arrays.fill(daily, Double.NaN);
      days.forEach(
          (date, row) -> {
            Double value = row.number(quantity.column());
            daily[(int) (date.toEpochDay() - first.toEpochDay())] =
                value == null ? Double.NaN : value;
          });
      values.put(quantity, daily);
    }
    TreeMap<LocalDate, CountFlag> flags = new TreeMap<>();
    days.forEach((date, row) -> flags.put(date, flag(row)));
    flags.values().removeIf(CountFlag.NONE::equals);
    StoredRow any = days.firstEntry().getValue();
    return new ReportData.Series(any.get(CITY_ID), any.get(DISTRICT_ID), first, values, flags);
  }

  /** The flag of the count; a mean of cases may be withheld on a day whose count is not. */
  private static CountFlag flag(StoredRow day) {
    String measures = day.get(DistrictDayTable.MEASURE_FLAGS);
    CountFlag ofCount = CountFlag.of(day.get(DistrictDayTable.CASES_FLAG));
    boolean isWithheld =
        measures != null
            && measures.contains(
                Quantity.NEW_CASES_SMOOTHED.column() + ":" + CountFlag.SUPPRESSED.id());
    return ofCount == CountFlag.NONE && isWithheld ? CountFlag.SUPPRESSED : ofCount;
  }
}
