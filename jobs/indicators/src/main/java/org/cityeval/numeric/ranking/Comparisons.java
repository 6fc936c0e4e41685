package org.cityeval.numeric.ranking;

import java.util.Arrays;

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
   * Asks, of each pair of units, whether the first is above the second, all pairs together; then
   * those that are left, by their own critical value, and so on until none is decided (Romano and
   * Wolf 2005). Where a pair is asked both ways, the other way stays a question once the one is
   * decided, so that the level holds for a claim of the wrong sign, too; csranks has it so. In time
   * of pairs times draws for each round.
   *
   * @param pairs of different units; put into another order
   */
  void stepDown(int[][] pairs, double level) {
    double[] largest = new double[errors.count()];
    int open = pairs.length;
    for (int before = -1; open != before && open > 0; ) {
      before = open;
      Arrays.fill(largest, 0);
      for (int i = 0; i < open; i++) {
        takeIn(pairs[i][0], pairs[i][1], largest);
      }
      double critical = CriticalValue.of(largest, level);
      open = 0;
      for (int i = 0; i < before; i++) {
        if (!decide(pairs[i][0], pairs[i][1], critical)) {
          pairs[open++] = pairs[i];
        }
      }
    }
  }

  /** Raises {@code largest} to how far above the other's the one's error is, squared. */
  private void takeIn(int above, int below, double[] largest) {
    double variance = errors.varianceOf(above, below);
    if (variance == 0) {
      return;
    }
    double[] high = errors.drawsOf(above);
    double[] low = errors.drawsOf(below);
    double highMean = errors.meanOf(above);
    double lowMean = errors.meanOf(below);
    for (int draw = 0; draw < largest.length; draw++) {
      double apart = Math.max(0, (high[draw] - highMean) - (low[draw] - lowMean));
      largest[draw] = Math.max(largest[draw], apart * apart / variance);
    }
  }
}
