package org.cityeval.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Consecutive days of one district, or of a city as a whole: those of a period, and behind them the
 * days before it that were asked for. Every quantity has one value per day; {@code NaN} marks a day
 * without an observation, 0 a day on which none was observed.
 *
 * <p>Days before the period are never days of the series. They are read by {@link #earlier}, or
 * laid open by {@link #withLead}: a lag that is cut at the period's first day cannot be written.
 */
public final class DistrictSeries implements Serializable {
  private final Subject subject;
  private final Days span;
  private final EnumMap<Quantity, double[]> values;

  /** Whose days these are. */
  private record Subject(String cityId, String districtId, Level level, double population)
      implements Serializable {}

  /**
   * Which days the arrays hold.
   *
   * @param first the first day of the period
   * @param count days of the period
   * @param lead days before it
   * @param reach how far back a reader may look; beyond it there is no day, or none was asked for
   */
  private record Days(LocalDate first, int count, int lead, int reach) implements Serializable {
    int held() {
      return lead + count;
    }
  }

  /**
   * A whole series: nothing lies before it.
   *
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
    this(
        new Subject(cityId, districtId, level, population),
        new Days(firstDay, days, 0, Integer.MAX_VALUE),
        new EnumMap<>(Quantity.class));
    values.forEach(
        (quantity, daily) -> {
          if (daily.length != days) {
            throw new IllegalArgumentException(
                quantity + " has " + daily.length + " days, the series has " + days);
          }
          this.values.put(quantity, daily.clone());
        });
  }

  /** Days of another series, which no one can change, and so are shared with it. */
  private DistrictSeries(Subject subject, Days span, EnumMap<Quantity, double[]> values) {
    this.subject = subject;
    this.span = span;
    this.values = values;
  }

  public String cityId() {
    return subject.cityId();
  }

  public String districtId() {
    return subject.districtId();
  }

  public Level level() {
    return subject.level();
  }

  public double population() {
    return subject.population();
  }

  public LocalDate firstDay() {
    return span.first();
  }

  public LocalDate date(int day) {
    return span.first().plusDays(day);
  }

  public int days() {
    return span.count();
  }

  /**
   * How many days before the period it holds; fewer than were asked for where there are no more.
   */
  public int leadDays() {
    return span.lead();
  }

  /** The daily values, oldest first; all {@code NaN} where the quantity was never observed. */
  public double[] daily(Quantity quantity) {
    return earlier(quantity, 0);
  }

  /**
   * Of each day the value so many days before it, from before the period where that lies there;
   * {@code NaN} where there is none.
   *
   * @throws IllegalArgumentException if the series was cut with fewer days before the period
   */
  public double[] earlier(Quantity quantity, int lagDays) {
    if (lagDays < 0 || lagDays > span.reach()) {
      throw new IllegalArgumentException(
          quantity + " of " + lagDays + " days before, the series was cut with " + span.reach());
    }
    double[] lagged = new double[span.count()];
    Arrays.fill(lagged, Double.NaN);
    double[] held = values.get(quantity);
    if (held != null) {
      for (int day = Math.max(0, lagDays - span.lead()); day < lagged.length; day++) {
        lagged[day] = held[span.lead() + day - lagDays];
      }
    }
    return lagged;
  }

  /** Whether it was observed on a day of the period. */
  public boolean observes(Quantity quantity) {
    return observedDays(quantity) > 0;
  }

  /** On how many days of the period it was observed. */
  public int observedDays(Quantity quantity) {
    double[] held = values.get(quantity);
    if (held == null) {
      return 0;
    }
    int observed = 0;
    for (int day = span.lead(); day < held.length; day++) {
      observed += Double.isNaN(held[day]) ? 0 : 1;
    }
    return observed;
  }

  /** The days of the period that this series holds; empty (0 days) where they do not meet. */
  public DistrictSeries during(Period period) {
    return during(period, 0);
  }

  /**
   * The days of the period that this series holds, and behind them up to {@code lead} days before;
   * empty where the period and the series do not meet.
   */
  public DistrictSeries during(Period period, int lead) {
    int from = (int) Math.max(0, period.firstDay().toEpochDay() - span.first().toEpochDay());
    int to = (int) Math.min(days(), period.lastDay().toEpochDay() - span.first().toEpochDay() + 1);
    int length = Math.max(0, to - from);
    int before = length > 0 ? Math.min(lead, span.lead() + from) : 0;
    int reach = (int) Math.min(lead, (long) span.reach() + from);
    int start = span.lead() + from - before;
    EnumMap<Quantity, double[]> cut = new EnumMap<>(Quantity.class);
    values.forEach(
        (quantity, held) ->
            cut.put(
                quantity,
                length == 0
                    ? new double[0]
                    : Arrays.copyOfRange(held, start, start + before + length)));
    return new DistrictSeries(
        subject, new Days(span.first().plusDays(from), length, before, reach), cut);
  }

  /** The days before the period as days of the series; nothing is known of those before them. */
  public DistrictSeries withLead() {
    return new DistrictSeries(
        subject, new Days(span.first().minusDays(span.lead()), span.held(), 0, 0), values);
  }

  /** The series with these quantities only: one left out was never observed. */
  public DistrictSeries only(Set<Quantity> quantities) {
    EnumMap<Quantity, double[]> kept = new EnumMap<>(values);
    kept.keySet().retainAll(quantities);
    return new DistrictSeries(subject, span, kept);
  }
}
