package org.cityeval.indicator;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** What an evaluation may set; the values in force are stored beside every number. */
public record Parameters(
    Restriction restriction,
    Recovery recovery,
    Cases cases,
    Response response,
    Control control,
    Waves waves,
    Requests requests,
    Uncertainty uncertainty)
    implements Serializable {

  public static final Parameters DEFAULTS =
      new Parameters(
          new Restriction(-0.20, 3, 1, RiskScope.NEIGHBOURS),
          new Recovery(0.90, 7, "", true),
          new Cases(11, 1),
          new Response(0.05, 0.05, 7, 14, 56, 7),
          new Control(7, 28, new Low(14, 1, 0.5)),
          new Waves(35, 0.1, 0.61),
          new Requests(List.of("street", "district")),
          new Uncertainty(0.95, 500, 0));

  /** Whose risk a decision is judged by. */
  public enum RiskScope {
    OWN,
    NEIGHBOURS,
    CITY;

    /** How the scope is written in configs and tables. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
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
   * When an outbreak begins, and what counts as the answer to it.
   *
   * @param onsetPer10k it begins with the day on which so many cases per 10,000 residents have been
   *     reported since the period began
   * @param fallAtLeast a fall of mobility counts from this share of its baseline
   * @param segmentDays mobility holds a level for at least so many days
   * @param searchDays how long before the beginning an answer is looked for
   * @param answerDays how long after it
   * @param meanDays length of the mean that smoothed mobility is [d]
   */
  public record Response(
      double onsetPer10k,
      double fallAtLeast,
      int segmentDays,
      int searchDays,
      int answerDays,
      int meanDays)
      implements Serializable {}

  /**
   * When an outbreak counts as controlled.
   *
   * @param windows so many windows in a row with an upper bound of the reproduction number below 1
   * @param quietDays or so many days in a row without a case
   * @param low or so few cases for so long
   */
  public record Control(int windows, int quietDays, Low low) implements Serializable {}

  /**
   * When cases count as few, for an outbreak too small for a reproduction number.
   *
   * @param days so many days in a row
   * @param per100k with smoothed daily cases per 100,000 residents below this
   * @param shareOfPeak and at most at this share of their highest since the outbreak began
   */
  public record Low(int days, double per100k, double shareOfPeak) implements Serializable {}

  /**
   * What separates one wave of cases from the next, for indicators that compare waves.
   *
   * @param separationDays a wave lasts at least so long
   * @param prominencePer100k how far a peak stands out, in daily cases per 100,000 residents
   * @param relativeProminence the same as a share of the peak
   */
  public record Waves(int separationDays, double prominencePer100k, double relativeProminence)
      implements Serializable {}

  /**
   * How service requests are read.
   *
   * @param localLevels the levels of government that count as local, in the register's words
   */
  public record Requests(List<String> localLevels) implements Serializable {
    public Requests {
      localLevels = List.copyOf(localLevels);
    }
  }

  /**
   * How intervals are found.
   *
   * @param level nominal coverage of the intervals
   * @param replicates of the districts that an efficiency frontier is drawn anew from
   * @param seed the evaluation's seed
   */
  public record Uncertainty(double level, int replicates, long seed) implements Serializable {}

  public Parameters with(Restriction other) {
    return new Parameters(other, recovery, cases, response, control, waves, requests, uncertainty);
  }

  public Parameters with(Recovery other) {
    return new Parameters(
        restriction, other, cases, response, control, waves, requests, uncertainty);
  }

  public Parameters with(Cases other) {
    return new Parameters(
        restriction, recovery, other, response, control, waves, requests, uncertainty);
  }

  public Parameters with(Uncertainty other) {
    return new Parameters(restriction, recovery, cases, response, control, waves, requests, other);
  }
}
