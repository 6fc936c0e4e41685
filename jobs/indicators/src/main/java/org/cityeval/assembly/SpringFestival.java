package org.cityeval.assembly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * New Year's day of the Chinese calendar, 2000 to 2050.
 *
 * <p>A table, not a calculation: what people did followed the published calendar. ICU4J 77's
 * Chinese calendar puts 2027 and 2030 a day off, where the new moon falls minutes from midnight.
 *
 * <p>Source: Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Table,
 * https://www.hko.gov.hk/en/gts/time/conversion.htm.
 */
public final class SpringFestival {
  /** First year of the table. */
  public static final int FIRST_YEAR = 2000;

  private static final List<LocalDate> DAYS =
      Stream.of(
              "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29",
              "2007-02-18 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10",
              "2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25",
              "2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06",
              "2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19",
              "2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12 2041-02-01",
              "2042-01-22 2043-02-10 2044-01-30 2045-02-17 2046-02-06 2047-01-26 2048-02-14",
              "2049-02-02 2050-01-23")
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .map(LocalDate::parse)
          .toList();

  /** Last year of the table. */
  public static final int LAST_YEAR = FIRST_YEAR + DAYS.size() - 1;

  private SpringFestival() {}

  /** New Year's day that falls in a Gregorian year; empty for a year beyond the table. */
  public static Optional<LocalDate> find(int year) {
    return year < FIRST_YEAR || year > LAST_YEAR
        ? Optional.empty()
        : Optional.of(DAYS.get(year - FIRST_YEAR));
  }

  /** The New Year's day that lies nearest; both candidates must be known. */
  static Optional<LocalDate> nearest(LocalDate day) {
    return find(day.getYear())
        .flatMap(
            here ->
                find(day.getYear() + 1)
                    .map(next -> distance(day, here) <= distance(day, next) ? here : next));
  }

  private static long distance(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }
}
