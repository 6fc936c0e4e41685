package org.cityeval.indicator;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.timeseries.BreakDate;
import org.cityeval.numeric.timeseries.ChangePoints;
import org.cityeval.numeric.timeseries.ChangePoints.Segment;
import org.cityeval.series.DistrictSeries;

/**
 * The day on which mobility first fell to a new level around the beginning of an outbreak.
 *
 * @param day index of the first day of the lower level; the trailing mean's delay is taken off
 * @param interval of {@code day} (Bai 1997)
 * @param before mean level before the fall, fraction of the baseline by which mobility had changed
 * @param after mean level after it
 */
public record MobilityResponse(double day, Bounds interval, double before, double after) {
  /** What specs say of it; takes the default numbers as arguments. */
  public static final String RULE =
      " The answer is the first fall of mobility by the evaluation's share of its baseline (default"
          + " %.2f) between the levels of its smoothed series (PELT, penalty 2 ln n, levels of at least"
          + " %d days, scatter enough to hide the slopes of a trailing mean), from the evaluation's"
          + " number of days before the beginning (default %d) to the peak of smoothed cases, but no later"
          + " than its number of days after the beginning (default %d): what comes later has other"
          + " reasons. It is dated"
          + " where one step fits best, less the delay of the trailing mean. An answer before the"
          + " beginning is negative. The scatter is the robust noise of the series' daily changes times"
          + " the days of its mean, at least %.2f, and at least what keeps the slope that a trailing mean"
          + " makes of a step the size of the series' range from being divided.";

  /**
   * The days on which an answer is looked for.
   *
   * @param last included
   */
  public record Search(int first, int last) {
    /** From some days before an outbreak's beginning to its peak, or some days after. */
    public static Search around(int onset, int peak, Parameters.Response response) {
      return new Search(
          onset - response.searchDays(), Math.min(peak, onset + response.answerDays()));
    }
  }

  /**
   * Scatter that a series is held to have at least: the data are not sharper than one part in a
   * hundred of the baseline, and a series without any scatter would make every step a change.
   */
  private static final double LEAST_SCATTER = 0.01;

  /** The arguments of {@link #RULE}. */
  public static Object[] ruleNumbers() {
    Parameters.Response response = Parameters.DEFAULTS.response();
    return new Object[] {
      response.fallAtLeast(),
      response.segmentDays(),
      response.searchDays(),
      response.answerDays(),
      LEAST_SCATTER,
    };
  }

  /**
   * The first sufficient fall in a stretch of days.
   *
   * @return empty where mobility did not fall so far
   */
  public static Optional<MobilityResponse> find(
      DistrictSeries series, Search search, Parameters parameters) {
    Parameters.Response rule = parameters.response();
    double[] mobility = series.daily(MOBILITY_SMOOTHED);
    int observed = series.observedDays(MOBILITY_SMOOTHED);
    double noise =
        Math.max(LEAST_SCATTER, Math.max(scatter(mobility, rule), slope(mobility, rule)));
    List<Segment> segments =
        ChangePoints.pelt(mobility, noise, ChangePoints.Penalty.bic(observed), rule.segmentDays());
    for (int i = 1; i < segments.size(); i++) {
      MobilityResponse fall = fall(mobility, segments.get(i - 1), segments.get(i), parameters);
      if (fall.day() >= search.first()
          && fall.day() <= search.last()
          && Decimals.atLeast(fall.before() - fall.after(), rule.fallAtLeast())) {
        return Optional.of(fall);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether mobility lay at or below the share that counts as restricted on every observed day of a
   * stretch: then no fall in it is to be expected. Days before the series are not observed.
   */
  public static boolean restrictedThroughout(
      DistrictSeries series, Search search, Parameters parameters) {
    double[] mobility = series.daily(MOBILITY_SMOOTHED);
    double[] observed =
        IntStream.rangeClosed(Math.max(0, search.first()), search.last())
            .mapToDouble(day -> mobility[day])
            .filter(change -> !Double.isNaN(change))
            .toArray();
    return observed.length > 0
        && Arrays.stream(observed)
            .allMatch(change -> Decimals.atMost(change, parameters.restriction().mobilityAtMost()));
  }

  /** Days of a trailing mean differ less than they scatter: their noise is that of the raw days. */
  private static double scatter(double[] mobility, Parameters.Response rule) {
    return rule.meanDays() * ChangePoints.noise(mobility);
  }

  /**
   * Scatter that hides the slope which a trailing mean makes of a step, or a deep step would be
   * taken for several small ones and dated a week early. To divide a slope further takes less than
   * (m - 1)²/(24 s) of the squared step off the squares (by search over steps without scatter), m
   * the days of the mean and s of a segment, and must cost more; no step exceeds the range.
   */
  private static double slope(double[] mobility, Parameters.Response rule) {
    var observed =
        Arrays.stream(mobility).filter(change -> !Double.isNaN(change)).summaryStatistics();
    double step = observed.getMax() - observed.getMin();
    double gain = Math.pow(step * (rule.meanDays() - 1), 2) / (24.0 * rule.segmentDays());
    return Math.sqrt(gain / ChangePoints.Penalty.bic((int) observed.getCount()).perChange());
  }

  /**
   * The last day on which a fall can be dated, for a level of so many observed days must follow it.
   *
   * @param series with a day on which mobility was observed
   */
  public static double lastDatable(DistrictSeries series, Parameters parameters) {
    double[] mobility = series.daily(MOBILITY_SMOOTHED);
    int[] observed =
        IntStream.range(0, mobility.length).filter(day -> !Double.isNaN(mobility[day])).toArray();
    int last = Math.max(0, observed.length - parameters.response().segmentDays());
    return observed[last] - delay(parameters);
  }

  /** By how many days a trailing mean is late. */
  private static double delay(Parameters parameters) {
    return (parameters.response().meanDays() - 1) / 2.0;
  }

  /**
   * Dated by the one step that fits best between the beginning of one level and the other's end.
   */
  private static MobilityResponse fall(
      double[] mobility, Segment former, Segment next, Parameters parameters) {
    Parameters.Response rule = parameters.response();
    double[] around = Arrays.copyOfRange(mobility, former.first(), next.last() + 1);
    BreakDate date =
        BreakDate.of(around, rule.segmentDays(), parameters.uncertainty().level()).orElseThrow();
    // Each day's mean shares its days with others: the doubt of independent days counts as often.
    double early = rule.meanDays() * (date.day() - date.interval().low());
    double late = rule.meanDays() * (date.interval().high() - date.day());
    double day = former.first() + date.day();
    double delay = delay(parameters);
    return new MobilityResponse(
        day - delay,
        new Bounds(
            Math.max(former.first(), day - early) - delay,
            Math.min(next.last(), day + late) - delay),
        former.mean(),
        next.mean());
  }
}
