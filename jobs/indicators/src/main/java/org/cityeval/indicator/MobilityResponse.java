package org.cityeval.indicator;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;

import java.util.List;
import java.util.Optional;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.timeseries.BreakDate;
import org.cityeval.numeric.timeseries.ChangePoints;
import org.cityeval.numeric.timeseries.ChangePoints.Segment;
import org.cityeval.series.DistrictSeries;

/**
 * The day on which mobility first fell to a new level around the beginning of an outbreak.
 *
 * @param day index of the first day of the lower level; the trailing mean's delay is taken off
 * @param interval of {@code day} (Bai 1997); open ends are {@code NaN}
 * @param before mean level before, fraction of the baseline by which mobility had changed
 * @param after mean level from that day on
 */
public record MobilityResponse(double day, Bounds interval, double before, double after) {
  /** What specs say of it; takes the default numbers as arguments. */
  public static final String RULE =
      " The answer is the first fall of mobility by the evaluation's share of its baseline (default"
          + " %.2f) among the change points of its smoothed series (PELT, penalty 2 ln n, levels of at"
          + " least %d days), from the evaluation's number of days before the beginning (default %d) to"
          + " the peak of smoothed cases; half of the days of the trailing mean are taken off its date."
          + " An answer before the beginning is negative. Censored at the peak where there is none.";

  /**
   * Scatter that a series is held to have at least: the data are not sharper than one part in a
   * hundred of the baseline, and a series without any scatter would make every step a change.
   */
  private static final double LEAST_SCATTER = 0.01;

  /** The arguments of {@link #RULE}. */
  public static Object[] ruleNumbers() {
    Parameters.Response response = Parameters.DEFAULTS.response();
    return new Object[] {
      response.fallAtLeast(), response.segmentDays(), response.searchDays(),
    };
  }

  /**
   * The first sufficient fall in a stretch of days.
   *
   * @param from first day looked at
   * @param to last day looked at, included
   * @return empty where mobility did not fall so far
   */
  public static Optional<MobilityResponse> find(
      DistrictSeries series, int from, int to, Parameters parameters) {
    Parameters.Response rule = parameters.response();
    double[] mobility = series.daily(MOBILITY_SMOOTHED);
    int observed = series.observedDays(MOBILITY_SMOOTHED);
    // Days of a trailing mean differ less than they scatter: their noise is that of the raw days.
    double noise = Math.max(LEAST_SCATTER, rule.meanDays() * ChangePoints.noise(mobility));
    List<Segment> segments =
        ChangePoints.pelt(mobility, noise, ChangePoints.Penalty.bic(observed), rule.segmentDays());
    double delay = (rule.meanDays() - 1) / 2.0;
    for (int i = 1; i < segments.size(); i++) {
      Segment former = segments.get(i - 1);
      Segment next = segments.get(i);
      double day = next.first() - delay;
      if (day >= from && day <= to && former.mean() - next.mean() >= rule.fallAtLeast()) {
        return Optional.of(
            new MobilityResponse(
                day, interval(mobility, former, next, parameters), former.mean(), next.mean()));
      }
    }
    return Optional.empty();
  }

  /** The interval of independent days, longer by the days that share in each day's mean. */
  private static Bounds interval(
      double[] mobility, Segment former, Segment next, Parameters parameters) {
    Parameters.Response rule = parameters.response();
    double[] around = java.util.Arrays.copyOfRange(mobility, former.first(), next.last() + 1);
    Optional<BreakDate> found =
        BreakDate.of(around, rule.segmentDays(), parameters.uncertainty().level());
    if (found.isEmpty()) {
      return Bounds.UNDEFINED;
    }
    double day = next.first() - (rule.meanDays() - 1) / 2.0;
    BreakDate date = found.get();
    double before = rule.meanDays() * (date.day() - date.interval().low());
    double after = rule.meanDays() * (date.interval().high() - date.day());
    return new Bounds(
        Math.max(former.first(), day - Math.max(0, before)),
        Math.min(next.last(), day + Math.max(0, after)));
  }
}
