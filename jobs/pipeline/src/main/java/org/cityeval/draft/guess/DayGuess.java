package org.cityeval.draft.guess;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cityeval.draft.sample.ColumnProfile;

/**
 * Which columns of a table say the day of a record.
 *
 * @param moment the expression for events, which may say a time
 * @param days of each record; null where it names none
 * @param timed whether the records are moments rather than days
 */
public record DayGuess(
    String expression,
    String moment,
    Set<String> columns,
    List<LocalDate> days,
    boolean timed,
    String why) {
  private static final double DATED_SHARE = 0.9;
  private static final int STRAY_SHARE = 100;
  private static final int WEEK = 7;
  private static final int SHORTEST_MONTH = 28;

  /** How long a period one record speaks of. */
  public enum Step {
    DAY,
    WEEK,
    MONTH
  }

  public DayGuess {
    columns = Set.copyOf(columns);
  }

  static Optional<DayGuess> guess(List<ColumnProfile> profiles) {
    Optional<DayGuess> parts = fromParts(profiles);
    if (parts.isPresent()) {
      return parts;
    }
    DayGuess best = null;
    for (ColumnProfile profile : profiles) {
      DayGuess guess = fromColumn(profile).orElse(null);
      if (guess != null && (best == null || (best.timed && !guess.timed))) {
        best = guess;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The columns that name moments, in their order. */
  static List<String> moments(List<ColumnProfile> profiles) {
    return profiles.stream()
        .filter(
            profile -> DayNotation.find(profile.distinct()).filter(DayNotation::timed).isPresent())
        .map(ColumnProfile::name)
        .toList();
  }

  private static Optional<DayGuess> fromColumn(ColumnProfile profile) {
    if (profile.filled() < DATED_SHARE * profile.cells().size()) {
      return Optional.empty();
    }
    return DayNotation.find(profile.distinct())
        .map(
            notation -> {
              Map<String, LocalDate> known = new HashMap<>();
              List<LocalDate> days = new ArrayList<>(profile.cells().size());
              for (String cell : profile.cells()) {
                days.add(known.computeIfAbsent(cell, text -> notation.day(text).orElse(null)));
              }
              return new DayGuess(
                  notation.expression(profile.name()),
                  notation.isIso()
                      ? Sql.column(profile.name())
                      : notation.expression(profile.name()),
                  Set.of(profile.name()),
                  days,
                  notation.timed(),
                  "its cells are "
                      + (notation.timed() ? "times" : "days")
                      + " like "
                      + profile.distinct().iterator().next()
                      + (notation.certain() ? "" : "; day and month may be the other way round"));
            });
  }

  private static Optional<DayGuess> fromParts(List<ColumnProfile> profiles) {
    Optional<ColumnProfile> year = named(profiles, "year|yr|年", 1990, 2099);
    Optional<ColumnProfile> month = named(profiles, "month|月", 1, 12);
    Optional<ColumnProfile> day = named(profiles, "day( .*)?|日", 1, 31);
    if (year.isEmpty() || month.isEmpty() || day.isEmpty()) {
      return Optional.empty();
    }
    double[] years = year.get().numbers();
    double[] months = month.get().numbers();
    double[] ofMonth = day.get().numbers();
    List<LocalDate> days = new ArrayList<>(years.length);
    for (int i = 0; i < years.length; i++) {
      days.add(date(years[i], months[i], ofMonth[i]));
    }
    List<String> names = List.of(year.get().name(), month.get().name(), day.get().name());
    String date = "make_date(" + String.join(", ", names.stream().map(Sql::column).toList()) + ")";
    return Optional.of(
        new DayGuess(
            date, date, Set.copyOf(names), days, false, "the day stands in three columns"));
  }

  private static LocalDate date(double year, double month, double day) {
    try {
      return Double.isNaN(year + month + day)
          ? null
          : LocalDate.of((int) year, (int) month, (int) day);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static Optional<ColumnProfile> named(
      List<ColumnProfile> profiles, String pattern, int least, int most) {
    return profiles.stream()
        .filter(profile -> profile.words().matches(pattern))
        .filter(profile -> profile.isNumeric() && profile.isWhole())
        .filter(profile -> profile.quantile(0) >= least && profile.quantile(1) <= most)
        .findFirst();
  }

  /** The first and last day; of events those with a hundredth of the records of a middling day. */
  Optional<Span> span() {
    List<LocalDate> sorted = days.stream().filter(day -> day != null).sorted().toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    if (!timed) {
      return Optional.of(new Span(sorted.get(0), sorted.get(sorted.size() - 1)));
    }
    Map<LocalDate, Integer> records = new TreeMap<>();
    sorted.forEach(day -> records.merge(day, 1, Integer::sum));
    int median = records.get(sorted.get(sorted.size() / 2));
    List<LocalDate> busy =
        records.entrySet().stream()
            .filter(day -> STRAY_SHARE * day.getValue() >= median)
            .map(Map.Entry::getKey)
            .toList();
    return Optional.of(new Span(busy.get(0), busy.get(busy.size() - 1)));
  }

  /** Mean number of records of a day, or of a day and key; blank keys left out. */
  double recordsPerDay(Optional<ColumnProfile> key) {
    Map<String, Integer> records = new HashMap<>();
    int all = 0;
    for (int i = 0; i < days.size(); i++) {
      String of = key.isEmpty() ? "all" : key.get().cells().get(i);
      if (days.get(i) != null && !of.isEmpty()) {
        records.merge(days.get(i) + " " + of, 1, Integer::sum);
        all++;
      }
    }
    return records.isEmpty() ? 0 : (double) all / records.size();
  }

  /** The distance of most days that follow each other. */
  Step step() {
    return step(new TreeSet<>(days.stream().filter(day -> day != null).toList()));
  }

  private static Step step(TreeSet<LocalDate> distinct) {
    List<Long> gaps = new ArrayList<>();
    LocalDate last = null;
    for (LocalDate day : distinct) {
      if (last != null) {
        gaps.add(ChronoUnit.DAYS.between(last, day));
      }
      last = day;
    }
    gaps.sort(null);
    long median = gaps.isEmpty() ? 1 : gaps.get(gaps.size() / 2);
    return median >= SHORTEST_MONTH ? Step.MONTH : median >= WEEK ? Step.WEEK : Step.DAY;
  }

  /** From one day to another, both included. */
  public record Span(LocalDate first, LocalDate last) {
    Optional<Span> common(Span other) {
      LocalDate later = first.isAfter(other.first) ? first : other.first;
      LocalDate earlier = last.isBefore(other.last) ? last : other.last;
      return later.isAfter(earlier) ? Optional.empty() : Optional.of(new Span(later, earlier));
    }
  }
}
