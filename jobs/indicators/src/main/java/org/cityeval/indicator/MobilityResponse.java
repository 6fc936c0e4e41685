package org.cityeval.indicator;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;

import java.util.ArrayList;
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
 * @param standsOut whether the fall is large enough, by the scatter of days, to be told from chance
 */
public record MobilityResponse(
    double day, Bounds interval, double before, double after, boolean standsOut) {
  /** What specs say of it; takes the default numbers as arguments. */
  public static final String RULE =
      " The answer is the first fall of mobility that is large enough. It is at least the"
          + " evaluation's share of its baseline (default %.2f), and at least %.0f times the"
          + " scatter of days. A smaller fall may be chance. Where there is no other, it is not"
          + " known whether there was an answer. The fall is one between the levels of the smoothed"
          + " series (PELT, penalty 2 ln n, levels of at least %d days). It is looked for from some"
          + " days before the beginning (default %d) to the peak of smoothed cases. It is not"
          + " looked for later than some days after the beginning (default %d). What comes later"
          + " has other reasons. It is dated where one step fits best, less the delay of the"
          + " trailing mean. An answer before the beginning is negative. The scatter of days is the"
          + " robust noise of the series' daily changes times the days of its mean, at least %.2f."
          + " Where most days repeat the day before, it is that minimum. For a mean over less than"
          + " a week, what recurs every week is left out: each day is compared with the one a week"
          + " before. Such a mean misses some scatter, which is raised to what days that resemble"
          + " each other by %.1f would show. The series is divided into levels by the scatter that"
          + " includes what recurs. That scatter is raised until the slope that a trailing mean"
          + " makes of the largest step stays undivided.";

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
   * Least scatter that a series is taken to have. The data are not sharper than one part in a
   * hundred of the baseline, and in a series without any scatter every step would be a change.
   */
  private static final double LEAST_SCATTER = 0.01;

  /**
   * How many times the scatter of days a fall must have to be told from chance. Days that resemble
   * each other drift, so that twice is not enough.
   */
  private static final double SCATTERS = 3;

  private static final int WEEK = 7;

  /** How much a day may resemble the one before it. */
  private static final double PERSISTENCE = 0.8;

  /** The arguments of {@link #RULE}. */
  public static Object[] ruleNumbers() {
    Parameters.Response response = Parameters.DEFAULTS.response();
    return new Object[] {
      response.fallAtLeast(),
      SCATTERS,
      response.segmentDays(),
      response.searchDays(),
      response.answerDays(),
      LEAST_SCATTER,
      PERSISTENCE,
    };
  }

  /**
   * The first fall in a stretch of days that stands out, or else the first that may be chance.
   *
   * @return empty where mobility did not fall so far
   */
  public static Optional<MobilityResponse> find(
      DistrictSeries series, Search search, Parameters parameters) {
    return find(falls(series, parameters), search);
  }

  /** Every fall of a series that is large enough, in the order of the days. */
  public static List<MobilityResponse> falls(DistrictSeries series, Parameters parameters) {
    Parameters.Response rule = parameters.response();
    double[] mobility = series.daily(MOBILITY_SMOOTHED);
    int observed = series.observedDays(MOBILITY_SMOOTHED);
    double noise = ChangePoints.noise(mobility);
    List<Segment> segments =
        ChangePoints.pelt(
            mobility,
            Math.max(scatter(noise, rule), slope(mobility, rule)),
            ChangePoints.Penalty.bic(observed),
            rule.segmentDays());
    double counts = SCATTERS * scatter(chanceNoise(mobility, noise, rule), rule);
    List<MobilityResponse> falls = new ArrayList<>();
    for (int i = 1; i < segments.size(); i++) {
      Segment former = segments.get(i - 1);
      Segment next = segments.get(i);
      // To date a fall takes longer than to see that it is too small.
      if (Decimals.atLeast(former.mean() - next.mean(), rule.fallAtLeast())) {
        falls.add(fall(mobility, former, next, counts, parameters));
      }
    }
    return falls;
  }

  /** As {@link #find(DistrictSeries, Search, Parameters)}, among the {@link #falls} of a series. */
  public static Optional<MobilityResponse> find(List<MobilityResponse> falls, Search search) {
    Optional<MobilityResponse> chance = Optional.empty();
    for (MobilityResponse fall : falls) {
      if (fall.day() >= search.first() && fall.day() <= search.last()) {
        if (fall.standsOut()) {
          return Optional.of(fall);
        }
        chance = chance.or(() -> Optional.of(fall));
      }
    }
    return chance;
  }

  /**
   * Whether mobility lay at or below the share that counts as restricted on every observed day of a
   * stretch. Then no fall in it is to be expected. Days before the series are not observed.
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

  /**
   * Scatter of raw days by the noise of their mean, which changes less by the days it shares. A
   * change over fewer days than a week misses more of a slow drift. So it is raised to what a
   * change over a week would show at a persistence of .8.
   */
  private static double scatter(double noise, Parameters.Response rule) {
    double missed =
        rule.meanDays() < WEEK ? Math.sqrt(changed(WEEK) / changed(rule.meanDays())) : 1;
    return Math.max(LEAST_SCATTER, missed * rule.meanDays() * noise);
  }

  /** Variance of a change over so many days, of what it is between independent days. */
  private static double changed(int days) {
    return 1 - Math.pow(PERSISTENCE, days);
  }

  /**
   * Noise that a fall is held against. A mean over a week or more has little of what recurs every
   * week. For a shorter mean each day is compared with the one a week before, which doubles the
   * variance.
   */
  private static double chanceNoise(double[] mobility, double noise, Parameters.Response rule) {
    if (isHeld(mobility)) {
      return 0;
    }
    if (rule.meanDays() >= WEEK) {
      return noise;
    }
    double[] onTheWeek = new double[mobility.length];
    Arrays.setAll(onTheWeek, day -> day < WEEK ? Double.NaN : mobility[day] - mobility[day - WEEK]);
    double doubled = ChangePoints.noise(onTheWeek);
    return Double.isNaN(doubled) ? noise : doubled / Math.sqrt(2);
  }

  /** Whether most days repeat the one before, as in numbers by month: such days do not scatter. */
  private static boolean isHeld(double[] mobility) {
    double[] observed = Arrays.stream(mobility).filter(change -> !Double.isNaN(change)).toArray();
    long repeated =
        IntStream.range(1, observed.length).filter(i -> observed[i] == observed[i - 1]).count();
    return 2 * repeated > observed.length - 1;
  }

  /**
   * Scatter that hides the slope which a trailing mean makes of a step. Without it a deep step
   * would be taken for several small ones and dated a week early. To divide a slope further lowers
   * the sum of squares by less than (m - 1)²/(24 s) of the squared step. Here m is the days of the
   * mean and s those of a segment. This was found by search over steps without scatter. The penalty
   * must be more than that. No step exceeds the range.
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
      double[] mobility, Segment former, Segment next, double counts, Parameters parameters) {
    Parameters.Response rule = parameters.response();
    double[] around = Arrays.copyOfRange(mobility, former.first(), next.last() + 1);
    BreakDate date =
        BreakDate.of(around, rule.segmentDays(), parameters.uncertainty().level()).orElseThrow();
    // Means share their days, and days of a week resemble each other.
    // The doubt of independent days counts as often.
    int alike = Math.max(WEEK, rule.meanDays());
    double early = alike * (date.day() - date.interval().low());
    double late = alike * (date.interval().high() - date.day());
    double day = former.first() + date.day();
    double delay = delay(parameters);
    return new MobilityResponse(
        day - delay,
        new Bounds(
            Math.max(former.first(), day - early) - delay,
            Math.min(next.last(), day + late) - delay),
        former.mean(),
        next.mean(),
        Decimals.atLeast(former.mean() - next.mean(), counts));
  }
}
