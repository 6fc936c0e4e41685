package org.cityeval.numeric.ranking;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Ranks;

/**
 * Of each draw, the units that can be in a front, by ascending variance. Who has an error between
 * two others, and a higher variance than both, is in neither front. That is told by classes of
 * variance, without sorting. Of thousands it mostly leaves some dozens, where variances differ.
 */
final class FrontCandidates {
  /** Fewer are sorted as they are. */
  private static final int FEWEST_TO_LEAVE_OUT = 24;

  private static final int CLASSES = 256;

  /** Leaves of a number its exponent and three bits: classes are steps of an eighth, or less. */
  private static final int SHIFT = 49;

  private final boolean hasKnownVariances;
  private final double[] highest = new double[CLASSES];
  private final double[] lowest = new double[CLASSES];
  private final int[] classes;
  private final int[] kept;

  /** The class of the smallest variances, among all that numbers have. */
  private final long firstClass;

  /** All units, once they are in order, where that is the same in every draw. */
  private int[] order;

  FrontCandidates(RankErrors errors) {
    this.hasKnownVariances = errors.hasKnownVariances();
    this.classes = new int[errors.units()];
    this.kept = new int[classes.length];
    long last = 0;
    for (int unit = 0; unit < classes.length; unit++) {
      last = Math.max(last, bits(errors.varianceOf(unit)));
    }
    // A draw raises variances by less than they differ. Beyond the classes all are of one.
    this.firstClass = last - CLASSES * 3L / 4;
  }

  private static long bits(double variance) {
    return Double.doubleToRawLongBits(variance) >>> SHIFT;
  }

  /**
   * The candidates of a draw, of equal variance in their given order.
   *
   * @param errors by unit
   * @param variances by unit, 0 or more
   */
  int[] byVariance(double[] errors, double[] variances) {
    if (order != null) {
      return order;
    }
    if (hasKnownVariances) {
      order = Ranks.ascending(variances);
      return order;
    }
    if (variances.length < FEWEST_TO_LEAVE_OUT) {
      return Ranks.ascending(variances);
    }
    int count = keep(errors, variances);
    double[] theirs = new double[count];
    for (int i = 0; i < count; i++) {
      theirs[i] = variances[kept[i]];
    }
    int[] ascending = Ranks.ascending(theirs);
    for (int i = 0; i < count; i++) {
      ascending[i] = kept[ascending[i]];
    }
    return ascending;
  }

  /** How many are kept, in their given order. */
  private int keep(double[] errors, double[] variances) {
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    for (int unit = 0; unit < errors.length; unit++) {
      long steps = bits(variances[unit]) - firstClass;
      int its = (int) Math.max(0, Math.min(CLASSES - 1, steps));
      classes[unit] = its;
      if (errors[unit] > highest[its]) {
        highest[its] = errors[unit];
      }
      if (errors[unit] < lowest[its]) {
        lowest[its] = errors[unit];
      }
    }
    // From here on: of all classes below.
    double above = Double.NEGATIVE_INFINITY;
    double below = Double.POSITIVE_INFINITY;
    for (int i = 0; i < CLASSES; i++) {
      double itsHighest = highest[i];
      double itsLowest = lowest[i];
      highest[i] = above;
      lowest[i] = below;
      above = Math.max(above, itsHighest);
      below = Math.min(below, itsLowest);
    }
    int count = 0;
    for (int unit = 0; unit < errors.length; unit++) {
      if (errors[unit] > highest[classes[unit]] || errors[unit] < lowest[classes[unit]]) {
        kept[count++] = unit;
      }
    }
    return count;
  }
}
