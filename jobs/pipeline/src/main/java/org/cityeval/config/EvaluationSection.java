package org.cityeval.config;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityeval.config.lake.Ordered;
import org.cityeval.series.Period;

/** What is evaluated: its name and its days, both ends included. */
public record EvaluationSection(
    String id,
    String title,
    String titleZh,
    LocalDate firstDay,
    LocalDate lastDay,
    Map<String, NamedPeriod> periods,
    Map<String, NamedPeriod> holidays)
    implements Serializable {

  /** Days with a name: a stretch of the span that is asked about, or public holidays. */
  public record NamedPeriod(String title, LocalDate firstDay, LocalDate lastDay)
      implements Serializable {}

  public EvaluationSection {
    periods = Ordered.copyOf(periods);
    holidays = Ordered.copyOf(holidays);
  }

  /** The first public holiday of the config that a day belongs to, if there is one. */
  public Optional<NamedPeriod> findHoliday(LocalDate day) {
    return holidays.values().stream()
        .filter(holiday -> !day.isBefore(holiday.firstDay()) && !day.isAfter(holiday.lastDay()))
        .findFirst();
  }

  /** The named periods, in the order of the config. */
  public List<Period> namedPeriods() {
    return periods.entrySet().stream()
        .map(
            entry ->
                new Period(
                    entry.getKey(),
                    entry.getValue().title(),
                    Period.Kind.NAMED,
                    entry.getValue().firstDay(),
                    entry.getValue().lastDay()))
        .toList();
  }
}
