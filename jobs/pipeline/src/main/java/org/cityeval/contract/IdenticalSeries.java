package org.cityeval.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts series into stretches of 28 days, so that districts with the same series can be found by
 * what their stretches hold. No two districts are compared that have nothing in common; the numbers
 * themselves are the key, not a hash of them.
 */
final class IdenticalSeries implements Serializable {
  private static final int STRETCH_DAYS = 28;

  /** Stretches of fewer different numbers other than 0 agree by chance: a few cases, a zero. */
  private static final int FEWEST_NUMBERS = 3;

  private final String rule;
  private final LocalDate from;

  /**
   * @param rule id of the check
   * @param from first day of a stretch
   */
  IdenticalSeries(String rule, LocalDate from) {
    this.rule = rule;
    this.from = from;
  }

  /**
   * A stretch of days.
   *
   * @param numbers its days and values
   * @param length how long it is: its number is its days
   */
  record Stretch(String numbers, Measurement length) {}

  /** The stretches of a series that could tell one district from another. */
  List<Stretch> find(Measurement.Subject subject, Series series) {
    Map<Long, List<Integer>> byStretch = new TreeMap<>();
    for (int i = 0; i < series.days().length; i++) {
      long stretch =
          Math.floorDiv(series.days()[i].toEpochDay() - from.toEpochDay(), (long) STRETCH_DAYS);
      byStretch.computeIfAbsent(stretch, key -> new ArrayList<>()).add(i);
    }
    return byStretch.values().stream()
        .filter(
            positions ->
                positions.stream()
                        .map(i -> series.values()[i])
                        .filter(v -> v != 0)
                        .distinct()
                        .count()
                    >= FEWEST_NUMBERS)
        .map(positions -> stretch(subject, series, positions))
        .toList();
  }

  private Stretch stretch(Measurement.Subject subject, Series series, List<Integer> positions) {
    StringBuilder numbers = new StringBuilder();
    for (int i : positions) {
      numbers.append(series.days()[i]).append(' ').append(series.values()[i]).append(';');
    }
    return new Stretch(
        numbers.toString(),
        new Measurement(
            rule,
            subject,
            series.days()[positions.get(0)],
            series.days()[positions.get(positions.size() - 1)],
            positions.size(),
            true));
  }
}
