package org.cityeval.withholding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cityeval.disclosure.SmallCount;
import org.cityeval.series.Period;

/**
 * Counts of one thing over several periods. Who knows those of a period, and of periods within it
 * that do not meet, knows by subtraction those of the days between.
 */
final class NestedCounts {
  /** How many there were in a period. */
  record Counted(Period period, long count) {}

  private final List<Counted> byEnd;

  NestedCounts(List<Counted> counts) {
    byEnd =
        counts.stream()
            .sorted(Comparator.comparing((Counted of) -> of.period().lastDay()))
            .toList();
  }

  /** Whether few are left of a period where periods within it are taken away. */
  boolean leaveFew(SmallCount small) {
    return byEnd.stream()
        .anyMatch(
            whole ->
                sums(whole).stream().anyMatch(sum -> small.is((double) (whole.count() - sum))));
  }

  /** What periods within one come to together, for each set of which no two meet. */
  private Set<Long> sums(Counted whole) {
    List<Counted> within = byEnd.stream().filter(part -> isWithin(part, whole)).toList();
    List<Set<Long>> endingWith = new ArrayList<>();
    Set<Long> all = new HashSet<>();
    for (Counted last : within) {
      Set<Long> sums = new HashSet<>(Set.of(last.count()));
      for (int before = 0; before < endingWith.size(); before++) {
        if (within.get(before).period().lastDay().isBefore(last.period().firstDay())) {
          endingWith.get(before).forEach(sum -> sums.add(sum + last.count()));
        }
      }
      endingWith.add(sums);
      all.addAll(sums);
    }
    return all;
  }

  private static boolean isWithin(Counted part, Counted whole) {
    return !part.period().periodId().equals(whole.period().periodId())
        && !part.period().firstDay().isBefore(whole.period().firstDay())
        && !part.period().lastDay().isAfter(whole.period().lastDay());
  }
}
