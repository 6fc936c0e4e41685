package org.cityeval.numeric.epidemic;

import java.util.Arrays;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;

/**
 * How many people those who fell ill in a window went on to infect, told afterwards from the cases
 * that followed.
 *
 * <p>Source: Wallinga and Teunis (2004). Each case is shared out among the earlier ones in
 * proportion to how probable an interval between them is. For looking back only: while the cases
 * that the last ones infect have not been reported, the number sinks, however the epidemic goes.
 */
public final class CaseReproductionNumber {
  private CaseReproductionNumber() {}

  /**
   * R by the last day of its window, per case; every array has one value per day.
   *
   * @param mean over the cases of the window, 0 or more; {@code NaN} without a case, in a window
   *     with too few usable days, and before the first full window
   * @param observedShare part of the generation interval after those cases that falls on usable
   *     days of the series, 0..1. {@code mean} is too low by about this factor, and should not be
   *     shown where the factor is small. {@code NaN} where {@code mean} is
   * @param casesInWindow cases on the usable days of the window; {@code NaN} as above, but 0
   *     without a case
   */
  public record Estimates(double[] mean, double[] observedShare, double[] casesInWindow) {}

  /**
   * R over trailing windows, the first from the first day on.
   *
   * <p>A day that is {@code NaN} or negative is not usable, as in {@link ReproductionNumber#cori}.
   * It has no cases and infects nobody. A window needs 70 % usable days (5 of 7). A case without an
   * earlier one in reach was infected elsewhere and is shared out to nobody. Undefined, too, is a
   * window that an infinite count reaches.
   *
   * @param newCases daily counts, not smoothed
   * @param generationInterval probability of 0, 1, 2, ... days; the entry for day 0 is 0, the sum 1
   *     within 0.01
   * @param windowDays at least 1
   */
  public static Estimates wallingaTeunis(
      double[] newCases, double[] generationInterval, int windowDays) {
    Domain.atLeast("windowDays", windowDays, 1);
    SerialInterval.require("generationInterval", generationInterval);
    // Shares do not depend on the unit of the counts.
    BinaryScale scale = BinaryScale.of(newCases);
    double[] cases = scale.reduced(newCases);
    double[] pressure = ReproductionNumber.infectiousness(cases, generationInterval);
    double wholeInterval = Arrays.stream(generationInterval).skip(1).sum();
    int days = cases.length;
    double[] infected = new double[days];
    double[] observed = new double[days];
    for (int day = 0; day < days; day++) {
      for (int k = 1; k < Math.min(days - day, generationInterval.length); k++) {
        int later = day + k;
        if (cases[later] >= 0) {
          double share = pressure[later] == 0 ? 0 : generationInterval[k] / pressure[later];
          infected[day] += cases[later] * share;
          observed[day] += generationInterval[k] / wholeInterval;
        }
      }
    }
    return overWindows(cases, scale, infected, observed, windowDays);
  }

  private static Estimates overWindows(
      double[] newCases, BinaryScale scale, double[] infected, double[] observed, int windowDays) {
    double[] mean = undefined(newCases.length);
    double[] share = undefined(newCases.length);
    double[] inWindow = undefined(newCases.length);
    for (int end = windowDays - 1; end < newCases.length; end++) {
      int usable = 0;
      double cases = 0;
      double infections = 0;
      double seen = 0;
      for (int day = end - windowDays + 1; day <= end; day++) {
        if (newCases[day] >= 0) {
          usable++;
          cases += newCases[day];
          infections += newCases[day] * infected[day];
          seen += newCases[day] * observed[day];
        }
      }
      if (10L * usable >= 7L * windowDays && Double.isFinite(infections)) {
        double counted = scale.restored(cases);
        inWindow[end] = Double.isFinite(counted) ? counted : Double.NaN;
        // Without a case this is 0 / 0, the NaN that is meant.
        mean[end] = infections / cases;
        share[end] = seen / cases;
      }
    }
    return new Estimates(mean, share, inWindow);
  }

  private static double[] undefined(int days) {
    double[] undefined = new double[days];
    Arrays.fill(undefined, Double.NaN);
    return undefined;
  }
}
