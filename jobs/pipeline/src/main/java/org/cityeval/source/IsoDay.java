package org.cityeval.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.try_to_date;

import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;

/** A day as ISO 8601 writes it, 2020-03-01. */
public final class IsoDay {
  /** No day can be read. */
  public static final int NONE = Integer.MIN_VALUE;

  /** Bytes of a day. */
  public static final int LENGTH = "2020-03-01".length();

  private IsoDay() {}

  /** The day that a text without blanks around it writes, or null. */
  public static Column of(Column text) {
    // The engine sets up a formatter's parse for each text; four digits of a year need none.
    return coalesce(
        MethodColumn.ask(IsoDay.class, "read", DataTypes.DateType, text),
        try_to_date(text, "yyyy-MM-dd"));
  }

  /** Called by plans: the days since 1970 of a day of four, two and two digits; else null. */
  public static Integer read(UTF8String text) {
    int day = text.numBytes() == LENGTH ? atStart(text) : NONE;
    return day == NONE ? null : day;
  }

  /** The days since 1970 of a day that a text begins with, whatever follows; or {@link #NONE}. */
  public static int atStart(UTF8String text) {
    if (text.numBytes() < LENGTH || text.getByte(4) != '-' || text.getByte(7) != '-') {
      return NONE;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, LENGTH);
    boolean isDay =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return isDay ? (int) LocalDate.of(year, month, day).toEpochDay() : NONE;
  }

  /** Below zero where it is none. */
  private static int number(UTF8String text, int from, int end) {
    int number = 0;
    for (int at = from; at < end; at++) {
      int digit = text.getByte(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
