package org.cityeval.numeric.composite;

import java.io.Serializable;

/**
 * Finds between which knots a value lies. The knots are looked up in cells of equal width, about
 * one for each, and those of one cell are searched: where they lie even, in a time that does not
 * depend on their number.
 */
final class Knots implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] at;

  /** Cells per unit of value; 0 where all knots are in one. */
  private final double density;

  /** Of each cell how many knots lie in those before it; then the number of all. */
  private final int[] before;

  /**
   * Knots to look among.
   *
   * @param at finite, each larger than the one before; at least one; not copied
   */
  Knots(double[] at) {
    this.at = at;
    double width = at[at.length - 1] - at[0];
    double even = at.length / width;
    this.density = width > 0 && Double.isFinite(width) && Double.isFinite(even) ? even : 0;
    this.before = new int[(density > 0 ? cell(at[at.length - 1]) : 0) + 2];
    for (double knot : at) {
      before[cell(knot) + 1]++;
    }
    for (int cell = 1; cell < before.length; cell++) {
      before[cell] += before[cell - 1];
    }
  }

  /** Does not fall where the value grows, so that knots of lower cells are smaller. */
  private int cell(double value) {
    return (int) ((value - at[0]) * density);
  }

  /**
   * The number of the last knot that is no larger than a value.
   *
   * @param value from the first knot to the last
   */
  int below(double value) {
    int cell = cell(value);
    int from = before[cell];
    int to = before[cell + 1];
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (at[middle] <= value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }
}
