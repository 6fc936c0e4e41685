package org.cityeval.report.view;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityeval.assembly.CountFlag;
import org.cityeval.report.data.ReportData;

/** How the report says numbers, intervals, statuses and classes, in one place for all sections. */
public final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private static final Map<String, String> STATUS =
      Map.of(
          "insufficient", "too few cases or days to bear a number",
          "censored", "had not happened when the period ended",
          "not_applicable", "the question does not arise here",
          "missing_input", "the lake lacks a kind of data it needs",
          "suppressed", "withheld, a count too small to publish");

  private static final Map<String, String> STANDING =
      Map.of(
          "clearly_better", "▲ clearly better than",
          "not_distinguishable", "● cannot be told apart from",
          "clearly_worse", "▼ clearly worse than");

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
  static String number(double value) {
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

  static String hundredths(double value) {
    return String.format(Locale.ROOT, "%s%.2f", value <= -0.005 ? "−" : "", Math.abs(value));
  }

  /** The mean of the two in the middle where there are two; null of none. */
  static Double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return size == 0 ? null : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }

  static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** The unit as it follows a number; nothing for a plain ratio. */
  static String unit(String unit) {
    return unit == null || unit.equals("1") ? "" : " " + unit;
  }

  /** The value with interval and unit; without a value, its status and why. */
  static String estimate(ReportData.Estimate estimate, String unit) {
    if (estimate.isMeasured()) {
      int decimals =
          isWhole(estimate.value()) && isWhole(estimate.low()) && isWhole(estimate.high())
              ? 0
              : decimals(estimate.value());
      String interval =
          estimate.low() == null && estimate.high() == null
              ? ""
              : " ("
                  + end(estimate.low(), decimals)
                  + " to "
                  + end(estimate.high(), decimals)
                  + ")";
      return number(estimate.value(), decimals) + interval + unit(unit);
    }
    if (estimate.isCensored()) {
      return "censored: more than " + number(estimate.low()) + unit(unit);
    }
    return estimate.status();
  }

  private static boolean isWhole(Double value) {
    return value == null || value == Math.rint(value);
  }

  private static String end(Double end, int decimals) {
    return end == null ? "open" : number(end, decimals);
  }

  /** A number between 1 and 100 with its interval; without one, the status. */
  static String interval(Double value, Double low, Double high, String status) {
    if (value == null) {
      return status;
    }
    return low == null || high == null
        ? tenths(value)
        : tenths(value) + " (" + tenths(low) + " to " + tenths(high) + ")";
  }

  /** A composite with its interval, and its status where that is not ok. */
  static String composite(ReportData.Composite composite) {
    String text =
        interval(composite.score(), composite.low(), composite.high(), composite.status());
    return composite.status().equals("ok") || composite.score() == null
        ? text
        : text + ", " + composite.status();
  }

  /** The status in words: ok alone, any other with its reason. */
  static String status(ReportData.Estimate estimate) {
    if (estimate.status().equals("ok")) {
      return "ok";
    }
    String why = estimate.reason() == null ? STATUS.get(estimate.status()) : estimate.reason();
    return why == null ? estimate.status() : estimate.status() + ": " + why;
  }

  /**
   * A class, always with what it is held against.
   *
   * @param than such as "the median, 51.3"
   */
  static String standing(String standing, String than) {
    String words = STANDING.get(standing);
    return words == null ? "not ranked" : words + " " + than;
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

  /** What the weight of a composite rests on, in three numbers. */
  static String weight(ReportData.Weight weight) {
    return percent(weight.measured())
        + " measured, "
        + percent(weight.censored())
        + " censored, "
        + percent(weight.missing())
        + " missing";
  }

  public static String weighting(String weighting) {
    return weighting.replace('_', ' ');
  }

  /** A rank never stands without its interval. */
  static String rank(ReportData.Place place) {
    return place.rank() == null
        ? "not ranked"
        : place.rank() + " (" + place.low() + "–" + place.high() + ")";
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
  static String named(String name, String nameZh) {
    return nameZh == null || nameZh.isBlank() || nameZh.equals(name) ? name : name + " " + nameZh;
  }

  /** What a flag says of the cases of a day. */
  static String flag(CountFlag flag) {
    return switch (flag) {
      case NONE -> "";
      case AFTER_GAP -> "holds the cases of unobserved days before it";
      case FALL -> "the cumulative count fell; left out of rates";
      case FAULTY_CELL -> "a faulty report; evened out with the day of the opposite step";
      case BACKLOG -> "a backlog of other days; left out of rates, waves and classes";
      case KEPT -> "declared: it is what happened";
      case LEFT_OUT -> "declared: left out of rates, waves and classes";
      case SPREAD -> "declared: holds a part of a backlog that is spread";
      case SUPPRESSED -> "withheld: too small to publish, or it would tell a count that is";
    };
  }
}
