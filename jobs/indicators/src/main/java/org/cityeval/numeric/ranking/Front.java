package org.cityeval.numeric.ranking;

import java.util.Arrays;

/**
 * The fronts of all draws on one side, one after the other. Each holds the units of its draw that
 * no other makes needless, by ascending variance and error.
 */
final class Front {
  /** Below a line by more than rounding. */
  private static final double CLEARLY = 1 - 1e-9;

  /** Of each draw the place of its first member, and the end of the last draw's. */
  private final int[] start;

  private int[] unit;
  private double[] error;
  private double[] variance;

  /** Where the members of the draw that is being added begin, and end so far. */
  private int first;

  private int end;

  /** Without members in any draw. */
  Front(RankErrors errors) {
    this.start = new int[errors.count() + 1];
    this.unit = new int[Math.max(1, errors.units())];
    this.error = new double[unit.length];
    this.variance = new double[unit.length];
  }

  /**
   * Adds a unit to the draw, unless its error is below another's; then leaves out who is needless.
   *
   * @param itsVariance no smaller than that of the unit before
   */
  void add(int itsUnit, double itsError, double itsVariance) {
    if (end > first && !(itsError > error[end - 1])) {
      return;
    }
    while (end > first && isLastNeedless(itsError, itsVariance)) {
      end--;
    }
    if (end == unit.length) {
      unit = Arrays.copyOf(unit, 2 * end);
      error = Arrays.copyOf(error, 2 * end);
      variance = Arrays.copyOf(variance, 2 * end);
    }
    unit[end] = itsUnit;
    error[end] = itsError;
    variance[end++] = itsVariance;
  }

  /** Whether the last of those kept can never be the farthest, given a next one. */
  private boolean isLastNeedless(double nextError, double nextVariance) {
    int last = end - 1;
    if (variance[last] == nextVariance) {
      return true;
    }
    int before = end - 2;
    return before >= first
        && (error[last] - error[before]) * (nextVariance - variance[before])
            < CLEARLY * (nextError - error[before]) * (variance[last] - variance[before]);
  }

  /** All units of a draw have been added; those of the next one follow. */
  void end(int draw) {
    start[draw + 1] = end;
    first = end;
  }

  /** The place of a draw's first member, which is the end of the draw before. */
  int start(int draw) {
    return start[draw];
  }

  /** Whose error the one at a place is. */
  int unit(int place) {
    return unit[place];
  }

  /** Ascending within a draw. */
  double error(int place) {
    return error[place];
  }

  /** Ascending within a draw. */
  double variance(int place) {
    return variance[place];
  }

  /** The place of the member farthest above an error; below zero where none is above. */
  int farthest(int draw, double from, double itsVariance) {
    int begin = start[draw];
    int farthest = -1;
    double largest = 0;
    double reached = 0;
    double least = begin < start[draw + 1] ? CLEARLY * (variance[begin] + itsVariance) : 0;
    for (int i = start[draw + 1] - 1; i >= begin && error[i] > from; i--) {
      double above = error[i] - from;
      double squared = above * above;
      // Nobody with a smaller error can be farther, not even with the smallest variance.
      if (squared < reached) {
        break;
      }
      double square = squared / (variance[i] + itsVariance);
      if (square > largest) {
        largest = square;
        reached = largest * least;
        farthest = i;
      }
    }
    return farthest;
  }

  /** How far the member at a place is above an error. */
  double square(int place, double from, double itsVariance) {
    double above = error[place] - from;
    return above * above / (variance[place] + itsVariance);
  }
}
