package org.cityeval.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.Serializable;
import java.util.List;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.series.Quantity;

/** How the district-day panel is derived from the observations. */
public record PanelConfig(
    List<Quantity> mobility,
    List<Quantity> enterprise,
    CoveredShare minimumCoveredPopulationShare,
    @JsonUnwrapped Indices indices,
    @JsonUnwrapped Transmission transmission,
    Risk risk,
    Waves waves,
    int gapDays)
    implements Serializable {

  public PanelConfig {
    mobility = List.copyOf(mobility);
    enterprise = List.copyOf(enterprise);
  }

  /** Of how many of a city's residents a sum, or a mean, must be known. */
  public record CoveredShare(double counts, double means) implements Serializable {}

  /** The composite indices of a day; the first is null where the lake has no such measures. */
  public record Indices(WorkResumption workResumption, PreciseControl preciseControl)
      implements Serializable {}

  /** How much each component of the precise-control index counts within its side. */
  public record PreciseControl(
      double controlShare, double risk, double reproduction, double mobility, double enterprise)
      implements Serializable {}

  /** The two halves of the work-resumption index. */
  public record WorkResumption(Quantity rate, Quantity production) implements Serializable {}

  /** How the reproduction number is estimated. */
  public record Transmission(SerialInterval serialInterval, ReproductionNumber rt)
      implements Serializable {}

  /** Days between the onsets of infector and infected: a shifted gamma distribution. */
  public record SerialInterval(double mean, double sd, String citation) implements Serializable {}

  /** The instantaneous reproduction number: trailing window, cases it needs, gamma prior. */
  public record ReproductionNumber(
      int windowDays, int minimumCases, double priorShape, double priorScale)
      implements Serializable {}

  /** The five risk levels: whose rules, and the knobs of the Zhejiang rule. */
  public record Risk(
      RiskThresholds.Preset preset,
      int clearDays,
      int quietDays,
      int clusterCases,
      double orangeFrom,
      double redFrom)
      implements Serializable {}

  /** What separates one wave from the next. */
  public record Waves(
      int separationDays,
      @JsonProperty("prominence_per_100k") double prominencePer100k,
      double relativeProminence)
      implements Serializable {}
}
