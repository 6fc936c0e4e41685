package org.cityeval.report.view;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityeval.report.data.ReportData;

/** How the report says numbers, intervals, statuses and classes, in one place for all sections. */
public final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private static final Map<String, String> BETTER =
      Map.of("higher", "↑ higher is better", "lower", "↓ lower is better");

  private Wording() {}

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String span(LocalDate first, LocalDate last) {
    return day(first) + " to " + day(last);
  }

  /** Three significant digits, whole numbers beyond a hundred, a true minus sign. */
  public static String number(double value) {
    return number(value, value == Math.rint(value) ? 0 : decimals(value));
  }

  private static int decimals(double value) {
    double size = Math.abs(value);
    return size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
  }

  private static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
    return value < 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9') ? "−" + text : text;
  }

  static String tenths(double value) {
    return String.format(Locale.ROOT, "%s%.1f", value <= -0.05 ? "−" : "", Math.abs(value));
  }

  static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** A number with its unit; nothing follows a plain ratio. */
  private static String counted(String number, String unit) {
    if (unit == null || unit.equals("1")) {
      return number;
    }
    boolean isOne = number.equals("1") && Words.all().containsKey("unit_one_" + unit);
    return number + " " + Words.en(isOne ? "unit_one" : "unit", unit);
  }

  /** The value with interval and unit; without a value, its status. */
  public static String estimate(Double value, Double low, Double high, String status, String unit) {
    if (status.equals("ok") && value != null) {
      int decimals = isWhole(value) && isWhole(low) && isWhole(high) ? 0 : decimals(value);
      String interval =
          low == null && high == null
              ? ""
              : " (" + end(low, decimals) + " to " + end(high, decimals) + ")";
      return counted(number(value, decimals) + interval, unit);
    }
    return status.equals("censored") && low != null && low > 0
        ? "more than " + counted(number(low), unit)
        : Words.en("status", status);
  }

  private static boolean isWhole(Double value) {
    return value == null || value == Math.rint(value);
  }

  private static String end(Double end, int decimals) {
    return end == null ? "open" : number(end, decimals);
  }

  /** A number between 1 and 100 with its interval; without one, the status. */
  public static String interval(Double value, Double low, Double high, String status) {
    if (value == null) {
      return Words.en("status", status);
    }
    return low == null || high == null
        ? tenths(value)
        : tenths(value) + " (" + tenths(low) + " to " + tenths(high) + ")";
  }

  /** The status in words, with its reason where there is one. */
  static String status(ReportData.Estimate estimate) {
    String words = Words.en("status", estimate.status());
    return (estimate.status().equals("ok") || estimate.reason() == null)
        ? words
        : words + ": " + estimate.reason();
  }

  static String better(String better) {
    return BETTER.getOrDefault(better, "◇ context, neither is better");
  }

  /** One word where all levels agree. */
  static String better(Map<String, String> byLevel) {
    return byLevel.values().stream().distinct().count() == 1
        ? better(byLevel.values().iterator().next())
        : byLevel.entrySet().stream()
            .map(of -> of.getKey() + ": " + better(of.getValue()))
            .collect(Collectors.joining("; "));
  }

  public static String weighting(String weighting) {
    return weighting.replace('_', ' ');
  }

  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d", count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** A, B and C; beyond a dozen names the number of the others. */
  public static String list(List<String> names) {
    if (names.size() > 12) {
      return String.join(", ", names.subList(0, 11)) + " and " + (names.size() - 11) + " others";
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** An English name with the Chinese one beside it, where there is one. */
  public static String named(String name, String nameZh) {
    return nameZh == null || nameZh.isBlank() || nameZh.equals(name) ? name : name + " " + nameZh;
  }
}
