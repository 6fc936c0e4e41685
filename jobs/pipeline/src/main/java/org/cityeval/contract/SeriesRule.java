package org.cityeval.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.config.lake.ContractCheck;
import org.cityeval.config.lake.ContractCheck.Method;
import org.cityeval.config.lake.ContractCheck.Unit;
import org.cityeval.numeric.timeseries.Jumps;
import org.cityeval.numeric.timeseries.UnchangedRuns;

/** One check over single series: numbers in, measurements out, nothing else. */
final class SeriesRule implements Serializable {
  /** Days a source is asked for. */
  record Expected(LocalDate first, LocalDate last, List<LocalDate> days) {
    Expected {
      days = List.copyOf(days);
    }
  }

  private final ContractCheck check;
  private final MeasureKind kind;

  SeriesRule(ContractCheck check, MeasureKind kind) {
    this.check = check;
    this.kind = kind;
  }

  /** Every measurement that breaks the check; where none does, the one that is nearest to it. */
  List<Measurement> measure(Measurement.Subject subject, Series series, Expected expected) {
    List<Measurement> all =
        switch (check.rule().implementation()) {
          case OBSERVED_DAYS -> observedDays(subject, series, expected);
          case FROZEN_DAYS -> frozenDays(subject, series);
          case JUMP -> each(subject, series, jumps(series));
          case INCREMENT ->
              kind == MeasureKind.CUMULATIVE_COUNT
                  ? each(subject, series, series.increments())
                  : List.of();
          case IDENTICAL_DAYS, SUM_OF_DISTRICTS -> List.of();
        };
    List<Measurement> breaking = all.stream().filter(found -> !found.holds()).toList();
    if (!breaking.isEmpty()) {
      return breaking;
    }
    Comparator<Measurement> bySize = Comparator.comparingDouble(Measurement::number);
    return all.stream()
        .max(check.operators().isFloor() ? bySize.reversed() : bySize)
        .map(List::of)
        .orElse(List.of());
  }

  private List<Measurement> observedDays(
      Measurement.Subject subject, Series series, Expected expected) {
    if (expected.days().isEmpty()) {
      return List.of();
    }
    Predicate<LocalDate> isExpected = new HashSet<>(expected.days())::contains;
    int due = Math.max(1, expected.days().size() / check.arguments().everyDays());
    double observed = (double) series.observed(isExpected);
    double number = check.unit() == Unit.PERCENT ? Math.min(100, 100 * observed / due) : observed;
    return List.of(found(subject, expected.first(), expected.last(), number));
  }

  /** A count of 0 says that nothing happened, on however many days; any other value may change. */
  private List<Measurement> frozenDays(Measurement.Subject subject, Series series) {
    double[] events = series.events(kind).clone();
    if (kind == MeasureKind.CUMULATIVE_COUNT || kind == MeasureKind.DAILY_COUNT) {
      for (int i = 0; i < events.length; i++) {
        events[i] = events[i] == 0 ? Double.NaN : events[i];
      }
    }
    List<Measurement> runs = new ArrayList<>();
    for (UnchangedRuns.Run run : UnchangedRuns.of(events)) {
      LocalDate first = series.days()[run.first()];
      LocalDate last = series.days()[run.last()];
      runs.add(found(subject, first, last, (double) (last.toEpochDay() - first.toEpochDay() + 1)));
    }
    if (runs.isEmpty() && events.length > 0) {
      LocalDate day = series.days()[0];
      runs.add(found(subject, day, day, 1));
    }
    return runs;
  }

  private double[] jumps(Series series) {
    double[] events = series.events(kind);
    int first = kind == MeasureKind.CUMULATIVE_COUNT ? Math.min(1, events.length) : 0;
    double[] known = Arrays.copyOfRange(events, first, events.length);
    double[] scores =
        check.arguments().method() == Method.FACTOR ? Jumps.factors(known) : Jumps.robustZ(known);
    double[] jumps = new double[events.length];
    Arrays.fill(jumps, 0, first, Double.NaN);
    System.arraycopy(scores, 0, jumps, first, scores.length);
    return jumps;
  }

  /** A measurement for each day with a number. */
  private List<Measurement> each(Measurement.Subject subject, Series series, double[] numbers) {
    return IntStream.range(0, numbers.length)
        .filter(i -> !Double.isNaN(numbers[i]))
        .mapToObj(i -> found(subject, series.days()[i], series.days()[i], numbers[i]))
        .toList();
  }

  private Measurement found(
      Measurement.Subject subject, LocalDate first, LocalDate last, double number) {
    return new Measurement(
        check.id(), subject, first, last, number, check.operators().holds(number));
  }
}
