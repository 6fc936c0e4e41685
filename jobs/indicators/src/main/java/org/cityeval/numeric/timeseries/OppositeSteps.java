package org.cityeval.numeric.timeseries;

import java.util.Arrays;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Quantiles;

/**
 * Finds pairs of opposite steps in a count that should only rise: up and down again, or down and up
 * again. Such a pair is one report, or a short run of them, that was wrong by a constant.
 *
 * <p>A fall has two accounts. Either the reports between the two steps were wrong, and both steps
 * together come to what is usual. Or the count was revised for good, and the other step is usual by
 * itself. A pair is found where the first account leaves less than half of what the second leaves
 * unexplained. Steps that do not follow each other must cancel to a tenth, and the step must be an
 * outlier by itself, for more pairs are tried.
 *
 * <p>Usual is the median of up to seven steps on either side, per day (Hampel 1974).
 */
public final class OppositeSteps {
  /** Steps on either side that say what is usual. */
  private static final int BESIDE = 7;

  /** A wrong run of more reports than this is a revision. */
  private static final int LONGEST = 7;

  private static final double UNEXPLAINED_NEXT = 0.5;
  private static final double UNEXPLAINED_APART = 0.1;

  /** How many usual steps a step apart from its opposite must be away from the usual. */
  private static final double USUAL_STEPS_APART = 5;

  private OppositeSteps() {}

  /**
   * The partner of each step.
   *
   * @param steps what the count rose by from report to report, in order; any unit
   * @param days how many days each step covers, at least 1
   * @return for each step the index of its opposite, or -1
   * @throws IllegalArgumentException for a step that is not finite, or a span below one day
   */
  public static int[] partners(double[] steps, int[] days) {
    Domain.sameLength("steps", steps.length, "days", days.length);
    Domain.finite("steps", steps);
    for (int span : days) {
      Domain.atLeast("days", span, 1);
    }
    int[] partners = new int[steps.length];
    Arrays.fill(partners, -1);
    for (int apart = 1; apart <= LONGEST; apart++) {
      for (int i = 0; i + apart < steps.length; i++) {
        int j = i + apart;
        if (partners[i] < 0 && partners[j] < 0 && isPair(steps, days, i, j)) {
          partners[i] = j;
          partners[j] = i;
        }
      }
    }
    return partners;
  }

  private static boolean isPair(double[] steps, int[] days, int i, int j) {
    boolean opposite = Math.min(steps[i], steps[j]) < 0 && Math.max(steps[i], steps[j]) > 0;
    if (!opposite || steps[i] + steps[j] < 0) {
      return false;
    }
    double usual = usual(steps, days, i, j);
    if (Double.isNaN(usual)) {
      return false;
    }
    int rise = steps[i] > 0 ? i : j;
    double bothWrong = Math.abs(steps[i] + steps[j] - usual * (days[i] + (double) days[j]));
    double revised = Math.abs(steps[rise] - usual * days[rise]);
    if (j - i == 1) {
      return bothWrong < UNEXPLAINED_NEXT * revised;
    }
    return bothWrong <= UNEXPLAINED_APART * revised
        && revised > USUAL_STEPS_APART * usual * days[rise]
        && Backlogs.standsOut(steps[rise] / days[rise], usual);
  }

  private static double usual(double[] steps, int[] days, int i, int j) {
    double[] beside = new double[BESIDE * 2 + j - i];
    Arrays.fill(beside, Double.NaN);
    int n = 0;
    for (int k = Math.max(0, i - BESIDE); k <= Math.min(steps.length - 1, j + BESIDE); k++) {
      if (k != i && k != j && steps[k] >= 0) {
        beside[n++] = steps[k] / days[k];
      }
    }
    return Quantiles.median(beside);
  }
}
