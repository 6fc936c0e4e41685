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
   * The score of a draw that is off the value by an error; beyond 1 and 100 where it lies beyond
   * the goalposts. A value that was drawn in takes its error along.
   */
  double drawn(double value, double error) {
    double treatedError = treatment.extended(value + error) - treatment.extended(value);
    return normalisation.extended(treatment.apply(value) + treatedError);
  }
}
