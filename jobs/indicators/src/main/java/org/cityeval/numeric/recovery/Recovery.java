package org.cityeval.numeric.recovery;

import java.util.OptionalInt;
import org.cityeval.numeric.statistics.Decimals;

/** When a level is reached and held, since a single day above it may be a holiday or an error. */
public final class Recovery {
  private Recovery() {}

  /**
   * First day, not before {@code from}, that opens {@code days} consecutive observed days at or
   * above {@code threshold}. It is empty where the series ends first, which is a censored time and
   * not a missing one. A {@code NaN} day breaks the run.
   */
  public static OptionalInt firstSustained(double[] level, int from, double threshold, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("A level is held for at least one day, not " + days);
    }
    int held = 0;
    for (int day = Math.max(0, from); day < level.length; day++) {
      held = Decimals.atLeast(level[day], threshold) ? held + 1 : 0;
      if (held == days) {
        return OptionalInt.of(day - days + 1);
      }
    }
    return OptionalInt.empty();
  }
}
