package org.cityeval.withholding;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    return byEnd.stream().anyMatch(whole -> leavesFew(whole, small));
  }

  private boolean leavesFew(Counted whole, SmallCount small) {
    BigInteger sums = sums(whole);
    for (int few = 1; few < small.below(); few++) {
      long sum = whole.count() - few;
      if ((sum >= 0 && sums.testBit(Math.toIntExact(sum)))
          || sums.testBit(Math.toIntExact(whole.count() + few))) {
        return true;
      }
    }
    return false;
  }

  /**
   * What periods within one come to together, for each set of which no two meet: the bits that are
   * set. There are far more sets than sums.
   */
  private BigInteger sums(Counted whole) {
    List<Counted> within = byEnd.stream().filter(part -> isWithin(part, whole)).toList();
    List<BigInteger> endingWith = new ArrayList<>();
    BigInteger all = BigInteger.ZERO;
    for (Counted last : within) {
      int count = Math.toIntExact(last.count());
      BigInteger sums = BigInteger.ZERO.setBit(count);
      for (int before = 0; before < endingWith.size(); before++) {
        if (within.get(before).period().lastDay().isBefore(last.period().firstDay())) {
          sums = sums.or(endingWith.get(before).shiftLeft(count));
        }
      }
      endingWith.add(sums);
      all = all.or(sums);
    }
    return all;
  }

  private static boolean isWithin(Counted part, Counted whole) {
    return !part.period().periodId().equals(whole.period().periodId())
        && !part.period().firstDay().isBefore(whole.period().firstDay())
        && !part.period().lastDay().isAfter(whole.period().lastDay());
  }
}
