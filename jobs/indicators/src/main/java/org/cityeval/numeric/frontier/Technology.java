package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.numeric.frontier.Program.Solution;

/**
 * What is possible, given what was seen: mixtures of columns. Each column is a way of doing things
 * with all dimensions counted as costs (wanted outputs negative), so less is better in each.
 *
 * <p>A linear program with a column per unit gives weight to a handful of them, and over all
 * programs to the few that span the frontier. So each program is solved over the columns that bore
 * weight before, and its multipliers are compared with all others. The column that promises most is
 * let in, until none promises anything. Then the optimum is that over all columns. This is the
 * frame of Dulá and Helgason (1996), built as it is needed in the manner of Barr and Durchholz
 * (1997). Once it stands, a program costs one solution over the frame and one pass over columns x
 * rows.
 *
 * <p>Remembers columns between calls; not for use by several threads.
 */
final class Technology {
  /** A promise this small, relative to the sizes that it is the difference of, is rounding. */
  private static final double PROMISE = 1e-10;

  /** Least size that a promise is relative to; one unit of distance has size one. */
  private static final double LEAST_SIZE = 1e-3;

  private final double[] costs;
  private final int columns;
  private final int rows;
  private final int units;
  private final int inequalities;
  private final ReturnsToScale returns;

  /** Columns that bore weight, in the order in which they first did; so many of them. */
  private final int[] bearing;

  private final boolean[] bears;

  /** By row, the column of the lowest cost. */
  private final int[] lowest;

  private int bearingCount;

  private final Facets facets;

  /**
   * A mixture of columns.
   *
   * @param distance that it reaches; minus infinity where no mixture stays within the limit, {@code
   *     NaN} where the sizes of the units are too far apart for that to be told
   */
  record Mixture(double distance, int[] columns, double[] weights) {
    private static final Mixture NONE =
        new Mixture(Double.NEGATIVE_INFINITY, new int[0], new double[0]);
    private static final Mixture UNKNOWN = new Mixture(Double.NaN, new int[0], new double[0]);
  }

  /**
   * Mixtures of {@code points}.
   *
   * @param points by column and row, at least one; column j belongs to unit j modulo {@code units}
   * @param inequalities rows that may stay below a limit; the rows after them must meet it
   */
  Technology(double[][] points, int units, int inequalities, ReturnsToScale returns) {
    this.columns = points.length;
    this.rows = points[0].length;
    this.units = units;
    this.inequalities = inequalities;
    this.returns = returns;
    this.costs = Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
    this.bearing = new int[columns];
    this.bears = new boolean[columns];
    this.facets = new Facets(costs, rows, returns == ReturnsToScale.CONSTANT ? 0 : sumSign());
    this.lowest = new int[rows];
    for (int row = 0; row < rows; row++) {
      lowest[row] = lowest(row);
      remember(lowest[row]);
    }
  }

  /**
   * The mixture within {@code limit} less distance x {@code direction} of the largest distance.
   *
   * @param without unit whose columns are not used, or -1
   * @param first columns to start from, besides those that bore weight before
   */
  Mixture farthest(double[] limit, double[] direction, int without, int... first) {
    return solve(limit, direction, new double[rows], without, first);
  }

  /**
   * The distance of {@link #farthest}, without the mixture: known facets tell most distances.
   *
   * @param first columns to start from, where no facet tells it
   */
  double distance(double[] limit, double[] direction, int... first) {
    if (isBeyond(limit, direction)) {
      return Mixture.NONE.distance();
    }
    double known = facets.distance(limit, direction);
    return Double.isNaN(known) ? farthest(limit, direction, -1, first).distance() : known;
  }

  /** Whether a limit that does not move is below the lowest of all columns. */
  private boolean isBeyond(double[] limit, double[] direction) {
    for (int row = 0; row < inequalities && returns == ReturnsToScale.VARIABLE; row++) {
      if (direction[row] == 0 && limit[row] < costs[lowest[row] * rows + row]) {
        return true;
      }
    }
    return false;
  }

  /** The mixture within {@code limit} of the lowest cost at the prices given; distance is 0. */
  Mixture cheapest(double[] limit, double[] prices, int... first) {
    return solve(limit, new double[0], prices, -1, first);
  }

  /** What a mixture costs in each row. */
  double[] costs(Mixture mixture) {
    double[] total = new double[rows];
    for (int c = 0; c < mixture.columns().length; c++) {
      for (int row = 0; row < rows; row++) {
        total[row] += mixture.weights()[c] * costs[mixture.columns()[c] * rows + row];
      }
    }
    return total;
  }

  private Mixture solve(
      double[] limit, double[] direction, double[] prices, int without, int[] first) {
    int[] few = few(without, first);
    int[] chosen = few.length == 0 ? columnsWithout(without) : few;
    while (chosen.length > 0) {
      Program program = program(limit, direction, prices, chosen);
      Solution solution = program.solve();
      if (solution.state() == Program.State.INFEASIBLE) {
        // Whether any mixture stays within the limit only all columns can tell.
        int[] all = columnsWithout(without);
        chosen = chosen.length < all.length ? all : new int[0];
        continue;
      }
      if (solution.state() == Program.State.UNKNOWN) {
        return Mixture.UNKNOWN;
      }
      int entering = mostPromising(solution.multipliers(), prices, without);
      if (entering < 0 || holds(chosen, chosen.length, entering)) {
        Mixture mixture = mixture(solution.values(), direction.length == 0 ? 0 : 1, chosen);
        for (int column : mixture.columns()) {
          remember(column);
        }
        if (direction.length > 0 && without < 0) {
          facets.add(program, solution, chosen);
        }
        return mixture;
      }
      chosen = Arrays.copyOf(chosen, chosen.length + 1);
      chosen[chosen.length - 1] = entering;
    }
    return Mixture.NONE;
  }

  /** The first columns, then those that bore weight, each once, and none of a unit left out. */
  private int[] few(int without, int[] first) {
    int[] few = new int[first.length + bearingCount];
    int count = 0;
    for (int j : first) {
      if (j % units != without && !holds(few, count, j)) {
        few[count++] = j;
      }
    }
    int ofFirst = count;
    for (int b = 0; b < bearingCount; b++) {
      int j = bearing[b];
      if (j % units != without && !holds(few, ofFirst, j)) {
        few[count++] = j;
      }
    }
    return Arrays.copyOf(few, count);
  }

  private void remember(int column) {
    if (!bears[column]) {
      bears[column] = true;
      bearing[bearingCount++] = column;
    }
  }

  private static boolean holds(int[] columns, int count, int column) {
    for (int c = 0; c < count; c++) {
      if (columns[c] == column) {
        return true;
      }
    }
    return false;
  }

  private int[] columnsWithout(int unit) {
    return IntStream.range(0, columns).filter(j -> j % units != unit).toArray();
  }

  /** Variables are the distance, if there is a direction, and the weights of the columns. */
  private Program program(double[] limit, double[] direction, double[] prices, int[] chosen) {
    int first = direction.length == 0 ? 0 : 1;
    int constraints = rows + (returns == ReturnsToScale.CONSTANT ? 0 : 1);
    double[] objective = new double[first + chosen.length];
    double[][] coefficients = new double[constraints][objective.length];
    double[] limits = Arrays.copyOf(limit, constraints);
    boolean[] equality = new boolean[constraints];
    Arrays.fill(objective, 0, first, -1);
    for (int row = 0; row < rows; row++) {
      Arrays.fill(coefficients[row], 0, first, first == 0 ? 0 : direction[row]);
      for (int c = 0; c < chosen.length; c++) {
        double cost = costs[chosen[c] * rows + row];
        coefficients[row][first + c] = cost;
        objective[first + c] += prices[row] * cost;
      }
      equality[row] = row >= inequalities;
    }
    if (constraints > rows) {
      limits[rows] = sumSign();
      Arrays.fill(coefficients[rows], first, objective.length, sumSign());
      equality[rows] = returns == ReturnsToScale.VARIABLE;
    }
    return new Program(coefficients, limits, equality, objective, first);
  }

  /** The sum of the weights is held at 1 or below; turned about, above. */
  private int sumSign() {
    return returns == ReturnsToScale.INCREASING ? -1 : 1;
  }

  /** The column that would improve the objective most for its size; -1 where none would. */
  private int mostPromising(double[] multipliers, double[] prices, int without) {
    double[] price = prices.clone();
    for (int row = 0; row < rows; row++) {
      price[row] += multipliers[row];
    }
    double fixed = returns == ReturnsToScale.CONSTANT ? 0 : sumSign() * multipliers[rows];
    int best = -1;
    double least = -PROMISE;
    for (int j = 0, at = 0; j < columns; j++) {
      double value = fixed;
      double size = LEAST_SIZE + Math.abs(fixed);
      for (int row = 0; row < rows; row++, at++) {
        double cost = price[row] * costs[at];
        value += cost;
        size += Math.abs(cost);
      }
      if (value < least * size && j % units != without) {
        least = value / size;
        best = j;
      }
    }
    return best;
  }

  private static Mixture mixture(double[] values, int first, int[] chosen) {
    int[] used = new int[chosen.length];
    double[] weights = new double[chosen.length];
    int count = 0;
    for (int c = 0; c < chosen.length; c++) {
      if (values[first + c] > 0) {
        used[count] = chosen[c];
        weights[count++] = values[first + c];
      }
    }
    return new Mixture(
        first == 0 ? 0 : values[0], Arrays.copyOf(used, count), Arrays.copyOf(weights, count));
  }

  private int lowest(int row) {
    int lowest = 0;
    for (int j = 1; j < columns; j++) {
      lowest = costs[j * rows + row] < costs[lowest * rows + row] ? j : lowest;
    }
    return lowest;
  }
}
