package org.cityeval.numeric.ranking;

import java.util.BitSet;

/** Which units are above which others beyond doubt, and how many above and below each. */
final class Comparisons {
  private final double[] estimates;
  private final RankErrors errors;
  private final int[] better;
  private final int[] worse;

  Comparisons(double[] estimates, RankErrors errors) {
    this.estimates = estimates;
    this.errors = errors;
    this.better = new int[estimates.length];
    this.worse = new int[estimates.length];
  }

  /** The ranks of a unit that are left by what is decided so far. */
  RankRange range(int unit) {
    return new RankRange(1 + better[unit], estimates.length - worse[unit]);
  }

  /**
   * Decides that one unit is above another if it is so by more than {@code critical} standard
   * errors, and by any distance where there is no error. Never asked again once decided.
   */
  boolean decide(int above, int below, double critical) {
    double apart = estimates[above] - estimates[below];
    if (!(apart > critical * Math.sqrt(errors.varianceOf(above, below)))) {
      return false;
    }
    worse[above]++;
    better[below]++;
    return true;
  }

  /**
   * Tests for each pair of units whether the first is above the second, all pairs together. Then it
   * tests those that are left, by their own critical value, until none is decided (Romano and Wolf
   * 2005). If a pair is tested both ways, the other way is still tested once the one is decided. So
   * the level holds for a claim of the wrong sign, too. csranks does the same. In time of pairs
   * times draws for each round but the first.
   *
   * @param pairs of different units; put into another order
   * @param farthest of all these pairs; used up
   */
  void stepDown(int[][] pairs, FarthestPairs farthest, double level) {
    int open = pairs.length;
    while (open > 0) {
      double critical = farthest.critical(level);
      BitSet decided = new BitSet();
      int before = open;
      open = 0;
      for (int i = 0; i < before; i++) {
        if (decide(pairs[i][0], pairs[i][1], critical)) {
          decided.set(farthest.number(pairs[i][0], pairs[i][1]));
        } else {
          pairs[open++] = pairs[i];
        }
      }
      if (open == before) {
        return;
      }
      farthest.leaveOut(decided, pairs, open);
    }
  }
}
