package org.cityeval.indicator.frontier;

import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cityeval.indicator.FrontierIndicator.Entry;
import org.cityeval.indicator.Minimum;
import org.cityeval.indicator.Parameters.Uncertainty;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.numeric.frontier.Activities;
import org.cityeval.numeric.frontier.Disposability;
import org.cityeval.numeric.frontier.EfficiencyMeasure;
import org.cityeval.numeric.frontier.ReturnsToScale;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Quantity;

/**
 * What a district put into an emergency and got out of it, over one period.
 *
 * @param mobilityLoss mean fall of mobility below its baseline, a fraction, 0 or more: the input
 * @param activityKept mean enterprise activity as a share of its baseline: the good output
 * @param casesPer100k reported cases per 100,000 residents and day: the bad output
 */
public record Practice(double mobilityLoss, double activityKept, double casesPer100k) {
  /** What specs say of it; takes the number in force as an argument. */
  public static final String RULE =
      " Input is the mean fall of smoothed mobility below its baseline. Good output is the mean of"
          + " smoothed enterprise activity as a share of its baseline. Bad output is the reported"
          + " cases per 100,000 residents and day. Cases are of the period, so a district that was"
          + " hit harder by chance looks worse. Insufficient below %.0f %% of the days observed of"
          + " any of the three. Insufficient too with fewer than %d districts (or cities) to"
          + " compare over the period.";

  /** Shares have no scale to return to; cases are not avoided for nothing. */
  public static final EfficiencyMeasure MEASURE =
      EfficiencyMeasure.directional(ReturnsToScale.VARIABLE, Disposability.WEAK);

  private static final double PER_100K = 100_000;

  /** Fewer units span no frontier of one input and two outputs. */
  public static final int UNITS = Activities.fewestUnits(1, 2);

  /** How intervals are drawn; takes {@link #samplingNumbers}. */
  public static final String SAMPLING =
      "m-out-of-n subsampling of the districts, m = n^%.2f, widened to hold the value. There are so"
          + " many replicates that at most %d programs are solved, but at least %d. Their number is"
          + " a part, and so is the value less its bias. Some cannot be compared with most"
          + " subsamples that lack them, such as that of the smallest fall of mobility. These have"
          + " no interval and no value less its bias. The replicates in which one was measured are"
          + " a part. Too narrow with few districts. In simulations, intervals that ask for 95 %%"
          + " held the truth in two of three cases with 13 districts. With 65 it was about nine of"
          + " ten.";

  /** How such an interval names its method. */
  public static final String METHOD = "subsampling";

  /**
   * The size of a subsample is this power of the number of units. Tried were 0.8, 0.65 and 0.5.
   * With this one, intervals held a known truth about as often as they ask for, and the fewest
   * units had none.
   */
  private static final double SUBSAMPLE_POWER = 0.65;

  /** Programs solved for the intervals of those that are compared, at most. */
  private static final int PROGRAMS = 200_000;

  /** Fewer replicates give no 95 % interval worth the name. */
  private static final int FEWEST_REPLICATES = 100;

  /** The arguments of {@link #SAMPLING}. */
  public static Object[] samplingNumbers() {
    return new Object[] {SUBSAMPLE_POWER, PROGRAMS, FEWEST_REPLICATES};
  }

  /** Units in a subsample of so many. */
  public static int subsample(int units) {
    return (int) Math.round(Math.pow(units, SUBSAMPLE_POWER));
  }

  /** Replicates that can be afforded where each takes so many programs. */
  public static int replicates(int programsEach, Uncertainty uncertainty) {
    return Math.min(uncertainty.replicates(), Math.max(FEWEST_REPLICATES, PROGRAMS / programsEach));
  }

  /** The arguments of {@link #RULE}. */
  public static Object[] ruleNumbers() {
    return new Object[] {100 * Minimum.COVERAGE, UNITS};
  }

  /** What a series leaves: the three numbers. */
  public static Trace observe(DistrictSeries series) {
    int observed = Integer.MAX_VALUE;
    for (Quantity quantity : List.of(MOBILITY_SMOOTHED, ENTERPRISE_SMOOTHED, NEW_CASES_ADJUSTED)) {
      observed = Math.min(observed, series.observedDays(quantity));
    }
    double coverage = series.days() == 0 ? 0 : (double) observed / series.days();
    if (observed == 0 || !(series.population() > 0)) {
      return Trace.none(
          Status.MISSING_INPUT,
          "cases, mobility, enterprise activity or population not observed",
          observed,
          coverage);
    }
    if (observed < Minimum.DAYS || coverage < Minimum.COVERAGE) {
      return Trace.none(Status.INSUFFICIENT, "too few days observed", observed, coverage);
    }
    double cases = 0;
    for (double count : series.daily(NEW_CASES_ADJUSTED)) {
      cases += Double.isNaN(count) ? 0 : count;
    }
    double activity = 1 + mean(series.daily(ENTERPRISE_SMOOTHED), false);
    if (activity <= 0) {
      return Trace.none(Status.NOT_APPLICABLE, "no enterprise activity left", observed, coverage);
    }
    double days = series.observedDays(NEW_CASES_ADJUSTED);
    Practice practice =
        new Practice(
            -mean(series.daily(MOBILITY_SMOOTHED), true),
            activity,
            Math.max(0, cases) / days / series.population() * PER_100K);
    return new Trace(Status.OK, "", observed, coverage, practice.values());
  }

  /** Mean over the observed days; of falls only, where asked, a rise counting as 0. */
  private static double mean(double[] change, boolean fallsOnly) {
    double sum = 0;
    int days = 0;
    for (double value : change) {
      if (!Double.isNaN(value)) {
        sum += fallsOnly ? Math.min(0, value) : value;
        days++;
      }
    }
    return sum / days;
  }

  private double[] values() {
    return new double[] {mobilityLoss, activityKept, casesPer100k};
  }

  /** The practice that a trace of status ok holds. */
  public static Practice of(Trace trace) {
    double[] values = trace.values();
    return new Practice(values[0], values[1], values[2]);
  }

  /** Adds the three numbers. */
  public Result explain(Result result) {
    return result
        .with("mobility_loss", mobilityLoss)
        .with("activity_kept", activityKept)
        .with("cases_per_100k_day", casesPer100k);
  }

  /** The practices of entries of status ok, as frontier methods take them. */
  public static Activities activities(List<Entry> entries) {
    return new Activities(
        rows(entries, practice -> practice.mobilityLoss),
        rows(entries, practice -> practice.activityKept),
        rows(entries, practice -> practice.casesPer100k));
  }

  private static double[][] rows(List<Entry> entries, ToDoubleFunction<Practice> of) {
    return entries.stream()
        .map(entry -> new double[] {of.applyAsDouble(of(entry.trace()))})
        .toArray(double[][]::new);
  }
}
