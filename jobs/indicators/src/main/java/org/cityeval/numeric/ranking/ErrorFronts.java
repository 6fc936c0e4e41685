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

  /** By draw, the largest squared distance of any two units, in squared standard errors. */
  double[] largestSquares() {
    double[] largest = new double[errors.count()];
    for (int draw = 0; draw < largest.length; draw++) {
      for (int i = lower.start[draw]; i < lower.start[draw + 1]; i++) {
        double square = upper.largestSquare(draw, -lower.error[i], lower.variance[i]);
        largest[draw] = Math.max(largest[draw], square);
      }
    }
    return largest;
  }

  /** By draw, the largest squared distance of one unit from any other. */
  void largestSquares(int unit, double[] largest) {
    double[] draws = errors.drawsOf(unit);
    double mean = errors.meanOf(unit);
    double variance = errors.varianceOf(unit);
    for (int draw = 0; draw < largest.length; draw++) {
      double error = draws[draw] - mean;
      largest[draw] =
          Math.max(
              upper.largestSquare(draw, error, variance),
              lower.largestSquare(draw, -error, variance));
    }
  }

  /**
   * The fronts of all draws on one side, one after the other.
   *
   * @param start of each draw's members in the other arrays, and the end of the last
   * @param error ascending within a draw
   * @param variance ascending within a draw
   */
  private record Front(int[] start, double[] error, double[] variance) {
    /** Below a line by more than rounding. */
    private static final double CLEARLY = 1 - 1e-9;

    /**
     * The front of the errors times {@code sign}.
     *
     * @param order units by ascending variance
     */
    static Front of(RankErrors errors, int[] order, int sign) {
      int[] start = new int[errors.count() + 1];
      walk(errors, order, sign, (draw, error, variance) -> start[draw + 1]++);
      for (int draw = 0; draw < errors.count(); draw++) {
        start[draw + 1] += start[draw];
      }
      int[] next = start.clone();
      double[] error = new double[start[errors.count()]];
      double[] variance = new double[error.length];
      walk(
          errors,
          order,
          sign,
          (draw, e, v) -> {
            error[next[draw]] = e;
            variance[next[draw]++] = v;
          });
      return new Front(start, error, variance).concave();
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
          error[end] = error[i];
          variance[end++] = variance[i];
        }
        kept[draw + 1] = end;
      }
      return new Front(kept, error, variance);
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
            members.visit(draw, error, variance);
          }
        }
      }
    }

    /** How far the farthest member is above an error, 0 where none is. */
    double largestSquare(int draw, double from, double itsVariance) {
      double largest = 0;
      for (int i = start[draw + 1] - 1; i >= start[draw] && error[i] > from; i--) {
        double above = error[i] - from;
        largest = Math.max(largest, above * above / (variance[i] + itsVariance));
      }
      return largest;
    }

    private interface Visitor {
      void visit(int draw, double error, double variance);
    }
  }
}
