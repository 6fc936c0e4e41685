package org.cityeval.assembly;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.Quantity;

/**
 * What the days of an evaluation are derived by.
 *
 * @param mobility measures whose mean is the mobility of a district
 * @param enterprise measures whose mean is its enterprise activity
 * @param resumptionRate measure of how many enterprises are at work; null where the lake has none
 * @param production measure of how much they produce; null where the lake has none
 * @param preciseControl weights of the precise-control index
 * @param gapDays longest gap of smoothed cases and enterprise activity that is bridged [d]
 */
public record PanelRule(
    List<Quantity> mobility,
    List<Quantity> enterprise,
    Quantity resumptionRate,
    Quantity production,
    Smoothing smoothing,
    Transmission transmission,
    RiskThresholds risk,
    PreciseControl.Weights preciseControl,
    int gapDays)
    implements Serializable {

  /**
   * How many days before a day its derived quantities need [d]. These are the windows of the
   * reproduction number and what infected their first day. They are also a week's mean behind a gap
   * that is bridged, and the days without a case that a risk level asks for.
   */
  public int reachDays() {
    return Math.max(
        gapDays + DailyDerivation.WEEK_DAYS, Math.max(transmission.reachDays(), riskReachDays()));
  }

  /**
   * The days that a level of risk is made of [d]: a week of cases, and the days without a case that
   * it asks for. Under Act Now those of the reproduction number count, too.
   */
  public int riskReachDays() {
    int cases = Math.max(risk.clearDays(), DailyDerivation.WEEK_DAYS);
    return risk.preset() == RiskThresholds.Preset.ACT_NOW
        ? Math.max(cases, transmission.reachDays())
        : cases;
  }

  /**
   * What is smooth already.
   *
   * @param days length of the mean that a measure carries; 1, as for measures not named, is raw [d]
   */
  public record Smoothing(SortedMap<Quantity, Integer> days) implements Serializable {
    public Smoothing {
      days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** Length of the mean that the measure carries [d]. */
    public int daysOf(Quantity measure) {
      return days.getOrDefault(measure, 1);
    }
  }

  /**
   * How the reproduction number is estimated.
   *
   * @param serialInterval probability by days since infection of the infector, from day 0
   * @param windowDays length of the window [d]
   * @param minimumCases cases a window needs (Cori et al. 2013: 11 for a posterior CV of 0.3)
   */
  public record Transmission(double[] serialInterval, int windowDays, int minimumCases, Prior prior)
      implements Serializable {

    /**
     * The days that a reproduction number is made of: its window and what infected its first [d].
     */
    public int reachDays() {
      return windowDays + serialInterval.length - 1;
    }
  }
}
