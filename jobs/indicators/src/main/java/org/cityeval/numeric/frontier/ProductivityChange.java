package org.cityeval.numeric.frontier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a unit's productivity changed between two periods, as a product: nearer to the frontier, and
 * the frontier moved. Above 1 is progress. {@code NaN} where a period of the unit is not covered,
 * or the frontier of one period is not met from the other.
 *
 * <p>With a radial measure it is the Malmquist index (Färe, Grosskopf, Norris and Zhang 1994). With
 * the directional one, whose efficiency is 1 / (1 + beta), the same ratios are the
 * Malmquist-Luenberger index (Chung, Färe and Grosskopf 1997), and its global form (Oh 2010).
 *
 * @param index the whole change
 * @param efficiencyChange the catching up with the frontier of the period
 * @param technicalChange the move of the frontier where the unit is
 */
public record ProductivityChange(double index, double efficiencyChange, double technicalChange) {
  /**
   * Change of each unit from one period to the next: the geometric mean of the changes seen from
   * the frontiers of both. Changes over several periods do not multiply to the change over all of
   * them; those of {@link #global} do.
   *
   * @param before the units at first
   * @param after the same units in the same order
   */
  public static ProductivityChange[] between(
      EfficiencyMeasure measure, Activities before, Activities after) {
    requireSameUnits(before, after);
    double[] beforeBefore = Efficiency.of(measure, before);
    double[] afterAfter = Efficiency.of(measure, after);
    double[] beforeAfter = Efficiency.against(measure, before, after);
    double[] afterBefore = Efficiency.against(measure, after, before);
    ProductivityChange[] changes = new ProductivityChange[before.size()];
    for (int i = 0; i < changes.length; i++) {
      double efficiency = afterAfter[i] / beforeBefore[i];
      double seenFromBoth = afterBefore[i] / afterAfter[i] * beforeBefore[i] / beforeAfter[i];
      changes[i] = of(efficiency * Math.sqrt(seenFromBoth), efficiency);
    }
    return changes;
  }

  /**
   * Change of each unit over each step, seen from the one frontier that all periods span together:
   * always defined where the unit is covered, and circular.
   *
   * <p>Source: Pastor and Lovell (2005).
   *
   * @param periods the same units in the same order, period after period
   * @return by step and unit; one step less than periods
   */
  public static List<ProductivityChange[]> global(
      EfficiencyMeasure measure, List<Activities> periods) {
    periods.forEach(period -> requireSameUnits(periods.get(0), period));
    List<ProductivityChange[]> steps = new ArrayList<>();
    if (periods.isEmpty()) {
      return steps;
    }
    int units = periods.get(0).size();
    double[] global =
        Efficiency.of(measure, periods.stream().reduce(Activities::and).orElseThrow());
    double[] before = Efficiency.of(measure, periods.get(0));
    for (int step = 1; step < periods.size(); step++) {
      double[] after = Efficiency.of(measure, periods.get(step));
      ProductivityChange[] changes = new ProductivityChange[units];
      for (int i = 0; i < units; i++) {
        double index = global[step * units + i] / global[(step - 1) * units + i];
        changes[i] = of(index, after[i] / before[i]);
      }
      steps.add(changes);
      before = after;
    }
    return steps;
  }

  /** Infinite where a frontier is not met: then there is no ratio of the two. */
  private static ProductivityChange of(double index, double efficiencyChange) {
    double whole = met(index);
    double caughtUp = met(efficiencyChange);
    return new ProductivityChange(whole, caughtUp, met(whole / caughtUp));
  }

  private static double met(double ratio) {
    return ratio > 0 && ratio < Double.POSITIVE_INFINITY ? ratio : Double.NaN;
  }

  private static void requireSameUnits(Activities before, Activities after) {
    if (before.size() != after.size()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d units before, %d after", before.size(), after.size()));
    }
  }
}
