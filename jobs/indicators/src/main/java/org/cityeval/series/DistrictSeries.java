package org.cityeval.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Consecutive days of one district, or of a city as a whole. Every quantity has one value per day;
 * {@code NaN} marks a day without an observation, 0 a day on which none was observed.
 */
public final class DistrictSeries implements Serializable {
  private final String cityId;
  private final String districtId;
  private final Level level;
  private final double population;
  private final LocalDate firstDay;
  private final int days;
  private final int leadDays;
  private final EnumMap<Quantity, double[]> values;

  /**
   * @param population residents; {@code NaN} where unknown
   * @param values one array of {@code days} values per quantity; a quantity left out is unobserved
   */
  public DistrictSeries(
      String cityId,
      String districtId,
      Level level,
      double population,
      LocalDate firstDay,
      int days,
      Map<Quantity, double[]> values) {
    this(cityId, districtId, level, population, new Days(firstDay, days, 0), values);
  }

  /** Which days a series has, and how many of them lie before the period it is about. */
  private record Days(LocalDate first, int count, int lead) {}

  private DistrictSeries(
      String cityId,
      String districtId,
      Level level,
      double population,
      Days span,
      Map<Quantity, double[]> values) {
    this.cityId = cityId;
    this.districtId = districtId;
    this.level = level;
    this.population = population;
    this.firstDay = span.first();
    this.days = span.count();
    this.leadDays = span.lead();
    this.values = new EnumMap<>(Quantity.class);
    values.forEach(
        (quantity, daily) -> {
          if (daily.length != days) {
            throw new IllegalArgumentException(
                quantity + " has " + daily.length + " days, the series has " + days);
          }
          this.values.put(quantity, daily.clone());
        });
  }

  public String cityId() {
    return cityId;
  }

  public String districtId() {
    return districtId;
  }

  public Level level() {
    return level;
  }

  public double population() {
    return population;
  }

  public LocalDate firstDay() {
    return firstDay;
  }

  public LocalDate date(int day) {
    return firstDay.plusDays(day);
  }

  public int days() {
    return days;
  }

  /** How many of the first days lie before the period that the series is about. */
  public int leadDays() {
    return leadDays;
  }

  /** The daily values, oldest first; all {@code NaN} where the quantity was never observed. */
  public double[] daily(Quantity quantity) {
    double[] daily = values.get(quantity);
    if (daily != null) {
      return daily.clone();
    }
    double[] unobserved = new double[days];
    java.util.Arrays.fill(unobserved, Double.NaN);
    return unobserved;
  }

  public boolean observes(Quantity quantity) {
    return observedDays(quantity) > 0;
  }

  public int observedDays(Quantity quantity) {
    double[] daily = values.get(quantity);
    if (daily == null) {
      return 0;
    }
    int observed = 0;
    for (double value : daily) {
      observed += Double.isNaN(value) ? 0 : 1;
    }
    return observed;
  }

  /** The days of the period that this series holds; empty (0 days) where they do not meet. */
  public DistrictSeries during(Period period) {
    return during(period, 0);
  }

  /**
   * The days of the period that this series holds, and up to {@code lead} days before them; empty
   * where the period and the series do not meet.
   */
  public DistrictSeries during(Period period, int lead) {
    int from = (int) Math.max(0, period.firstDay().toEpochDay() - firstDay.toEpochDay());
    int to = (int) Math.min(days, period.lastDay().toEpochDay() - firstDay.toEpochDay() + 1);
    int before = to > from ? Math.min(lead, from) : 0;
    int start = from - before;
    int length = Math.max(0, to - start);
    EnumMap<Quantity, double[]> cut = new EnumMap<>(Quantity.class);
    values.forEach(
        (quantity, daily) ->
            cut.put(
                quantity,
                length == 0
                    ? new double[0]
                    : java.util.Arrays.copyOfRange(daily, start, start + length)));
    return new DistrictSeries(
        cityId,
        districtId,
        level,
        population,
        new Days(firstDay.plusDays(start), length, before),
        cut);
  }

  /** The series with these quantities only: one left out was never observed. */
  public DistrictSeries only(Set<Quantity> quantities) {
    EnumMap<Quantity, double[]> kept = new EnumMap<>(values);
    kept.keySet().retainAll(quantities);
    return new DistrictSeries(
        cityId, districtId, level, population, new Days(firstDay, days, leadDays), kept);
  }
}
