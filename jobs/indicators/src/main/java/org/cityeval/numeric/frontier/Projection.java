package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.numeric.frontier.Technology.Mixture;

/**
 * Where on the frontier a unit is led, and by whom: after the way of the measure, what can still be
 * saved or gained in single dimensions.
 *
 * <p>Of several such points, the one whose slacks have the largest sum is taken. Each slack is
 * relative to the mean of its dimension, so the choice does not depend on units of measure.
 *
 * @param efficiency as {@link Efficiency#of}
 * @param inputSlacks what can be saved after the way, in the unit of each input
 * @param outputSlacks what can be gained after the way
 * @param undesirableSlacks what can be avoided after the way
 * @param peers positions of the units whose mixture is that point
 * @param weights of the peers, above 0
 */
public record Projection(
    double efficiency,
    double[] inputSlacks,
    double[] outputSlacks,
    double[] undesirableSlacks,
    int[] peers,
    double[] weights) {
  /** A weight or a slack below this share of its mean is none. */
  private static final double NOTHING = 1e-9;

  /**
   * The projection of each unit; all {@code NaN} and without peers where it is not covered, or not
   * told.
   */
  public static Projection[] of(EfficiencyMeasure measure, Activities activities) {
    Frontier frontier = new Frontier(measure, activities);
    Projection[] projections = new Projection[activities.size()];
    for (int unit = 0; unit < projections.length; unit++) {
      projections[unit] = none(activities, unit);
    }
    int[] covered = frontier.covered();
    for (int column = 0; column < covered.length; column++) {
      projections[covered[column]] = of(measure, activities, frontier, column);
    }
    return projections;
  }

  private static Projection of(
      EfficiencyMeasure measure, Activities activities, Frontier frontier, int column) {
    Mixture reached = frontier.reach(column);
    if (Double.isNaN(reached.distance())) {
      return none(activities, frontier.covered()[column]);
    }
    double[] limit = frontier.point(column).clone();
    double[] direction = frontier.direction(limit);
    for (int row = 0; row < limit.length; row++) {
      limit[row] -= reached.distance() * direction[row];
    }
    double[] prices = new double[limit.length];
    Arrays.fill(prices, 1);
    Mixture mixture = frontier.technology().cheapest(limit, prices, reached.columns());
    if (Double.isNaN(mixture.distance())) {
      return none(activities, frontier.covered()[column]);
    }
    double[] slacks = frontier.technology().costs(mixture);
    for (int row = 0; row < limit.length; row++) {
      double slack = limit[row] - slacks[row];
      slacks[row] = slack < NOTHING ? 0 : slack * frontier.scale()[row];
    }
    int[] covered = frontier.covered();
    double[] weights = new double[covered.length];
    for (int c = 0; c < mixture.columns().length; c++) {
      weights[mixture.columns()[c] % covered.length] += mixture.weights()[c];
    }
    int[] peers = IntStream.range(0, covered.length).filter(j -> weights[j] > NOTHING).toArray();
    int inputs = activities.inputs()[0].length;
    int outputs = inputs + activities.outputs()[0].length;
    return new Projection(
        measure.efficiency(reached.distance()),
        Arrays.copyOf(slacks, inputs),
        Arrays.copyOfRange(slacks, inputs, outputs),
        Arrays.copyOfRange(slacks, outputs, slacks.length),
        Arrays.stream(peers).map(j -> covered[j]).toArray(),
        Arrays.stream(peers).mapToDouble(j -> weights[j]).toArray());
  }

  private static Projection none(Activities activities, int unit) {
    return new Projection(
        Double.NaN,
        missing(activities.inputs()[unit].length),
        missing(activities.outputs()[unit].length),
        missing(activities.undesirable()[unit].length),
        new int[0],
        new double[0]);
  }

  private static double[] missing(int length) {
    double[] missing = new double[length];
    Arrays.fill(missing, Double.NaN);
    return missing;
  }
}
