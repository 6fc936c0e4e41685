package org.cityeval.config;

import java.io.Serializable;
import java.util.List;
import org.cityeval.indicator.Parameters;

/** The thresholds of the indicators and the intervals around them. */
public record IndicatorsConfig(
    Restriction restriction, Recovery recovery, int minimumCases, Uncertainty uncertainty)
    implements Serializable {

  /** When a day counts as restricted, and when as at risk. */
  public record Restriction(
      double mobilityAtMost, int riskLevelAtLeast, int lagDays, Parameters.RiskScope riskScope)
      implements Serializable {}

  /** When enterprise activity counts as recovered. */
  public record Recovery(double level, int sustainedDays) implements Serializable {}

  /** How intervals are found. */
  public record Uncertainty(double level, int replicates, int blockDays, long seed)
      implements Serializable {}

  /**
   * The settings as the indicators take them.
   *
   * @param baselineNames the baselines the enterprise measures are stated against, sorted; none
   *     where the source itself states changes
   * @param baselines those baselines; recovery is judged against the time before the emergency only
   *     where each of them lies before it
   * @param smoothedDays length of the mean the case counts already carry; 1 for raw counts
   */
  Parameters parameters(
      List<String> baselineNames, List<BaselineConfig> baselines, int smoothedDays) {
    return new Parameters(
        new Parameters.Restriction(
            restriction.mobilityAtMost(),
            restriction.riskLevelAtLeast(),
            restriction.lagDays(),
            restriction.riskScope()),
        new Parameters.Recovery(
            recovery.level(),
            recovery.sustainedDays(),
            String.join("+", baselineNames),
            baselines.stream().allMatch(BaselineConfig::prePeriod)),
        new Parameters.Cases(minimumCases, smoothedDays),
        new Parameters.Uncertainty(
            uncertainty.level(),
            uncertainty.replicates(),
            uncertainty.blockDays(),
            uncertainty.seed()));
  }
}
