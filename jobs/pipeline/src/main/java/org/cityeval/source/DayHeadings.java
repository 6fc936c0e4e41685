package org.cityeval.source;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Headings that are days. */
final class DayHeadings {
  private static final String BETWEEN = "[-/._ ]";
  private static final String MONTH = "\\p{L}{3,9}";
  private static final Pattern SHAPE =
      Pattern.compile(
          "[Xx]?("
              + ("\\d{4}" + BETWEEN + "\\d{1,2}" + BETWEEN + "\\d{1,2}")
              + ("|\\d{1,2}" + BETWEEN + "\\d{1,2}" + BETWEEN + "(\\d{4}|\\d{2})")
              + ("|\\d{1,2}" + BETWEEN + MONTH + BETWEEN + "(\\d{4}|\\d{2})")
              + ("|" + MONTH + BETWEEN + "\\d{1,2},?" + BETWEEN + "\\d{4}")
              + "|(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])"
              + "|\\d{4}年\\d{1,2}月\\d{1,2}日"
              + ")([T ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?");

  private final DateTimeFormatter formatter;

  /**
   * @param pattern of {@link DateTimeFormatter}, such as {@code M/d/yy}
   */
  DayHeadings(String pattern) {
    this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** The day a heading is; none where it is not of the pattern, or there is no such day. */
  Optional<LocalDate> day(String heading) {
    try {
      LocalDate day = LocalDate.parse(heading, formatter);
      // 31 February is read as the last day of the month otherwise.
      TemporalAccessor written = formatter.parseUnresolved(heading, new ParsePosition(0));
      boolean isMoved =
          written.isSupported(ChronoField.DAY_OF_MONTH)
              && written.getLong(ChronoField.DAY_OF_MONTH) != day.getDayOfMonth();
      return isMoved ? Optional.empty() : Optional.of(day);
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** Whether a heading is written as a day is, by whatever pattern. */
  static boolean looksLikeDay(String heading) {
    return SHAPE.matcher(heading).matches();
  }
}
