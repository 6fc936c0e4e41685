package org.cityeval.report.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.assembly.CountFlag;
import org.cityeval.report.data.ReportData;
import org.cityeval.series.Quantity;

/**
 * The days of each district and city: every value for the chart, every seventh for the table. A
 * district's stand beside its city's, so cases are given per 100,000 residents.
 */
public final class SeriesViews {
  public static final List<String> COLUMNS =
      List.of(
          "Day",
          "Cases per 100,000 a day, 7-day mean",
          "Rt (95 % interval)",
          "Risk level",
          "Mobility against its baseline",
          "Enterprise activity against its baseline");

  /** The five colours, by their letters. */
  static final List<String> LEVELS = List.of("G green", "B blue", "Y yellow", "O orange", "R red");

  private static final String ABSENT = "not observed";

  private static final String WITHHELD = "withheld, too small to publish";

  private final Subjects subjects;

  public SeriesViews(Subjects subjects) {
    this.subjects = subjects;
  }

  /** Every state of the series figure, by unit. */
  public Map<String, PageModel.SeriesView> of(List<ReportData.Series> all) {
    Map<String, ReportData.Series> byUnit = new TreeMap<>();
    all.forEach(series -> byUnit.put(series.unitId(), series));
    Map<String, PageModel.SeriesView> views = new TreeMap<>();
    all.forEach(series -> views.put(series.unitId(), view(series, byUnit.get(series.cityId()))));
    return views;
  }

  private PageModel.SeriesView view(ReportData.Series series, ReportData.Series city) {
    Map<String, List<Number>> daily = new LinkedHashMap<>();
    boolean hasIncidence =
        Arrays.stream(series.values().getOrDefault(Quantity.INCIDENCE, new double[0]))
            .anyMatch(value -> !Double.isNaN(value));
    series.values().entrySet().stream()
        .filter(of -> of.getKey() != Quantity.NEW_CASES_SMOOTHED || !hasIncidence)
        .forEach(of -> daily.put(of.getKey().column(), rounded(of.getValue())));
    return new PageModel.SeriesView(
        subjects.name(series.unitId()),
        finding(series),
        weekly(series, series.unitId().equals(series.cityId()) ? null : city),
        series.first().toString(),
        daily,
        flagged(series));
  }

  /** What a reader must know of the cases of single days; null where there is nothing. */
  private static List<PageModel.FlaggedDay> flagged(ReportData.Series series) {
    List<PageModel.FlaggedDay> days = new ArrayList<>();
    series
        .flags()
        .forEach(
            (date, flag) ->
                days.add(new PageModel.FlaggedDay(date.toString(), Wording.flag(flag))));
    return days.isEmpty() ? null : days;
  }

  /** Four significant digits: what a screen can show, at a third of the bytes. */
  private static List<Number> rounded(double[] values) {
    return Arrays.stream(values)
        .<Number>mapToObj(
            value -> {
              if (Double.isNaN(value)) {
                return null;
              }
              double scale =
                  Math.pow(10, 3 - Math.floor(Math.log10(Math.max(1e-6, Math.abs(value)))));
              double shown = Math.round(value * scale) / scale;
              // Without the point and the nought of a whole number.
              return shown == Math.rint(shown) ? (Number) (long) shown : (Number) shown;
            })
        .toList();
  }

  /** Every seventh day; null for the city of a city. */
  private static List<PageModel.Cells> weekly(ReportData.Series own, ReportData.Series city) {
    List<PageModel.Cells> rows = new ArrayList<>();
    int days = length(own);
    for (int day = 6; day < days; day += 7) {
      LocalDate date = own.first().plusDays(day);
      List<String> cells = cells(own, date);
      if (city != null) {
        List<String> beside = cells(city, date);
        List<String> both = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
          both.add(cells.get(i) + "; city " + beside.get(i));
        }
        cells = both;
      }
      rows.add(new PageModel.Cells(Wording.day(date), cells));
    }
    return rows;
  }

  private static List<String> cells(ReportData.Series series, LocalDate date) {
    int day = (int) (date.toEpochDay() - series.first().toEpochDay());
    String rt = at(series, Quantity.RT_MEAN, day);
    String cases = cases(series, day);
    boolean isWithheld = cases.equals(ABSENT) && series.flags().get(date) == CountFlag.SUPPRESSED;
    return List.of(
        isWithheld ? WITHHELD : cases,
        rt.equals(ABSENT)
            ? "no estimate"
            : rt
                + " ("
                + at(series, Quantity.RT_LOW, day)
                + " to "
                + at(series, Quantity.RT_HIGH, day)
                + ")",
        level(value(series, Quantity.RISK_LEVEL, day)),
        change(value(series, Quantity.MOBILITY_SMOOTHED, day)),
        change(value(series, Quantity.ENTERPRISE_SMOOTHED, day)));
  }

  /** Without residents there is no incidence, but there are cases. */
  private static String cases(ReportData.Series series, int day) {
    String cases = at(series, Quantity.NEW_CASES_SMOOTHED, day);
    return Double.isNaN(value(series, Quantity.INCIDENCE, day)) && !cases.equals(ABSENT)
        ? cases + " cases, residents unknown"
        : at(series, Quantity.INCIDENCE, day);
  }

  private static int length(ReportData.Series series) {
    return series.values().values().stream().mapToInt(values -> values.length).max().orElse(0);
  }

  private static double value(ReportData.Series series, Quantity quantity, int day) {
    double[] values = series.values().get(quantity);
    return values == null || day < 0 || day >= values.length ? Double.NaN : values[day];
  }

  private static String at(ReportData.Series series, Quantity quantity, int day) {
    double value = value(series, quantity, day);
    return Double.isNaN(value) ? ABSENT : Wording.number(value);
  }

  private static String level(double level) {
    return level >= 1 && level <= 5 ? LEVELS.get((int) level - 1) : "no level";
  }

  private static String change(double change) {
    if (Double.isNaN(change)) {
      return ABSENT;
    }
    long percent = Math.round(100 * change);
    return (percent > 0 ? "+" : percent < 0 ? "−" : "") + Math.abs(percent) + " %";
  }

  private String finding(ReportData.Series series) {
    String name = subjects.name(series.unitId());
    List<String> parts = new ArrayList<>();
    int peak = extreme(series, Quantity.NEW_CASES_SMOOTHED, 1);
    if (peak >= 0) {
      String perResidents = at(series, Quantity.INCIDENCE, peak);
      parts.add(
          "cases peaked on "
              + on(series, peak)
              + " at a 7-day mean of "
              + at(series, Quantity.NEW_CASES_SMOOTHED, peak)
              + " a day"
              + (perResidents.equals(ABSENT)
                  ? ""
                  : ", " + perResidents + " per 100,000 residents"));
    }
    int still = extreme(series, Quantity.MOBILITY_SMOOTHED, -1);
    if (still >= 0) {
      parts.add(
          "mobility was lowest on "
              + on(series, still)
              + " ("
              + change(value(series, Quantity.MOBILITY_SMOOTHED, still))
              + " against its baseline)");
    }
    int trough = extreme(series, Quantity.ENTERPRISE_SMOOTHED, -1);
    if (trough >= 0) {
      parts.add(
          "enterprise activity on "
              + on(series, trough)
              + " ("
              + change(value(series, Quantity.ENTERPRISE_SMOOTHED, trough))
              + ")");
    }
    return parts.isEmpty()
        ? name + " has no observed day."
        : "In " + name + " " + String.join("; ", parts) + ".";
  }

  private static String on(ReportData.Series series, int day) {
    LocalDate date = series.first().plusDays(day);
    return Wording.day(date);
  }

  /** First day of the highest (sign 1) or lowest (sign -1) value; -1 where none is observed. */
  private static int extreme(ReportData.Series series, Quantity quantity, int sign) {
    int at = -1;
    for (int day = 0; day < length(series); day++) {
      double value = value(series, quantity, day);
      if (!Double.isNaN(value) && (at < 0 || sign * value > sign * value(series, quantity, at))) {
        at = day;
      }
    }
    return at;
  }
}
