package org.cityeval.numeric.frontier;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Efficiency scores by data envelopment: each unit is held against the best mixture of units that
 * was seen, and no form of the frontier is assumed.
 *
 * <p>A unit that its measure does not cover (missing, negative, all zero where it matters) scores
 * {@code NaN} and is no reference for others. With few units most come out efficient: see {@link
 * Activities#fewestUnits}. Cost per unit: one pass over all units and, as a rule, one linear
 * program over those that span the frontier.
 */
public final class Efficiency {
  private Efficiency() {}

  /** Efficiency of each unit among all of them, above 0 up to 1. */
  public static double[] of(EfficiencyMeasure measure, Activities activities) {
    Frontier frontier = new Frontier(measure, activities);
    return scores(measure, activities, frontier, column -> frontier.reach(column).distance());
  }

  /**
   * Efficiency of each unit among the others, above 1 for those that reach beyond them. It is plus
   * infinity where no mixture of the others compares, which happens mostly where returns are
   * variable.
   *
   * <p>Source: Andersen and Petersen (1993).
   */
  public static double[] amongOthers(EfficiencyMeasure measure, Activities activities) {
    Frontier frontier = new Frontier(measure, activities);
    return scores(measure, activities, frontier, frontier::distanceAmongOthers);
  }

  /**
   * Efficiency of units against the frontier of other units, or of their own at another time; above
   * 1 beyond it, plus infinity where no mixture compares.
   *
   * @param activities as many inputs and outputs as {@code reference}, in the same units of measure
   */
  public static double[] against(
      EfficiencyMeasure measure, Activities activities, Activities reference) {
    activities.requireDimensionsOf(reference);
    Frontier frontier = new Frontier(measure, reference);
    double[] scores = new double[activities.size()];
    Arrays.setAll(scores, i -> measure.efficiency(frontier.distance(activities, i)));
    return scores;
  }

  private static double[] scores(
      EfficiencyMeasure measure,
      Activities activities,
      Frontier frontier,
      IntToDoubleFunction distance) {
    double[] scores = new double[activities.size()];
    Arrays.fill(scores, Double.NaN);
    int[] covered = frontier.covered();
    for (int column = 0; column < covered.length; column++) {
      scores[covered[column]] = measure.efficiency(distance.applyAsDouble(column));
    }
    return scores;
  }
}
