package org.cityeval.numeric.composite;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * A composite by the weights that flatter each unit most: under them nobody, the unit itself
 * included, has more than 1 (data envelopment analysis without inputs; Cherchye, Moesen, Rogge &
 * Van Puyenbroeck 2007). The share of each indicator in the unit's own composite is kept between
 * bounds (Wong & Beasley 1990), or a unit would be judged by its one best indicator.
 *
 * <p>With p the shares and r the scores of others relative to the unit's own, the composite is 1 /
 * z where z is the least largest mean of r under shares within the bounds: a linear program in
 * which few others bind, so they are added as they turn out to be in the way.
 */
public final class BenefitOfTheDoubt {
  /** How far beyond the bound another unit may be, relative. */
  private static final double TOLERANCE = 1e-10;

  private BenefitOfTheDoubt() {}

  /**
   * The composite of one unit.
   *
   * @param value above 0, at most 1
   * @param weights of the scores; score times weight adds up to the value
   */
  public record Result(double value, double[] weights) {}

  /**
   * The composite of every unit.
   *
   * @param scores one row per unit, one column per indicator; above zero
   * @param lowestShare of each indicator, 0 to 1; they add up to at most 1
   * @param highestShare of each indicator; they add up to at least 1
   * @throws IllegalArgumentException if a score is not above zero, or no shares are within the
   *     bounds
   */
  public static Result[] of(double[][] scores, double[] lowestShare, double[] highestShare) {
    for (double[] row : scores) {
      if (!Arrays.stream(row).allMatch(score -> score > 0)) {
        throw new IllegalArgumentException("Benefit of the doubt needs scores above zero");
      }
    }
    Result[] results = new Result[scores.length];
    // Who was in the way of one unit is likely to be in the way of the next.
    Set<Integer> binding = new TreeSet<>();
    for (int unit = 0; unit < scores.length; unit++) {
      results[unit] = flatter(unit, scores, lowestShare, highestShare, binding);
    }
    return results;
  }

  private static Result flatter(
      int unit, double[][] scores, double[] lowest, double[] highest, Set<Integer> binding) {
    Set<Integer> others = new TreeSet<>(binding);
    others.add(unit);
    while (true) {
      double[] solved = solve(unit, scores, others, lowest, highest);
      int indicators = lowest.length;
      double bound = solved[indicators];
      int worst = -1;
      double most = bound * (1 + TOLERANCE);
      for (int other = 0; other < scores.length; other++) {
        double mean = 0;
        for (int i = 0; i < indicators; i++) {
          mean += solved[i] * scores[other][i] / scores[unit][i];
        }
        if (mean > most) {
          most = mean;
          worst = other;
        }
      }
      if (worst < 0 || !others.add(worst)) {
        double[] weights = new double[indicators];
        double value = 0;
        double largest = Math.max(bound, worst < 0 ? bound : most);
        for (int i = 0; i < indicators; i++) {
          weights[i] = solved[i] / largest / scores[unit][i];
          value += weights[i] * scores[unit][i];
        }
        return new Result(value, weights);
      }
      binding.add(worst);
    }
  }

  /** Shares, then the largest mean of any of the others under them. */
  private static double[] solve(
      int unit, double[][] scores, Set<Integer> others, double[] lowest, double[] highest) {
    int indicators = lowest.length;
    double[] objective = new double[indicators + 1];
    objective[indicators] = 1;
    double[] lower = Arrays.copyOf(lowest, indicators + 1);
    double[] upper = Arrays.copyOf(highest, indicators + 1);
    upper[indicators] = Double.POSITIVE_INFINITY;
    double[] ones = new double[indicators + 1];
    Arrays.fill(ones, 0, indicators, 1);
    LinearSolver.Builder program =
        LinearSolver.newBuilder(objective).lower(lower).upper(upper).equality(1, ones);
    for (int other : others) {
      double[] mean = new double[indicators + 1];
      for (int i = 0; i < indicators; i++) {
        mean[i] = scores[other][i] / scores[unit][i];
      }
      mean[indicators] = -1;
      program.inequality(0, mean);
    }
    Optimisation.Result result = program.build().solve();
    if (!result.getState().isOptimal()) {
      throw new IllegalArgumentException(
          "No shares lie within the bounds: the program ended as " + result.getState());
    }
    double[] solved = new double[indicators + 1];
    Arrays.setAll(solved, result::doubleValue);
    return solved;
  }
}
