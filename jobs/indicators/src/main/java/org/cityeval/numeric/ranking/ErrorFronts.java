package org.cityeval.numeric.ranking;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Ranks;

/**
 * Of each draw, the few units that can be farthest from another one in standard errors.
 *
 * <p>Above a unit j, (e_k - e_j) / sqrt(v_j + v_k) grows with the error e_k and falls with the
 * variance v_k. So a unit with a lower error than another's, and a higher variance, is never the
 * farthest, whatever j is. Nor is one that lies below the line between two others in the plane of
 * variance and error. It also lies below after v is replaced by sqrt(v_j + v), because that moves
 * it to the right between the two. Then one of them is seen from e_j at a steeper angle. What is
 * left is a concave chain of a handful, among thousands. The largest of it is the largest of all.
 */
final class ErrorFronts {
  private final RankErrors errors;

  /** Units whose errors are above those of all units with a lower variance. */
  private final Front upper;

  /** Units whose errors, turned about 0, are above those of all units with a lower variance. */
  private final Front lower;

  private ErrorFronts(RankErrors errors, Front upper, Front lower) {
    this.errors = errors;
    this.upper = upper;
    this.lower = lower;
  }

  /** In time linear in units times draws, but for sorting the units. */
  static ErrorFronts of(RankErrors errors) {
    return new ErrorFronts(errors, Front.of(errors, 1), Front.of(errors, -1));
  }

  /** The farthest apart of all pairs of units. */
  FarthestPairs farthest() {
    FarthestPairs farthest = new FarthestPairs(errors);
    for (int draw = 0; draw < errors.count(); draw++) {
      for (int i = lower.start[draw]; i < lower.start[draw + 1]; i++) {
        double from = -lower.error[i];
        int above = upper.farthest(draw, from, lower.variance[i]);
        if (above >= 0) {
          double square = upper.square(above, from, lower.variance[i]);
          farthest.raise(draw, square, upper.unit[above], lower.unit[i]);
        }
      }
    }
    return farthest;
  }

  /** The farthest apart of one unit and any other, either way. */
  FarthestPairs farthestFrom(int unit) {
    FarthestPairs farthest = new FarthestPairs(errors);
    double[] draws = errors.drawsOf(unit);
    double mean = errors.meanOf(unit);
    for (int draw = 0; draw < draws.length; draw++) {
      double error = draws[draw] - mean;
      double variance = errors.varianceIn(draw, unit);
      int above = upper.farthest(draw, error, variance);
      if (above >= 0) {
        farthest.raise(draw, upper.square(above, error, variance), upper.unit[above], unit);
      }
      int below = lower.farthest(draw, -error, variance);
      if (below >= 0) {
        farthest.raise(draw, lower.square(below, -error, variance), unit, lower.unit[below]);
      }
    }
    return farthest;
  }

  /**
   * The fronts of all draws on one side, one after the other.
   *
   * @param start of each draw's members in the other arrays, and the end of the last
   * @param unit whose error it is
   * @param error ascending within a draw
   * @param variance ascending within a draw
   */
  private record Front(int[] start, int[] unit, double[] error, double[] variance) {
    /** The fronts of the errors times {@code sign}. */
    static Front of(RankErrors errors, int sign) {
      int[] start = new int[errors.count() + 1];
      Chain chain = new Chain(errors.units());
      int[] units = new int[errors.units()];
      double[] error = new double[units.length];
      double[] variance = new double[units.length];
      double[] variances = new double[units.length];
      int[] order = null;
      for (int draw = 0; draw < errors.count(); draw++) {
        if (order == null || !errors.hasKnownVariances()) {
          for (int unit = 0; unit < variances.length; unit++) {
            variances[unit] = errors.varianceIn(draw, unit);
          }
          order = Ranks.ascending(variances);
        }
        chain.length = 0;
        for (int unit : order) {
          double its = sign * (errors.drawsOf(unit)[draw] - errors.meanOf(unit));
          chain.add(unit, its, variances[unit]);
        }
        int from = start[draw];
        int to = from + chain.length;
        if (to > units.length) {
          int larger = Math.max(to, 2 * units.length);
          units = Arrays.copyOf(units, larger);
          error = Arrays.copyOf(error, larger);
          variance = Arrays.copyOf(variance, larger);
        }
        System.arraycopy(chain.unit, 0, units, from, chain.length);
        System.arraycopy(chain.error, 0, error, from, chain.length);
        System.arraycopy(chain.variance, 0, variance, from, chain.length);
        start[draw + 1] = to;
      }
      return new Front(start, units, error, variance);
    }

    /** The place of the member farthest above an error; below zero where none is above. */
    int farthest(int draw, double from, double itsVariance) {
      int farthest = -1;
      double largest = 0;
      for (int i = start[draw + 1] - 1; i >= start[draw] && error[i] > from; i--) {
        double square = square(i, from, itsVariance);
        if (square > largest) {
          largest = square;
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

  /** The front of one draw while units are added by ascending variance. */
  private static final class Chain {
    /** Below a line by more than rounding. */
    private static final double CLEARLY = 1 - 1e-9;

    private final int[] unit;
    private final double[] error;
    private final double[] variance;
    private int length;

    Chain(int units) {
      this.unit = new int[units];
      this.error = new double[units];
      this.variance = new double[units];
    }

    /** Adds a unit unless its error is below another's; then leaves out who is needless. */
    void add(int itsUnit, double itsError, double itsVariance) {
      if (length > 0 && !(itsError > error[length - 1])) {
        return;
      }
      while (length > 0 && isLastNeedless(itsError, itsVariance)) {
        length--;
      }
      unit[length] = itsUnit;
      error[length] = itsError;
      variance[length++] = itsVariance;
    }

    /** Whether the last of those kept can never be the farthest, given a next one. */
    private boolean isLastNeedless(double nextError, double nextVariance) {
      int last = length - 1;
      if (variance[last] == nextVariance) {
        return true;
      }
      int before = length - 2;
      return before >= 0
          && (error[last] - error[before]) * (nextVariance - variance[before])
              < CLEARLY * (nextError - error[before]) * (variance[last] - variance[before]);
    }
  }
}
