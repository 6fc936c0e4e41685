package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;
import org.cityeval.indicator.Parameters;

/** The thresholds of the indicators and the intervals around them. */
public record IndicatorsConfig(
    Restriction restriction,
    Recovery recovery,
    Response response,
    Control control,
    Requests requests,
    int minimumCases,
    Uncertainty uncertainty)
    implements Serializable {

  /** When a day counts as restricted, and when as at risk. */
  public record Restriction(
      double mobilityAtMost, int riskLevelAtLeast, int lagDays, Parameters.RiskScope riskScope)
      implements Serializable {}

  /** When enterprise activity counts as recovered. */
  public record Recovery(double level, int sustainedDays) implements Serializable {}

  /** When an outbreak begins, and what counts as the answer to it. */
  public record Response(
      @JsonProperty("onset_per_10k") double onsetPer10k,
      double fallAtLeast,
      int segmentDays,
      int searchDays,
      int answerDays)
      implements Serializable {}

  /** When an outbreak counts as controlled. */
  public record Control(
      int windows,
      int quietDays,
      int lowDays,
      @JsonProperty("low_per_100k") double lowPer100k,
      double lowShareOfPeak)
      implements Serializable {}

  /** How service requests are read. */
  public record Requests(List<String> localLevels) implements Serializable {
    public Requests {
      localLevels = List.copyOf(localLevels);
    }
  }

  /** How intervals are found. */
  public record Uncertainty(double level, int replicates, long seed) implements Serializable {}

  /**
   * The settings as the indicators take them.
   *
   * @param baselineNames the baselines the enterprise measures are stated against, sorted; none
   *     where the source itself states changes
   * @param baselines those baselines; recovery is judged against the time before the emergency only
   *     where each of them lies before it
   * @param smoothedDays length of the mean the case counts already carry; 1 for raw counts
   * @param mobilityDays length of the mean that smoothed mobility is
   * @param waves what separates the waves of the panel
   */
  Parameters parameters(
      List<String> baselineNames,
      List<BaselineConfig> baselines,
      int smoothedDays,
      int mobilityDays,
      PanelConfig.Waves waves) {
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
        new Parameters.Response(
            response.onsetPer10k(),
            response.fallAtLeast(),
            response.segmentDays(),
            response.searchDays(),
            response.answerDays(),
            mobilityDays),
        new Parameters.Control(
            control.windows(),
            control.quietDays(),
            new Parameters.Low(control.lowDays(), control.lowPer100k(), control.lowShareOfPeak())),
        new Parameters.Waves(
            waves.separationDays(), waves.prominencePer100k(), waves.relativeProminence()),
        new Parameters.Requests(requests.localLevels()),
        new Parameters.Uncertainty(
            uncertainty.level(), uncertainty.replicates(), uncertainty.seed()));
  }
}
