package org.cityeval.config;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cityeval.config.lake.Ordered;
import org.cityeval.series.Period;

/** What is evaluated: its name and its days, both ends included. */
public record EvaluationSection(
    String id,
    String title,
    String titleZh,
    LocalDate firstDay,
    LocalDate lastDay,
    Map<String, NamedPeriod> periods)
    implements Serializable {

  /** A stretch of the span that the evaluation asks about by name. */
  public record NamedPeriod(String title, LocalDate firstDay, LocalDate lastDay)
      implements Serializable {}

  public EvaluationSection {
    periods = Ordered.copyOf(periods);
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
