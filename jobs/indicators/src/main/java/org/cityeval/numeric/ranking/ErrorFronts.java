package org.cityeval.numeric.ranking;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Ranks;

/**
 * Of each draw, the few units that can be farthest from another one in standard errors.
 *
 * <p>Above a unit j, (e_k - e_j) / sqrt(v_j + v_k) grows with the error e_k and falls with the
 * variance v_k. So a unit with a lower error than another's, and a higher variance, is never the
 * farthest, whatever j is. Nor is one that lies below the line between two others in the plane of
 * variance and error: it does so, too, where v is replaced by sqrt(v_j + v), as that moves it to
 * the right between the two, and then one of them is seen from e_j at a steeper angle. What is left
 * is a concave chain of a handful, among thousands. The largest of it is the largest of all.
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
    double[] variances = new double[errors.units()];
    for (int unit = 0; unit < variances.length; unit++) {
      variances[unit] = errors.varianceOf(unit);
    }
    int[] order = Ranks.ascending(variances);
    return new ErrorFronts(errors, Front.of(errors, order, 1), Front.of(errors, order, -1));
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
    double variance = errors.varianceOf(unit);
    for (int draw = 0; draw < draws.length; draw++) {
      double error = draws[draw] - mean;
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
    /** Below a line by more than rounding. */
    private static final double CLEARLY = 1 - 1e-9;

    /**
     * The front of the errors times {@code sign}.
     *
     * @param order units by ascending variance
     */
    static Front of(RankErrors errors, int[] order, int sign) {
      int[] start = new int[errors.count() + 1];
      walk(errors, order, sign, (draw, unit, error, variance) -> start[draw + 1]++);
      for (int draw = 0; draw < errors.count(); draw++) {
        start[draw + 1] += start[draw];
      }
      int[] next = start.clone();
      int[] units = new int[start[errors.count()]];
      double[] error = new double[units.length];
      double[] variance = new double[error.length];
      walk(
          errors,
          order,
          sign,
          (draw, unit, e, v) -> {
            units[next[draw]] = unit;
            error[next[draw]] = e;
            variance[next[draw]++] = v;
          });
      return new Front(start, units, error, variance).concave();
    }

    /** Those not below the line between two others; moves the members within the arrays. */
    private Front concave() {
      int[] kept = new int[start.length];
      for (int draw = 0; draw + 1 < start.length; draw++) {
        int first = kept[draw];
        int end = first;
        for (int i = start[draw]; i < start[draw + 1]; i++) {
          while (end > first && isNeedless(first, end, i)) {
            end--;
          }
          unit[end] = unit[i];
          error[end] = error[i];
          variance[end++] = variance[i];
        }
        kept[draw + 1] = end;
      }
      return new Front(kept, unit, error, variance);
    }

    /** Whether the last of those kept can never be the farthest, given member {@code next}. */
    private boolean isNeedless(int first, int end, int next) {
      int last = end - 1;
      if (variance[last] == variance[next]) {
        return true;
      }
      int before = end - 2;
      return before >= first
          && (error[last] - error[before]) * (variance[next] - variance[before])
              < CLEARLY * (error[next] - error[before]) * (variance[last] - variance[before]);
    }

    /** Unit by unit, since draws of one unit lie next to each other in memory. */
    private static void walk(RankErrors errors, int[] order, int sign, Visitor members) {
      double[] highest = new double[errors.count()];
      Arrays.fill(highest, Double.NEGATIVE_INFINITY);
      for (int unit : order) {
        double[] draws = errors.drawsOf(unit);
        double mean = errors.meanOf(unit);
        double variance = errors.varianceOf(unit);
        for (int draw = 0; draw < draws.length; draw++) {
          double error = sign * (draws[draw] - mean);
          if (error > highest[draw]) {
            highest[draw] = error;
            members.visit(draw, unit, error, variance);
          }
        }
      }
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

    private interface Visitor {
      void visit(int draw, int unit, double error, double variance);
    }
  }
}
