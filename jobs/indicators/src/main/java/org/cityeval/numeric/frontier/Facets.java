package org.cityeval.numeric.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cityeval.numeric.frontier.Program.Solution;

/**
 * Facets of a technology on which programs have ended. Most points end on a facet that another
 * point has met, and then need no program of their own.
 *
 * <p>The multipliers of a solved program bound the distance of any point, because no column is
 * negative at them. The columns that bore weight there reach a distance, if none of them has a
 * negative weight at the new point. A distance that is reached and is the bound is the optimum
 * (Dantzig 1963, chapter 6).
 */
final class Facets {
  /** Limits are kept up to this share of the numbers that are added up. */
  private static final double ROUNDING = 1e-12;

  /** How far what is reached may lie from the bound, relative to its size and one. */
  private static final double GAP = 1e-9;

  /**
   * A point that moves less than this along the multipliers, relative to their size, is not told.
   * What multipliers lack to be exact would count for too much.
   */
  private static final double LEAST_MOVE = 1e-3;

  private final double[] costs;
  private final int rows;
  private final int sumSign;
  private final List<Facet> facets = new ArrayList<>();

  /**
   * What a program ended on.
   *
   * @param multipliers by row, the sum of the weights after the others
   * @param columns that bore weight, in order
   * @param tight rows that are met, in order; one more than columns
   */
  private record Facet(double[] multipliers, int[] columns, int[] tight) {
    boolean isTight(int row) {
      return Arrays.binarySearch(tight, row) >= 0;
    }

    boolean isOn(int[] otherColumns, int[] otherTight) {
      return Arrays.equals(columns, otherColumns) && Arrays.equals(tight, otherTight);
    }
  }

  /**
   * Knows no facet yet.
   *
   * @param costs by column and row
   * @param sumSign what the weights are multiplied by in the row of their sum, which is its limit
   *     too; 0 without such a row
   */
  Facets(double[] costs, int rows, int sumSign) {
    this.costs = costs;
    this.rows = rows;
    this.sumSign = sumSign;
  }

  /**
   * Remembers where a program ended. Its first variable is the distance.
   *
   * @param solution at whose multipliers no column of the technology is negative
   * @param chosen columns of the other variables
   */
  void add(Program program, Solution solution, int[] chosen) {
    int[] columns = new int[chosen.length];
    int bearing = 0;
    for (int c = 0; c < chosen.length; c++) {
      if (solution.values()[1 + c] > 0) {
        columns[bearing++] = chosen[c];
      }
    }
    int[] tight = new int[program.limits().length];
    int met = 0;
    for (int row = 0; row < tight.length; row++) {
      if (program.equality()[row] || solution.multipliers()[row] > 0) {
        tight[met++] = row;
      }
    }
    int[] ofFacet = Arrays.copyOf(columns, bearing);
    Arrays.sort(ofFacet);
    int[] metByIt = Arrays.copyOf(tight, met);
    // Where rows and unknowns are not as many, rows do not tell the weights.
    if (met == bearing + 1 && facets.stream().noneMatch(known -> known.isOn(ofFacet, metByIt))) {
      facets.add(new Facet(solution.multipliers(), ofFacet, metByIt));
    }
  }

  /** The distance of a point that ends on a known facet; {@code NaN} of any other. */
  double distance(double[] limit, double[] direction) {
    Facet nearest = null;
    double bound = Double.POSITIVE_INFINITY;
    for (Facet facet : facets) {
      double reached = sumSign == 0 ? 0 : facet.multipliers[rows] * sumSign;
      double moved = 0;
      double size = Math.abs(reached);
      for (int row = 0; row < rows; row++) {
        reached += facet.multipliers[row] * limit[row];
        moved += facet.multipliers[row] * direction[row];
        size += Math.abs(facet.multipliers[row]);
      }
      // No mixture is negative at the multipliers, so neither is reached - distance * moved.
      if (moved > LEAST_MOVE * size && reached / moved < bound) {
        bound = reached / moved;
        nearest = facet;
      }
    }
    if (nearest == null) {
      return Double.NaN;
    }
    double[] unknowns = unknowns(nearest, limit, direction);
    return unknowns != null
            && holds(nearest, unknowns, limit, direction)
            && Math.abs(unknowns[0] - bound) <= GAP * (1 + Math.abs(bound))
        ? unknowns[0]
        : Double.NaN;
  }

  private double cost(int column, int row) {
    return row < rows ? costs[column * rows + row] : sumSign;
  }

  /** The distance, and the weights of the columns; null where rows do not tell them. */
  private double[] unknowns(Facet facet, double[] limit, double[] direction) {
    int size = facet.tight.length;
    double[][] equations = new double[size][size + 1];
    for (int i = 0; i < size; i++) {
      int row = facet.tight[i];
      equations[i][0] = row < rows ? direction[row] : 0;
      for (int c = 1; c < size; c++) {
        equations[i][c] = cost(facet.columns[c - 1], row);
      }
      equations[i][size] = row < rows ? limit[row] : sumSign;
    }
    return solved(equations);
  }

  /** Solves equations by elimination, each time by the largest that is left; null if singular. */
  private static double[] solved(double[][] equations) {
    int size = equations.length;
    for (int step = 0; step < size; step++) {
      int largest = step;
      for (int i = step + 1; i < size; i++) {
        if (Math.abs(equations[i][step]) > Math.abs(equations[largest][step])) {
          largest = i;
        }
      }
      double[] pivot = equations[largest];
      equations[largest] = equations[step];
      equations[step] = pivot;
      if (!(Math.abs(pivot[step]) > ROUNDING)) {
        return null;
      }
      for (int i = step + 1; i < size; i++) {
        double share = equations[i][step] / pivot[step];
        for (int j = step; j <= size; j++) {
          equations[i][j] -= share * pivot[j];
        }
      }
    }
    double[] unknowns = new double[size];
    for (int step = size - 1; step >= 0; step--) {
      double rest = equations[step][size];
      for (int j = step + 1; j < size; j++) {
        rest -= equations[step][j] * unknowns[j];
      }
      unknowns[step] = rest / equations[step][step];
    }
    return unknowns;
  }

  /** Whether no weight is negative, and each row within its limit, or at it where it is tight. */
  private boolean holds(Facet facet, double[] unknowns, double[] limit, double[] direction) {
    for (int c = 1; c < unknowns.length; c++) {
      if (!(unknowns[c] >= 0)) {
        return false;
      }
    }
    int constraints = sumSign == 0 ? rows : rows + 1;
    for (int row = 0; row < constraints; row++) {
      double allowed = row < rows ? limit[row] : sumSign;
      double taken = row < rows ? direction[row] * unknowns[0] : 0;
      double size = Math.abs(allowed) + Math.abs(taken);
      for (int c = 1; c < unknowns.length; c++) {
        double part = cost(facet.columns[c - 1], row) * unknowns[c];
        taken += part;
        size += Math.abs(part);
      }
      double beyond = facet.isTight(row) ? Math.abs(taken - allowed) : taken - allowed;
      if (!(beyond <= ROUNDING * size)) {
        return false;
      }
    }
    return true;
  }
}
