package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityeval.numeric.frontier.Technology.Mixture;

/**
 * The technology that units span under a measure, and how far units lie from its frontier.
 *
 * <p>Every dimension is divided by its mean size over the reference units, so that the programs are
 * of the order of one in any unit of measure. Units that the measure does not cover span nothing.
 */
final class Frontier {
  /** Distances this close to zero are on the frontier, up to the rounding of the solver. */
  private static final double ON_FRONTIER = 1e-9;

  private final EfficiencyMeasure measure;
  private final Activities reference;
  private final int[] covered;
  private final double[] scale;
  private final double[][] points;
  private final Technology technology;

  Frontier(EfficiencyMeasure measure, Activities reference) {
    boolean undesirable = reference.size() > 0 && reference.undesirable()[0].length > 0;
    if (undesirable && measure.orientation() != Orientation.DIRECTIONAL) {
      throw new IllegalArgumentException("A radial measure knows no undesirable outputs");
    }
    this.measure = measure;
    this.reference = reference;
    this.covered =
        IntStream.range(0, reference.size()).filter(i -> measure.covers(reference, i)).toArray();
    this.scale = meanSizes(reference, covered);
    this.points =
        Arrays.stream(covered).mapToObj(i -> point(reference, i)).toArray(double[][]::new);
    this.technology = covered.length == 0 ? null : spannedBy(points);
  }

  /** The reference units that span the frontier; column j of the technology is the j-th. */
  int[] covered() {
    return covered;
  }

  int dimensions() {
    return scale.length;
  }

  /** What each dimension was divided by. */
  double[] scale() {
    return scale;
  }

  Technology technology() {
    return technology;
  }

  /** Costs of the unit of a column, in the scale of the frontier. */
  double[] point(int column) {
    return points[column];
  }

  /** The way of a column's unit to the frontier; itself is a mixture at distance 0. */
  Mixture reach(int column) {
    double[] point = points[column];
    Mixture mixture = technology.farthest(point, direction(point), -1, column);
    return new Mixture(settled(mixture.distance()), mixture.columns(), mixture.weights());
  }

  /** Distance of a column's unit to the frontier of the others. */
  double distanceAmongOthers(int column) {
    double[] point = points[column];
    return settled(technology.farthest(point, direction(point), column).distance());
  }

  /** Distance of any unit; {@code NaN} where it is not covered, or no reference unit is. */
  double distance(Activities activities, int unit) {
    if (technology == null || !measure.covers(activities, unit)) {
      return Double.NaN;
    }
    double[] point = point(activities, unit);
    return settled(technology.distance(point, direction(point)));
  }

  /** What one unit of distance takes off each cost of a point. */
  double[] direction(double[] point) {
    double[] direction = new double[point.length];
    for (int row = 0; row < point.length; row++) {
      direction[row] = moves(row) ? Math.abs(point[row]) : 0;
    }
    return direction;
  }

  /**
   * The technology of points that stand for those of the reference units.
   *
   * <p>Weak disposability with variable returns has a second column for each unit, of its inputs
   * alone: what it abates is the weight shifted there (Kuosmanen 2005).
   */
  Technology spannedBy(double[][] columns) {
    boolean weak = measure.disposability() == Disposability.WEAK;
    int free = reference.inputs()[0].length + reference.outputs()[0].length;
    int inequalities = weak ? free : columns[0].length;
    double[][] ways = columns;
    if (weak && measure.returns() == ReturnsToScale.VARIABLE) {
      int inputs = reference.inputs()[0].length;
      ways =
          Stream.concat(
                  Arrays.stream(columns),
                  Arrays.stream(columns).map(column -> withoutOutputs(column, inputs)))
              .toArray(double[][]::new);
    }
    return new Technology(ways, columns.length, inequalities, measure.returns());
  }

  private static double[] withoutOutputs(double[] column, int inputs) {
    return Arrays.copyOf(Arrays.copyOf(column, inputs), column.length);
  }

  private boolean moves(int row) {
    boolean input = row < reference.inputs()[0].length;
    return input == (measure.orientation() == Orientation.INPUT);
  }

  private double[] point(Activities activities, int unit) {
    double[] costs = activities.costs(unit);
    for (int row = 0; row < costs.length; row++) {
      costs[row] /= scale[row];
    }
    return costs;
  }

  private static double[] meanSizes(Activities activities, int[] units) {
    double[] sizes = new double[0];
    for (int unit : units) {
      double[] costs = activities.costs(unit);
      sizes = Arrays.copyOf(sizes, costs.length);
      for (int row = 0; row < costs.length; row++) {
        sizes[row] += Math.abs(costs[row]) / units.length;
      }
    }
    // A dimension that is zero throughout has no size to be divided by.
    return Arrays.stream(sizes).map(size -> size == 0 ? 1 : size).toArray();
  }

  private static double settled(double distance) {
    return Math.abs(distance) < ON_FRONTIER ? 0 : distance;
  }
}
