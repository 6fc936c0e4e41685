package org.cityeval.numeric.inequality;

import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;

/**
 * The two ways to miss whom a measure is meant for.
 *
 * <p>Source: Cornia and Stewart (1993).
 *
 * @param exclusion share of those in need who were not reached, 0..1; {@code NaN} where no one was
 *     in need
 * @param inclusion share of those reached who were not in need, 0..1; {@code NaN} where no one was
 *     reached
 */
public record TargetingErrors(double exclusion, double inclusion) {
  /**
   * The errors over districts or persons.
   *
   * @param reached true where the measure was applied
   * @param inNeed true where it was called for
   * @param weights residents, or ones; {@code NaN} or no weight leaves out, and an infinite one
   *     leaves no share known
   */
  public static TargetingErrors of(boolean[] reached, boolean[] inNeed, double[] weights) {
    Domain.sameLength("reached", reached.length, "inNeed", inNeed.length);
    Domain.sameLength("reached", reached.length, "weights", weights.length);
    if (Domain.holdsInfinity(weights)) {
      return new TargetingErrors(Double.NaN, Double.NaN);
    }
    BinaryScale scale = BinaryScale.of(weights);
    double need = 0;
    double missed = 0;
    double reach = 0;
    double wasted = 0;
    for (int i = 0; i < reached.length; i++) {
      double weight = weights[i] > 0 ? scale.reduced(weights[i]) : 0;
      need += inNeed[i] ? weight : 0;
      missed += inNeed[i] && !reached[i] ? weight : 0;
      reach += reached[i] ? weight : 0;
      wasted += reached[i] && !inNeed[i] ? weight : 0;
    }
    return new TargetingErrors(missed / need, wasted / reach);
  }
}
