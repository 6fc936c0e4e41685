package org.cityeval.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How the districts of a city, and the city, are published over one stretch of days. A district
 * with a small count is closed: its days are withheld. The city's days are published where no small
 * count follows from them, which may take the closing of more districts; the numbers of fewest
 * persons go first. Else the city is closed, too.
 *
 * <p>What is published of the closed districts are some margins of a table. They are sums over the
 * districts by day (the city less the open districts), and sums over the week by district. The
 * bounds of a cell of such a table are known in closed form (Fréchet 1940; Dobra & Fienberg 2000),
 * and every whole number between them is possible (Hoffman & Kruskal 1956).
 *
 * @param city of the city's sums
 * @param districts by district
 */
record BlockRelease(Release city, List<Release> districts) {

  /** Decides; the same for the same counts, whatever else there is. */
  static BlockRelease of(CountBlock block, boolean[] mustClose, SmallCount small) {
    return new Choice(block, small).release(mustClose);
  }

  /** The choice for one stretch. */
  private record Choice(CountBlock block, SmallCount small) {

    BlockRelease release(boolean[] mustClose) {
      SortedSet<Integer> closed = new TreeSet<>();
      for (int district = 0; district < block.districts(); district++) {
        if (mustClose[district] || block.isSmall(district, small)) {
          closed.add(district);
        }
      }
      if (closed.isEmpty()) {
        return released(Release.DAILY, closed, new TreeSet<>());
      }
      return cityByDay(closed).orElseGet(() -> cityByWeek(closed).orElseGet(() -> noCity(closed)));
    }

    /** With the city's days. */
    private Optional<BlockRelease> cityByDay(SortedSet<Integer> closed) {
      if (block.isCitySmall(small) || !closed.stream().allMatch(block::isRegular)) {
        return Optional.empty();
      }
      SortedSet<Integer> all = new TreeSet<>(closed);
      List<Integer> more = candidates(closed);
      Optional<BlockRelease> found = besideDays(all);
      while (found.isEmpty() && !more.isEmpty()) {
        for (int i = 0; i < more.size() && found.isEmpty(); i++) {
          SortedSet<Integer> one = new TreeSet<>(all);
          one.add(more.get(i));
          found = besideDays(one);
        }
        // No single one is enough: the largest hides most.
        all.add(more.remove(more.size() - 1));
      }
      return found;
    }

    /** Open districts with cases that may be closed, the fewest first. */
    private List<Integer> candidates(SortedSet<Integer> closed) {
      return new ArrayList<>(
          IntStream.range(0, block.districts())
              .boxed()
              .filter(d -> !closed.contains(d) && block.isRegular(d) && block.total(d) > 0)
              .sorted(Comparator.comparingDouble((Integer d) -> block.total(d)))
              .toList());
    }

    /** Beside the city's days, with the week of some of the closed districts if that may be. */
    private Optional<BlockRelease> besideDays(SortedSet<Integer> closed) {
      Optional<SortedSet<Integer>> weekly = withWeeks(closed);
      if (weekly.isPresent() && isHiddenByDay(closed, weekly.get())) {
        return Optional.of(released(Release.DAILY, closed, weekly.get()));
      }
      return isHiddenInSums(closed)
          ? Optional.of(released(Release.DAILY, closed, new TreeSet<>()))
          : Optional.empty();
    }

    /** Whether no small count follows from the sums by day and those of some districts by week. */
    private boolean isHiddenByDay(SortedSet<Integer> closed, SortedSet<Integer> weekly) {
      double all = closed.stream().mapToDouble(block::total).sum();
      double rest = all - weekly.stream().mapToDouble(block::total).sum();
      for (int district : closed) {
        boolean isWeekly = weekly.contains(district);
        double row = isWeekly ? block.total(district) : rest;
        for (int day = 0; day < block.days(); day++) {
          if (small.is(block.count(district, day))) {
            double column = column(closed, day);
            double low = isWeekly ? Math.max(0, row + column - all) : 0;
            if (!small.isHidden(low, Math.min(row, column))) {
              return false;
            }
          }
        }
      }
      return true;
    }

    /** Whether no small count follows from the sums by day, where nothing else is said. */
    private boolean isHiddenInSums(SortedSet<Integer> closed) {
      for (int district : closed) {
        for (int day = 0; day < block.days(); day++) {
          int on = day;
          if (small.is(block.count(district, day))
              && (closed.stream().filter(d -> block.isObserved(d, on)).count() < 2
                  || !small.isHidden(0, column(closed, day)))) {
            return false;
          }
        }
      }
      return true;
    }

    private double column(SortedSet<Integer> closed, int day) {
      return closed.stream().mapToDouble(district -> block.count(district, day)).sum();
    }

    /** With the sum of the city's week. */
    private Optional<BlockRelease> cityByWeek(SortedSet<Integer> closed) {
      boolean isKnown =
          IntStream.range(0, block.districts())
              .allMatch(district -> block.isComplete(district) && block.isRegular(district));
      return isKnown
          ? withWeeks(closed).map(weekly -> released(Release.WEEKLY, closed, weekly))
          : Optional.empty();
    }

    /** With nothing of the city, so that no district tells of another. */
    private BlockRelease noCity(SortedSet<Integer> closed) {
      return released(Release.WITHHELD, closed, weeks(closed));
    }

    /**
     * The closed districts whose week may be told beside the sum of all: those without are none, or
     * several of enough persons together. Empty where that cannot be.
     */
    private Optional<SortedSet<Integer>> withWeeks(SortedSet<Integer> closed) {
      if (!block.isWeek() || !closed.stream().allMatch(block::isComplete)) {
        return Optional.empty();
      }
      SortedSet<Integer> weekly = weeks(closed);
      while (weekly.size() < closed.size()) {
        double rest =
            closed.stream().filter(d -> !weekly.contains(d)).mapToDouble(block::total).sum();
        if (closed.size() - weekly.size() > 1 && small.isHidden(0, rest)) {
          break;
        }
        Optional<Integer> next =
            weekly.stream().min(Comparator.comparingDouble((Integer d) -> block.total(d)));
        if (next.isEmpty()) {
          return Optional.empty();
        }
        weekly.remove(next.get());
      }
      return Optional.of(weekly);
    }

    /** The closed districts whose sum of the week is not small. */
    private SortedSet<Integer> weeks(SortedSet<Integer> closed) {
      SortedSet<Integer> weekly = new TreeSet<>();
      for (int district : closed) {
        if (block.isWeek()
            && block.isComplete(district)
            && block.isRegular(district)
            && block.total(district) >= small.below()) {
          weekly.add(district);
        }
      }
      return weekly;
    }

    private BlockRelease released(
        Release city, SortedSet<Integer> closed, SortedSet<Integer> weekly) {
      return new BlockRelease(
          city,
          IntStream.range(0, block.districts())
              .mapToObj(
                  district ->
                      !closed.contains(district)
                          ? Release.DAILY
                          : weekly.contains(district) ? Release.WEEKLY : Release.WITHHELD)
              .toList());
    }
  }
}
