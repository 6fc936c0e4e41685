package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.List;
import org.ojalgo.array.SparseArray;
import org.ojalgo.function.PrimitiveFunction;
import org.ojalgo.matrix.store.RowsSupplier;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;

/**
 * A linear program, solved in a scale of its own and checked in the given one.
 *
 * <p>The solver takes numbers below a fixed size for zero. So rows and columns are first multiplied
 * by powers of two that bring their entries near one (geometric scaling, Fulkerson and Wolfe 1962).
 * A unit a hundred million times as large as another then looks like it. What comes back has to
 * hold in the numbers that were given: within its limits, and as good as its multipliers say that
 * it can be. Otherwise it is not a solution, and nothing is known.
 *
 * @param coefficients by row and variable
 * @param limits by row
 * @param equality rows that must meet their limit; the others must not exceed it
 * @param objective by variable, to be made smallest
 * @param free how many of the first variables may be negative
 */
record Program(
    double[][] coefficients, double[] limits, boolean[] equality, double[] objective, int free) {
  /** Rounding that is let pass, relative to the numbers that a sum consists of. */
  private static final double ROUNDING = 1e-7;

  private static final Optimisation.Options DUAL = denseSimplex(true);
  private static final Optimisation.Options PRIMAL = denseSimplex(false);

  /** How a program ended. */
  enum State {
    OPTIMAL,
    INFEASIBLE,
    /** No solution was found that holds. */
    UNKNOWN
  }

  /**
   * What was found.
   *
   * @param values by variable
   * @param multipliers by row: the objective and they, times coefficients, are nowhere negative
   */
  record Solution(State state, double[] values, double[] multipliers) {
    static Solution without(State state) {
      return new Solution(state, new double[0], new double[0]);
    }
  }

  Solution solve() {
    if (!isFinite()) {
      return Solution.without(State.UNKNOWN);
    }
    // One way of many programs ends beside the solution; then another is tried.
    for (Optimisation.Options options : List.of(DUAL, PRIMAL)) {
      for (Scales scales :
          List.of(Scales.of(coefficients, limits), Scales.none(limits.length, objective.length))) {
        Solution solution = solve(scales, options);
        if (solution.state() != State.UNKNOWN) {
          return solution;
        }
      }
    }
    return Solution.without(State.UNKNOWN);
  }

  private Solution solve(Scales scales, Optimisation.Options options) {
    int variables = objective.length;
    double[] goal = new double[variables];
    double[] lower = new double[variables];
    for (int j = 0; j < variables; j++) {
      goal[j] = Scales.scaled(objective[j], scales.column()[j]);
      lower[j] = j < free ? Double.NEGATIVE_INFINITY : 0;
    }
    LinearSolver.Builder builder = LinearSolver.newBuilder(goal).lower(lower);
    fill(builder, scales, false);
    fill(builder, scales, true);
    Optimisation.Result result = builder.build(options).solve();
    if (result.getState() == Optimisation.State.INFEASIBLE) {
      return Solution.without(State.INFEASIBLE);
    }
    if (!result.getState().isOptimal() || result.getDualSolution().isEmpty()) {
      return Solution.without(State.UNKNOWN);
    }
    double[] values = new double[variables];
    for (int j = 0; j < variables; j++) {
      values[j] = Scales.scaled(result.doubleValue(j), scales.column()[j] - scales.limits());
    }
    double[] multipliers = multipliers(result.getDualSolution().get().get(), scales);
    return holds(values, multipliers)
        ? new Solution(State.OPTIMAL, values, multipliers)
        : Solution.without(State.UNKNOWN);
  }

  /** Gives the solver the rows that must meet their limit, or those that must not exceed it. */
  private void fill(LinearSolver.Builder builder, Scales scales, boolean equal) {
    int[] own = new int[limits.length];
    double[] ownLimits = new double[limits.length];
    int count = 0;
    for (int i = 0; i < limits.length; i++) {
      if (equality[i] == equal) {
        own[count] = i;
        ownLimits[count++] = Scales.scaled(limits[i], scales.row()[i] + scales.limits());
      }
    }
    if (count == 0) {
      return;
    }
    double[] ofOwn = Arrays.copyOf(ownLimits, count);
    var body = (RowsSupplier<?>) (equal ? builder.equalities(ofOwn) : builder.inequalities(ofOwn));
    for (int k = 0; k < count; k++) {
      double[] entries = new double[objective.length];
      for (int j = 0; j < entries.length; j++) {
        entries[j] =
            Scales.scaled(coefficients[own[k]][j], scales.row()[own[k]] + scales.column()[j]);
      }
      fill(body.getRow(k), entries);
    }
  }

  /**
   * Fills a row of the solver at once. Entry by entry it would be copied each time that it outgrows
   * its room, which took longer than the solution.
   */
  private static void fill(SparseArray<?> row, double[] entries) {
    row.fillAll(new InOrder(entries));
    // A row that is just as long as its first room keeps its length of 0 (ojAlgo 57).
    if (row.countNonzeros() < entries.length) {
      for (int j = 0; j < entries.length; j++) {
        row.set(j, entries[j]);
      }
    }
  }

  /** Gives one entry after the other. */
  private static final class InOrder implements PrimitiveFunction.Nullary {
    private final double[] entries;
    private int next;

    InOrder(double[] entries) {
      this.entries = entries;
    }

    @Override
    public double doubleValue() {
      // Negative zero would be another zero than that of an empty entry.
      return entries[next++] + 0.0;
    }
  }

  private boolean isFinite() {
    boolean isFinite = areFinite(limits) && areFinite(objective);
    for (double[] row : coefficients) {
      isFinite &= areFinite(row);
    }
    return isFinite;
  }

  private static boolean areFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** In the order of the rows; the solver has those of inequalities first. */
  private double[] multipliers(Access1D<?> ofSolver, Scales scales) {
    double[] multipliers = new double[limits.length];
    int next = 0;
    for (boolean equal : new boolean[] {false, true}) {
      for (int i = 0; i < limits.length; i++) {
        if (equality[i] == equal) {
          multipliers[i] = Scales.scaled(ofSolver.doubleValue(next++), scales.row()[i]);
        }
      }
    }
    return multipliers;
  }

  private boolean holds(double[] values, double[] multipliers) {
    double gap = 0;
    double size = 0;
    for (int j = 0; j < values.length; j++) {
      gap += objective[j] * values[j];
      size += Math.abs(objective[j] * values[j]);
    }
    for (int i = 0; i < limits.length; i++) {
      double excess = -limits[i];
      double terms = Math.abs(limits[i]);
      for (int j = 0; j < values.length; j++) {
        excess += coefficients[i][j] * values[j];
        terms += Math.abs(coefficients[i][j] * values[j]);
      }
      double beyond = equality[i] ? Math.abs(excess) : excess;
      if (!(beyond <= ROUNDING * terms)) {
        return false;
      }
      gap += multipliers[i] * limits[i];
      size += Math.abs(multipliers[i] * limits[i]);
    }
    return Math.abs(gap) <= ROUNDING * (1 + size);
  }

  private static Optimisation.Options denseSimplex(boolean dual) {
    Optimisation.Options options = new Optimisation.Options();
    options.sparse = false;
    if (dual) {
      options.linear().dual();
    } else {
      options.linear().primal();
    }
    return options;
  }
}
