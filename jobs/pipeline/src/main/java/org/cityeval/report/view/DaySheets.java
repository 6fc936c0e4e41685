package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * changes in thousandths, each as its step from the one observed before. Levels are stretches of
   * days on one level, {@code 3*12} for twelve days on 3, a point where there is none.
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
                  case RISK_LEVEL, POLICY_GRADE -> levels.put(quantity.column(), stretches(values));
                  case MOBILITY_SMOOTHED, ENTERPRISE_SMOOTHED ->
                      numbers.put(quantity.column(), steps(values));
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

  /** Parted by commas. Without the zero before its point a number has one sign less, of many. */
  private static String all(double[] values, DoubleFunction<Number> as) {
    return Arrays.stream(values)
        .mapToObj(as)
        .map(number -> number == null ? "" : withoutZero(String.valueOf(number)))
        .collect(Collectors.joining(","));
  }

  private static String withoutZero(String number) {
    return number.startsWith("0.") ? number.substring(1) : number;
  }

  private static Number shown(double value) {
    return Sheet.rounded(value, 3);
  }

  /** A step has fewer digits than a number: neighbouring days are alike. */
  private static String steps(double[] values) {
    StringBuilder steps = new StringBuilder();
    long last = 0;
    for (int day = 0; day < values.length; day++) {
      steps.append(day == 0 ? "" : ",");
      if (!Double.isNaN(values[day])) {
        long thousandths = Math.round(1000 * values[day]);
        steps.append(thousandths - last);
        last = thousandths;
      }
    }
    return steps.toString();
  }

  private static String stretches(double[] values) {
    List<String> stretches = new ArrayList<>();
    int from = 0;
    for (int day = 1; day <= values.length; day++) {
      if (day == values.length || !digit(values[day]).equals(digit(values[from]))) {
        String digit = digit(values[from]);
        stretches.add(day - from == 1 ? digit : digit + "*" + (day - from));
        from = day;
      }
    }
    return String.join(",", stretches);
  }

  private static String digit(double value) {
    return Double.isNaN(value) ? "." : String.valueOf(Math.round(value));
  }

  /** Those that are drawn behind the days of a unit: its own, and those of its city. */
  Sheet waves() {
    Set<String> drawn = new HashSet<>();
    for (ReportData.Series series : daily.series()) {
      drawn.add(series.unitId());
      drawn.add(series.cityId());
    }
    return Sheet.of(
        PageRows.Wave.class,
        daily.waves().stream()
            .filter(wave -> drawn.contains(wave.unitId()))
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
