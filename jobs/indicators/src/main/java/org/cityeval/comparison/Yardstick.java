package org.cityeval.comparison;

import java.io.Serializable;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.composite.OutlierTreatment;

/**
 * Turns values of one indicator into scores from 1 (worst) to 100 (best), for every member of the
 * panel and every draw alike. Fitted to the panel once and published, so that a score can be redone
 * (OECD/JRC 2008, steps 3 and 5).
 *
 * @param members values of the panel that it was fitted to
 */
public record Yardstick(OutlierTreatment treatment, Normalisation normalisation, int members)
    implements Serializable {
  /** The score of a value, 1 to 100. */
  public double score(double value) {
    return normalisation.score(treatment.apply(value));
  }

  /**
   * By draw, the score where it is off the value by an error; beyond 1 and 100 where it lies beyond
   * the goalposts. A value that was drawn in takes its error along.
   */
  double[] drawn(double value, double[] errors) {
    double extended = treatment.extended(value);
    double treated = treatment.apply(value);
    double[] scores = new double[errors.length];
    for (int draw = 0; draw < errors.length; draw++) {
      double treatedError = treatment.extended(value + errors[draw]) - extended;
      scores[draw] = normalisation.extended(treated + treatedError);
    }
    return scores;
  }
}
