package org.cityeval.numeric.recovery;

/** How far enterprises are back at work, seen from their electricity meters. */
public final class WorkResumption {
  private WorkResumption() {}

  /**
   * Half the resumption rate plus half the production rate, the work-resumption electricity index
   * (State Grid Zhejiang, February 2020).
   *
   * @param resumptionRate enterprises drawing power again over all enterprises, percent
   * @param productionRate consumption over its baseline, percent; may exceed 100
   * @return percent; {@code NaN} where either is not observed
   */
  public static double index(double resumptionRate, double productionRate) {
    return 0.5 * resumptionRate + 0.5 * productionRate;
  }
}
