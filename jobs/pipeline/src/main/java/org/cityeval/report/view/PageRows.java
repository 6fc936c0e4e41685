package org.cityeval.report.view;

import java.time.LocalDate;

/** Rows of the page's tables; each name is that of a column. Null where there is nothing. */
final class PageRows {
  private PageRows() {}

  /**
   * A district or a city.
   *
   * @param city null of a city itself
   * @param embedded whether its days and values are on the page
   * @param namesake whether another district is called the same
   */
  record Unit(
      String id,
      String name,
      String zh,
      String city,
      Double population,
      Boolean embedded,
      Boolean namesake) {}

  /** A dimension of good governance. */
  record DimensionTitle(String id, String title, String zh) {}

  /**
   * An indicator.
   *
   * @param district which way is better for districts: higher, lower or context; null where it is
   *     not computed for them
   * @param city the same of cities
   * @param perResident whether it is compared, and shown, per resident
   */
  record IndicatorTitle(
      String id,
      String title,
      String zh,
      String dimension,
      String unit,
      String district,
      String city,
      Boolean perResident) {}

  /** A period of a city. */
  record Period(String city, String id, String title, String kind, String first, String last) {
    static Period of(
        String city, String id, String title, String kind, LocalDate first, LocalDate last) {
      return new Period(city, id, title, kind, first.toString(), last.toString());
    }
  }

  /**
   * A comparison group in one period under one weighting.
   *
   * @param median composite of those who are ranked
   */
  record Group(
      String group, String period, String weighting, int members, int ranked, Double median) {}

  /** Who stands where in a group, and how sure that is. */
  record Rank(
      String group,
      String unit,
      String period,
      String weighting,
      Integer rank,
      Integer low,
      Integer high,
      Integer lowAll,
      Integer highAll,
      Integer lowChoices,
      Integer highChoices,
      String standing,
      Integer compared) {}

  /** A composite score, what its weight rests on, and public value less efficiency. */
  record Composite(
      String unit,
      String period,
      String weighting,
      Double score,
      Double low,
      Double high,
      Double difference,
      Double differenceLow,
      Double differenceHigh,
      Double measured,
      Double censored,
      Double missing,
      String status) {}

  /**
   * A value as it is compared.
   *
   * @param status null for ok
   * @param reason number of the reason in the list of reasons
   * @param standing class against the median
   * @param position among the group's values, 1 is best
   */
  record Value(
      String unit,
      String period,
      String indicator,
      String status,
      Integer reason,
      Long n,
      Double coverage,
      Double low,
      Double value,
      Double high,
      Integer position,
      Integer positionLow,
      Integer positionHigh,
      String standing) {}

  /**
   * Where the values of a group lie.
   *
   * @param open whether some are censored
   * @param size how many are known
   * @param median as published; null where it lies among the censored
   * @param medianExceeds what it exceeds then
   */
  record Spread(
      String group,
      String period,
      String indicator,
      Double worst,
      Double best,
      Double lowerQuartile,
      Double middle,
      Double upperQuartile,
      Boolean open,
      int size,
      Double median,
      Double medianExceeds) {}

  /** A wave of a city's cases. */
  record Wave(String unit, int number, String first, String last) {}

  /** A day of whose cases something is to be known. */
  record Flag(String unit, String day, String flag) {}

  /**
   * A nearest neighbour.
   *
   * @param by the variable that most of the distance comes from, and {@code share} how much of it
   */
  record Peer(String unit, int number, String peer, double distance, String by, Double share) {}

  /**
   * What a factor has to do with ranks, in thousandths of their variance.
   *
   * @param unit null for the mean of the group
   */
  record Factor(
      String group,
      String unit,
      String period,
      String weighting,
      String factor,
      long first,
      long total) {}
}
