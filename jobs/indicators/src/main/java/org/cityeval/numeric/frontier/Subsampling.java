package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Domain;

/**
 * The m-out-of-n bootstrap without replacement. Each unit is measured against subsamples of the
 * units. What the frontier loses from n units to m tells what it lacks with n.
 *
 * <p>Source: Simar and Wilson (2011), for any measure; rates of convergence of Kneip, Simar and
 * Wilson (2008), under constant returns of Park, Jeong and Simar (2010). Directional distances
 * converge at the same rates (Simar, Vanhems and Wilson 2012), here taken to hold with weak
 * disposability too. Unlike {@link SimarWilson} it takes nothing for granted about how inefficiency
 * is spread.
 */
public final class Subsampling {
  private Subsampling() {}

  /**
   * Efficiency of each unit with its correction and interval. A unit at a corner of the technology
   * can lie beyond a subsample that it is not part of. An example is the unit of the least input
   * under variable returns. Such replicates are passed over; where they are most, correction and
   * interval are undefined, as they are where a subsample would be the whole sample.
   *
   * <p>Cost: replicates x units small linear programs.
   *
   * @param size units in a subsample; more than dimensions, for these span nothing else
   * @param level nominal coverage in 0..1, such as 0.95
   */
  public static BootstrapEfficiency[] of(
      EfficiencyMeasure measure,
      Activities activities,
      int size,
      int replicates,
      double level,
      long seed) {
    Domain.atLeast("size", size, 1);
    Domain.atLeast("replicates", replicates, 1);
    Domain.between0And1("level", level);
    Frontier frontier = new Frontier(measure, activities);
    int[] covered = frontier.covered();
    double[][] drawn = new double[covered.length][size < covered.length ? replicates : 0];
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, covered.length).toArray();
    for (int b = 0; b < replicates && size < covered.length; b++) {
      shuffleFirst(size, order, random);
      Technology technology =
          frontier.spannedBy(
              Arrays.stream(order).limit(size).mapToObj(frontier::point).toArray(double[][]::new));
      for (int k = 0; k < order.length; k++) {
        double[] point = frontier.point(order[k]);
        int[] itself = k < size ? new int[] {k} : new int[0];
        double distance = technology.distance(point, frontier.direction(point), itself);
        drawn[order[k]][b] = measure.inverse(distance);
      }
    }
    double shrinkage =
        Math.pow((double) size / covered.length, rate(measure, frontier.dimensions()));
    BootstrapEfficiency[] results = BootstrapEfficiency.undefined(activities.size());
    for (int j = 0; j < covered.length; j++) {
      double inverse = measure.inverse(frontier.reach(j).distance());
      results[covered[j]] = BootstrapEfficiency.of(inverse, drawn[j], shrinkage, level);
    }
    return results;
  }

  /** The power of the number of units at which the distance converges. */
  static double rate(EfficiencyMeasure measure, int dimensions) {
    return 2.0 / (measure.returns() == ReturnsToScale.CONSTANT ? dimensions : dimensions + 1);
  }

  /** Draws the first units without replacement (Fisher and Yates). */
  private static void shuffleFirst(int size, int[] order, SplittableRandom random) {
    for (int k = 0; k < size; k++) {
      int other = k + random.nextInt(order.length - k);
      int swapped = order[k];
      order[k] = order[other];
      order[other] = swapped;
    }
  }
}
