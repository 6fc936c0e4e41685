package org.cityeval.numeric.epidemic;

import java.io.Serializable;
import java.util.List;

/**
 * The cuts between five levels of risk.
 *
 * @param clearDays days without a case after which a district is green (zhejiang)
 * @param quietDays days without a case after which it is blue (zhejiang)
 * @param clusterCases fewer cases than this in 7 days are no cluster, and at most yellow (zhejiang)
 * @param orangeFrom cases in 7 days per 100,000 residents from which it is orange (zhejiang)
 * @param redFrom cases in 7 days per 100,000 residents from which it is red (zhejiang)
 * @param densityCuts highest cases a day per 100,000 residents of levels 1 to 4 (act_now)
 * @param reproductionCuts highest reproduction number of levels 1 to 3 (act_now)
 */
public record RiskThresholds(
    Preset preset,
    int clearDays,
    int quietDays,
    int clusterCases,
    double orangeFrom,
    double redFrom,
    List<Double> densityCuts,
    List<Double> reproductionCuts)
    implements Serializable {
  private static final List<Double> DENSITY = List.of(1.0, 10.0, 25.0, 75.0);
  private static final List<Double> REPRODUCTION = List.of(0.9, 1.1, 1.4);

  /** Which rule reads the cuts. */
  public enum Preset {
    /** Modelled on the criteria of Zhejiang's county map of February 2020; its cuts are ours. */
    ZHEJIANG("zhejiang"),
    /** Case density and reproduction number, with the cuts of Covid Act Now. */
    ACT_NOW("act_now");

    private final String id;

    Preset(String id) {
      this.id = id;
    }

    /** The name it has in a configuration. */
    public String id() {
      return id;
    }
  }

  public RiskThresholds {
    if (quietDays < 1 || clearDays < quietDays || !(redFrom >= orangeFrom)) {
      throw new IllegalArgumentException(
          "Risk thresholds rise: 1 <= quiet days <= clear days, and orange is not above red");
    }
    if (densityCuts.size() != 4 || reproductionCuts.size() != 3) {
      throw new IllegalArgumentException("Four cuts of density and three of R part the levels");
    }
    requireRising("densityCuts", densityCuts);
    requireRising("reproductionCuts", reproductionCuts);
    densityCuts = List.copyOf(densityCuts);
    reproductionCuts = List.copyOf(reproductionCuts);
  }

  private static void requireRising(String name, List<Double> cuts) {
    for (int i = 1; i < cuts.size(); i++) {
      if (!(cuts.get(i) >= cuts.get(i - 1))) {
        throw new IllegalArgumentException(name + " rise, unlike " + cuts);
      }
    }
  }

  /**
   * Modelled on the county criteria that Zhejiang published in February 2020 (new cases of the last
   * week, clusters, three days without a case). They gave no numbers for the cuts: 14 and 3 days, 2
   * cases, and 0.5 and 1.5 cases per 100,000 in 7 days are ours.
   */
  public static RiskThresholds zhejiang() {
    return new RiskThresholds(Preset.ZHEJIANG, 14, 3, 2, 0.5, 1.5, DENSITY, REPRODUCTION);
  }

  /** The cuts of Covid Act Now, each level's upper end included. */
  public static RiskThresholds actNow() {
    return new RiskThresholds(Preset.ACT_NOW, 14, 3, 2, 0.5, 1.5, DENSITY, REPRODUCTION);
  }

  /** The same with other days without a case. */
  public RiskThresholds withDays(int clear, int quiet) {
    return new RiskThresholds(
        preset, clear, quiet, clusterCases, orangeFrom, redFrom, densityCuts, reproductionCuts);
  }

  /** The same with other cuts of the cases in 7 days per 100,000 residents. */
  public RiskThresholds withWeeklyCuts(double orange, double red) {
    return new RiskThresholds(
        preset, clearDays, quietDays, clusterCases, orange, red, densityCuts, reproductionCuts);
  }
}
