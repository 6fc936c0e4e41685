package org.cityeval.indicator;

import java.io.Serializable;

/** What an evaluation may set; the values in force are stored beside every number. */
public record Parameters(
    Restriction restriction, Recovery recovery, Cases cases, Uncertainty uncertainty)
    implements Serializable {

  public static final Parameters DEFAULTS =
      new Parameters(
          new Restriction(-0.20, 3, 1, RiskScope.NEIGHBOURS),
          new Recovery(0.90, 7, "", true),
          new Cases(11, 1),
          new Uncertainty(0.95, 500, 14, 0));

  /** Whose risk a decision is judged by. */
  public enum RiskScope {
    OWN,
    NEIGHBOURS,
    CITY;

    /** How the scope is written in configs and tables. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * When a day counts as restricted, and when as at risk.
   *
   * @param mobilityAtMost a day is restricted at or below this smoothed change of mobility
   * @param riskLevelAtLeast a day is at risk at or above this level, 1 to 5
   * @param lagDays how old the risk is that a decision can know
   * @param scope whose risk counts: own; own and contiguous districts'; or those and the city's
   */
  public record Restriction(
      double mobilityAtMost, int riskLevelAtLeast, int lagDays, RiskScope scope)
      implements Serializable {}

  /**
   * When enterprise activity counts as recovered.
   *
   * @param level share of the baseline, such as 0.90
   * @param sustainedDays for how many consecutive days
   * @param baselineId the name of the baseline in force
   * @param prePeriod whether that baseline lies before the emergency
   */
  public record Recovery(double level, int sustainedDays, String baselineId, boolean prePeriod)
      implements Serializable {}

  /**
   * What a case count must bear.
   *
   * @param minimum cases that a rate or a reproduction number needs (Cori 2013: 11 in the window)
   * @param smoothedDays length of the mean already taken at the source; 1 for raw daily counts
   */
  public record Cases(int minimum, int smoothedDays) implements Serializable {}

  /**
   * How intervals are found.
   *
   * @param level nominal coverage of the intervals
   * @param replicates bootstrap replicates
   * @param blockDays length of the day blocks that are resampled
   * @param seed the evaluation's seed
   */
  public record Uncertainty(double level, int replicates, int blockDays, long seed)
      implements Serializable {}
}
