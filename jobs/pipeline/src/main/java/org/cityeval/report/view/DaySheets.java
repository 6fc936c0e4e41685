package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Quantity;

/** Days of the districts and cities that a page has room for, to the digits that a screen shows. */
final class DaySheets {
  private final ReportData.Daily daily;

  DaySheets(ReportData.Daily daily) {
    this.daily = daily;
  }

  /**
   * Days of one unit, by quantity: numbers with commas between them, nothing where not observed;
   * changes in thousandths. Levels are one digit a day, a point where there is none.
   */
  record Days(String first, Map<String, String> numbers, Map<String, String> levels) {}

  Map<String, Days> days() {
    Map<String, Days> days = new LinkedHashMap<>();
    daily.series().forEach(series -> days.put(series.unitId(), days(series)));
    return days;
  }

  private static Days days(ReportData.Series series) {
    Map<String, String> numbers = new LinkedHashMap<>();
    Map<String, String> levels = new LinkedHashMap<>();
    series
        .values()
        .forEach(
            (quantity, values) -> {
              if (Arrays.stream(values).anyMatch(value -> !Double.isNaN(value))) {
                switch (quantity) {
                  case RISK_LEVEL, POLICY_GRADE -> levels.put(quantity.column(), digits(values));
                  case MOBILITY_SMOOTHED, ENTERPRISE_SMOOTHED ->
                      numbers.put(quantity.column(), all(values, DaySheets::thousandths));
                  // A band is as wide as two digits say.
                  case RT_LOW, RT_HIGH ->
                      numbers.put(quantity.column(), all(values, value -> Sheet.rounded(value, 2)));
                  default -> numbers.put(quantity.column(), all(values, value -> shown(value)));
                }
              }
            });
    // Where residents are known, cases per 100,000 of them tell what the smoothed count does.
    if (numbers.containsKey(Quantity.INCIDENCE.column())) {
      numbers.remove(Quantity.NEW_CASES_SMOOTHED.column());
    }
    return new Days(series.first().toString(), numbers, levels);
  }

  private static String all(double[] values, DoubleFunction<Number> as) {
    return Arrays.stream(values)
        .mapToObj(as)
        .map(number -> number == null ? "" : String.valueOf(number))
        .collect(Collectors.joining(","));
  }

  private static Number shown(double value) {
    return Sheet.rounded(value, 3);
  }

  private static Number thousandths(double value) {
    return Double.isNaN(value) ? null : Math.round(1000 * value);
  }

  private static String digits(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> Double.isNaN(value) ? "." : String.valueOf(Math.round(value)))
        .collect(Collectors.joining());
  }

  Sheet waves() {
    return Sheet.of(
        PageRows.Wave.class,
        daily.waves().stream()
            .map(
                wave ->
                    new PageRows.Wave(
                        wave.unitId(),
                        wave.number(),
                        wave.start().toString(),
                        wave.end().toString()))
            .toList());
  }

  Sheet flags() {
    List<PageRows.Flag> flags = new ArrayList<>();
    for (ReportData.Series series : daily.series()) {
      series
          .flags()
          .forEach(
              (day, flag) ->
                  flags.add(new PageRows.Flag(series.unitId(), day.toString(), flag.id())));
    }
    return Sheet.of(PageRows.Flag.class, flags);
  }
}
