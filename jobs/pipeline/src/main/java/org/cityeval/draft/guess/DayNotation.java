package org.cityeval.draft.guess;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How texts write a day.
 *
 * @param pattern of {@link DateTimeFormatter}
 * @param timed whether a time of day follows
 * @param certain false where day and month could as well be the other way round
 */
public record DayNotation(String pattern, boolean timed, boolean certain) {
  private static final String ISO = "yyyy-MM-dd";
  private static final List<String> PATTERNS =
      List.of(
          ISO,
          "yyyyMMdd",
          "yyyy/M/d",
          "M/d/yy",
          "d/M/yy",
          "M/d/yyyy",
          "d/M/yyyy",
          "d.M.yyyy",
          "yyyy年M月d日",
          "yyyy.M.d",
          "yyyy-M-d");
  private static final Pattern TIME =
      Pattern.compile(
          "[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final int TRIED = 2_000;
  private static final double PARSED_SHARE = 0.98;
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

  /** The notation of nearly all of these texts. */
  public static Optional<DayNotation> find(Collection<String> texts) {
    List<String> tried = texts.stream().filter(t -> !t.isEmpty()).limit(TRIED).toList();
    if (tried.isEmpty()) {
      return Optional.empty();
    }
    boolean timed = tried.stream().filter(text -> text.indexOf(':') > 0).count() * 2 > tried.size();
    List<DayNotation> fitting =
        PATTERNS.stream()
            .map(pattern -> new DayNotation(pattern, timed, true))
            .filter(notation -> notation.parsed(tried) >= PARSED_SHARE * tried.size())
            .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    DayNotation best = fitting.get(0);
    for (DayNotation other : fitting) {
      best = other.span(tried) < best.span(tried) ? other : best;
    }
    // With the shorter span chosen, only notations that name the same span leave a doubt.
    long span = best.span(tried);
    String swapped = best.pattern.startsWith("M/d") ? "d/M" : "M/d";
    boolean doubtful =
        best.pattern.matches("[Md]/[Md].*")
            && fitting.stream()
                .filter(other -> other.pattern.startsWith(swapped))
                .anyMatch(other -> other.span(tried) == span);
    return Optional.of(new DayNotation(best.pattern, timed, !doubtful));
  }

  private long parsed(List<String> texts) {
    return texts.stream().filter(text -> day(text).isPresent()).count();
  }

  private long span(List<String> texts) {
    LocalDate[] days =
        texts.stream().flatMap(text -> day(text).stream()).sorted().toArray(LocalDate[]::new);
    return days.length == 0
        ? Long.MAX_VALUE
        : ChronoUnit.DAYS.between(days[0], days[days.length - 1]);
  }

  /** The day a text names. */
  Optional<LocalDate> day(String text) {
    String date = text;
    if (timed) {
      int end = text.indexOf(text.indexOf('T') > 0 ? 'T' : ' ');
      if (end < 0 || !TIME.matcher(text.substring(end)).matches()) {
        return Optional.empty();
      }
      date = text.substring(0, end);
    }
    // A quick look: parsing what is no date at all is slow.
    if (date.length() < 6 || date.length() > 11 || !Character.isDigit(date.charAt(0))) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(date, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
      return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? Optional.empty() : Optional.of(day);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  boolean isIso() {
    return pattern.equals(ISO);
  }

  /** The SQL expression that gives the day of a column written so. */
  String expression(String column) {
    String quoted = Sql.column(column);
    if (isIso()) {
      return timed ? "to_date(substring(" + quoted + ", 1, 10))" : quoted;
    }
    String date = timed ? "substring_index(" + quoted + ", ' ', 1)" : quoted;
    return "to_date(" + date + ", '" + pattern + "')";
  }
}
