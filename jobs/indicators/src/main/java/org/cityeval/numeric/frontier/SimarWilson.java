package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.statistics.Quantiles;

/**
 * The smoothed bootstrap of radial efficiency: units are put back behind the frontier at distances
 * drawn anew, and measured against what they then span.
 *
 * <p>Source: Simar and Wilson (1998), which takes inefficiency to be spread alike among units of
 * any size and mix. Distances are one over the efficiency (Shephard's, 1 or more), so that neither
 * the corrected efficiency nor its interval can fall to 0.
 */
public final class SimarWilson {
  private SimarWilson() {}

  /**
   * Efficiency of each unit with its correction and interval. Where all units are efficient there
   * is no distance to draw, and the interval is a point.
   *
   * <p>Cost: replicates x units small linear programs.
   *
   * @param measure a radial one; for the directional distance see {@link Subsampling}
   * @param replicates 1 or more
   * @param level nominal coverage in 0..1, such as 0.95
   */
  public static BootstrapEfficiency[] of(
      EfficiencyMeasure measure, Activities activities, int replicates, double level, long seed) {
    if (measure.orientation() == Orientation.DIRECTIONAL) {
      throw new IllegalArgumentException("The measure of the smoothed bootstrap is radial");
    }
    Domain.atLeast("replicates", replicates, 1);
    Domain.between0And1("level", level);
    Frontier frontier = new Frontier(measure, activities);
    int[] covered = frontier.covered();
    int units = covered.length;
    if (units == 0) {
      return BootstrapEfficiency.undefined(activities.size());
    }
    double[] inverse = new double[units];
    Arrays.setAll(inverse, j -> measure.inverse(frontier.reach(j).distance()));
    Smoothing smoothing = Smoothing.of(inverse);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] drawn = new double[units][replicates];
    for (int b = 0; b < replicates; b++) {
      double[] pseudo = smoothing.draw(random);
      Technology technology = frontier.spannedBy(putBack(frontier, measure, inverse, pseudo));
      for (int j = 0; j < units; j++) {
        double[] point = frontier.point(j);
        double distance = technology.distance(point, frontier.direction(point), j);
        drawn[j][b] = measure.inverse(distance);
      }
    }
    BootstrapEfficiency[] results = BootstrapEfficiency.undefined(activities.size());
    for (int j = 0; j < units; j++) {
      results[covered[j]] = BootstrapEfficiency.of(inverse[j], drawn[j], 1, level);
    }
    return results;
  }

  /** Points of the units, moved from their own distance behind the frontier to the one drawn. */
  private static double[][] putBack(
      Frontier frontier, EfficiencyMeasure measure, double[] inverse, double[] pseudo) {
    double[][] points = new double[inverse.length][];
    for (int j = 0; j < points.length; j++) {
      double more =
          measure.orientation() == Orientation.INPUT
              ? pseudo[j] / inverse[j] - 1
              : 1 - inverse[j] / pseudo[j];
      points[j] = frontier.point(j).clone();
      double[] direction = frontier.direction(points[j]);
      for (int row = 0; row < direction.length; row++) {
        points[j][row] += more * direction[row];
      }
    }
    return points;
  }

  /** Distances to draw from, their density smoothed, and reflected at 1 where it ends. */
  private record Smoothing(double[] distances, double variance, double bandwidth) {
    /**
     * Bandwidth by the normal reference rule (Silverman 1986) over the distances and their
     * reflections, brought back to the number and spread of the distances alone.
     */
    static Smoothing of(double[] distances) {
      double variance = Moments.variance(distances);
      double[] reflected =
          DoubleStream.concat(
                  Arrays.stream(distances), Arrays.stream(distances).map(distance -> 2 - distance))
              .toArray();
      double deviation = Math.sqrt(Moments.variance(reflected));
      double[] ends = Quantiles.of(reflected, new double[] {0.25, 0.75});
      double quartiles = ends[1] - ends[0];
      // Where more than half lie on the frontier the quartiles do not tell.
      double spread = quartiles > 0 ? Math.min(deviation, quartiles / 1.34) : deviation;
      double bandwidth =
          0.9 * spread * Math.pow(distances.length, -0.2) * Math.sqrt(variance) / deviation;
      return new Smoothing(distances, variance, deviation > 0 ? bandwidth : 0);
    }

    /** As many distances as there are, with their mean and variance in expectation. */
    double[] draw(SplittableRandom random) {
      double[] drawn = new double[distances.length];
      Arrays.setAll(drawn, j -> distances[random.nextInt(distances.length)]);
      double mean = Moments.mean(drawn);
      double shrinkage = variance > 0 ? Math.sqrt(1 + bandwidth * bandwidth / variance) : 1;
      for (int j = 0; j < drawn.length; j++) {
        double moved = drawn[j] + bandwidth * random.nextGaussian();
        double reflected = moved < 1 ? 2 - moved : moved;
        drawn[j] = mean + (reflected - mean) / shrinkage;
      }
      return drawn;
    }
  }
}
