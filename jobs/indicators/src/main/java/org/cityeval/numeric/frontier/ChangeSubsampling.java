package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Domain;

/**
 * The m-out-of-n bootstrap of {@link ProductivityChange#global}. In each replicate the common
 * frontier of both periods is spanned by some of the units only. Each unit comes with both its
 * periods, which keeps what is specific to it in both. One order of the units serves all steps,
 * since the period between two steps is in both.
 *
 * <p>Subsampling asks for no more than a limit at a known rate (Politis and Romano 1994). The
 * logarithm of the index is a difference of logarithms of two distances from one frontier, and
 * converges as they do: see {@link Subsampling}. Of Malmquist indices it is the question of Simar
 * and Wilson (1999), whose smoothing takes for granted how inefficiency is spread.
 */
public final class ChangeSubsampling {
  private ChangeSubsampling() {}

  /**
   * Units over two periods.
   *
   * @param units which of all units each row is about, without repeats
   * @param before a row per unit; covered by the measure, as those of {@code after}
   * @param size units in a subsample
   */
  public record Step(int[] units, Activities before, Activities after, int size) {
    public Step {
      Domain.sameLength("units", units.length, "before", before.size());
      Domain.sameLength("units", units.length, "after", after.size());
      Domain.atLeast("size", size, 1);
      if (Arrays.stream(units).distinct().count() < units.length) {
        throw new IllegalArgumentException("One of the units has two rows");
      }
    }
  }

  /**
   * Change of each unit over the steps that it takes, with its correction and interval. Replicates
   * in which one of its distances is not met are passed over. Correction and interval are undefined
   * if most replicates are passed over, or if a subsample would hold all units.
   *
   * <p>Cost: replicates x steps x 2 units small linear programs.
   *
   * @param units number of all units
   * @param level nominal coverage in 0..1, such as 0.95
   * @throws IllegalArgumentException for a row that the measure does not cover
   */
  public static BootstrapChange[] of(
      EfficiencyMeasure measure,
      List<Step> steps,
      int units,
      int replicates,
      double level,
      long seed) {
    Domain.atLeast("units", units, 0);
    Domain.atLeast("replicates", replicates, 1);
    Domain.between0And1("level", level);
    double[] sums = new double[units];
    int[] taken = new int[units];
    double[][] plausible = new double[units][replicates];
    List<Sampled> sampled = steps.stream().map(step -> new Sampled(measure, step, units)).toList();
    for (Sampled step : sampled) {
      for (int row = 0; row < step.units.length; row++) {
        sums[step.units[row]] += step.measured[row];
        taken[step.units[row]]++;
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, units).toArray();
    for (int b = 0; b < replicates; b++) {
      shuffle(order, random);
      for (Sampled step : sampled) {
        double[] drawn = step.plausible(order);
        for (int row = 0; row < drawn.length; row++) {
          plausible[step.units[row]][b] += drawn[row];
        }
      }
    }
    BootstrapChange[] changes = new BootstrapChange[units];
    Arrays.setAll(
        changes, unit -> BootstrapChange.of(sums[unit], taken[unit], plausible[unit], level));
    return changes;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int k = order.length - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int swapped = order[k];
      order[k] = order[other];
      order[other] = swapped;
    }
  }

  /** A step with its frontier. */
  private static final class Sampled {
    private final EfficiencyMeasure measure;
    private final Frontier frontier;
    private final int[] units;
    private final int[] rowOf;
    private final int size;
    private final double shrinkage;

    /** Logarithm of the index of each row. */
    private final double[] measured;

    Sampled(EfficiencyMeasure measure, Step step, int units) {
      this.measure = measure;
      this.units = step.units();
      this.size = step.size();
      this.frontier = new Frontier(measure, step.before().and(step.after()));
      int rows = this.units.length;
      for (int unit : this.units) {
        Domain.within("a step's unit", unit, 0, units - 1);
      }
      if (frontier.covered().length != 2 * rows) {
        throw new IllegalArgumentException("A row of the steps is not covered by the measure");
      }
      this.rowOf = new int[units];
      Arrays.fill(rowOf, -1);
      IntStream.range(0, rows).forEach(row -> rowOf[this.units[row]] = row);
      this.shrinkage =
          Math.pow((double) size / rows, Subsampling.rate(measure, frontier.dimensions()));
      this.measured = new double[rows];
      Arrays.setAll(
          measured,
          row ->
              Math.log(measure.inverse(frontier.reach(row).distance()))
                  - Math.log(measure.inverse(frontier.reach(rows + row).distance())));
    }

    /** Logarithms of the index less what the first units of the order make of its deviation. */
    double[] plausible(int[] order) {
      double[] plausible = new double[units.length];
      if (size >= units.length) {
        Arrays.fill(plausible, Double.NaN);
        return plausible;
      }
      int[] drawn = Arrays.stream(order).map(unit -> rowOf[unit]).filter(row -> row >= 0).toArray();
      double[][] points = new double[2 * size][];
      for (int k = 0; k < size; k++) {
        points[k] = frontier.point(drawn[k]);
        points[size + k] = frontier.point(units.length + drawn[k]);
      }
      Technology technology = frontier.spannedBy(points);
      for (int k = 0; k < drawn.length; k++) {
        int row = drawn[k];
        int[] before = k < size ? new int[] {k} : new int[0];
        int[] after = k < size ? new int[] {size + k} : new int[0];
        double change =
            logInverse(technology, row, before) - logInverse(technology, units.length + row, after);
        plausible[row] = measured[row] - shrinkage * (change - measured[row]);
      }
      return plausible;
    }

    /** The program starts from the column itself where it is drawn. */
    private double logInverse(Technology technology, int column, int[] itself) {
      double[] point = frontier.point(column);
      double distance = technology.distance(point, frontier.direction(point), itself);
      return Math.log(measure.inverse(distance));
    }
  }
}
