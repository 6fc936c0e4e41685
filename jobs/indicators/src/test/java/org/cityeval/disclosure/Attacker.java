package org.cityeval.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Someone who knows all that is published of a city's counts, and that counts are whole and not
 * negative, and asks a solver what a withheld one can be.
 */
final class Attacker {
  private final int days;
  private final double[][] counts;
  private final List<Map<Integer, Double>> sums = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  /** What a number can be at least and at most. */
  record Bounds(double low, double high) {}

  private Attacker(double[][] counts) {
    this.counts = counts;
    this.days = counts[0].length;
  }

  /** Reads everything that a release publishes from the first published day on. */
  static Attacker reading(CityRelease release, double[][] counts, int firstPublished) {
    Attacker attacker = new Attacker(counts);
    for (int district = 0; district < counts.length; district++) {
      attacker.read(release.district(district), new int[] {district}, firstPublished);
    }
    int[] all = new int[counts.length];
    for (int district = 0; district < all.length; district++) {
      all[district] = district;
    }
    attacker.read(release.city(), all, firstPublished);
    return attacker;
  }

  /** Reads the days and the weekly means of a sum of districts. */
  private void read(ReleasedDays released, int[] districts, int firstPublished) {
    for (int day = firstPublished; day < days; day++) {
      if (released.isOpen(day)) {
        learn(districts, day, day);
      }
      if (released.isMeanOpen(day, 7)) {
        learn(districts, day - 6, day);
      }
    }
  }

  /** Learns the sum of some districts from a day to another. */
  void learn(int[] districts, int from, int to) {
    Map<Integer, Double> cells = new LinkedHashMap<>();
    double sum = 0;
    for (int district : districts) {
      for (int day = from; day <= to; day++) {
        if (!Double.isNaN(counts[district][day])) {
          cells.put(district * days + day, 1.0);
          sum += counts[district][day];
        }
      }
    }
    sums.add(cells);
    values.add(sum);
  }

  /** What the sum of cells, each a district and a day, can be. */
  Bounds bounds(int[]... cells) {
    return new Bounds(solve(false, cells), solve(true, cells));
  }

  private double solve(boolean most, int[]... cells) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[counts.length * days];
    for (int i = 0; i < variables.length; i++) {
      // No count exceeds what a small town has of residents.
      variables[i] = model.newVariable("x" + i).lower(0).upper(10_000);
    }
    for (int i = 0; i < sums.size(); i++) {
      Expression equation = model.newExpression("s" + i);
      for (Map.Entry<Integer, Double> cell : sums.get(i).entrySet()) {
        equation.set(variables[cell.getKey()], cell.getValue());
      }
      equation.level(values.get(i));
    }
    for (int[] cell : cells) {
      variables[cell[0] * days + cell[1]].weight(1);
    }
    Optimisation.Result result = most ? model.maximise() : model.minimise();
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException("What is published contradicts itself: " + result);
    }
    double found = 0;
    for (int[] cell : cells) {
      found += result.doubleValue(cell[0] * days + cell[1]);
    }
    // Without the sign of a nought.
    return 0.0 + (most ? Math.floor(found + 1e-6) : Math.ceil(found - 1e-6));
  }
}
