package org.cityeval.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.source.IsoDay;

/**
 * Days of ISO 8601 texts. A text is a date, a date and local time ({@code 2020-03-01 23:59}), or a
 * time with its offset ({@code 2020-03-01T23:59:00Z}). The last is an instant and has its day in
 * the zone.
 */
final class TextDays {
  /** No day can be read. */
  static final int NONE = IsoDay.NONE;

  private static final long MICROS_PER_SECOND = 1_000_000;

  private final ZoneDays zone;

  TextDays(ZoneDays zone) {
    this.zone = zone;
  }

  /** Days since 1970-01-01, or {@link #NONE}. */
  int day(UTF8String text) {
    int date = IsoDay.atStart(text);
    return date == NONE || text.numBytes() == IsoDay.LENGTH
        ? date
        : withTime(text.toString(), date);
  }

  private int withTime(String text, int date) {
    char separator = text.charAt(IsoDay.LENGTH);
    if (separator != ' ' && separator != 'T') {
      return NONE;
    }
    int end = IsoDay.LENGTH + 1;
    while (end < text.length() && "0123456789:.".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (!isTime(text, IsoDay.LENGTH + 1, end)) {
      return NONE;
    }
    return end == text.length() ? date : instant(text, end);
  }

  /** hh:mm, hh:mm:ss or hh:mm:ss.fraction. */
  private static boolean isTime(String text, int from, int to) {
    int length = to - from;
    boolean plausible =
        length >= 5
            && text.charAt(from + 2) == ':'
            && within(number(text, from, from + 2), 23)
            && within(number(text, from + 3, from + 5), 59);
    if (!plausible || length == 5) {
      return plausible;
    }
    boolean seconds =
        length >= 8 && text.charAt(from + 5) == ':' && within(number(text, from + 6, from + 8), 59);
    return seconds && (length == 8 || isFraction(text, from + 8, to));
  }

  private static boolean isFraction(String text, int from, int to) {
    boolean digits = text.charAt(from) == '.' && to > from + 1;
    for (int i = from + 1; i < to && digits; i++) {
      digits = Character.isDigit(text.charAt(i));
    }
    return digits;
  }

  private static boolean within(int number, int most) {
    return number >= 0 && number <= most;
  }

  private int instant(String text, int offsetAt) {
    String offset = text.substring(offsetAt).strip();
    String colons =
        offset.matches("[+-]\\d{4}")
            ? offset.substring(0, 3) + ":" + offset.substring(3)
            : offset.matches("[+-]\\d{2}") ? offset + ":00" : offset;
    try {
      Instant instant =
          OffsetDateTime.parse(text.substring(0, offsetAt).replace(' ', 'T') + colons).toInstant();
      return zone.day(instant.getEpochSecond() * MICROS_PER_SECOND);
    } catch (DateTimeException unreadable) {
      return NONE;
    }
  }

  /** The digits as a number; -1 if there are others. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
