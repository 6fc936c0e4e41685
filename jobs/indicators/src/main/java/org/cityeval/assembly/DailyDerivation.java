package org.cityeval.assembly;

import static org.cityeval.series.Quantity.CONTROL_INDEX;
import static org.cityeval.series.Quantity.ENTERPRISES_RESUMED;
import static org.cityeval.series.Quantity.ENTERPRISES_TOTAL;
import static org.cityeval.series.Quantity.ENTERPRISE_BRIDGED;
import static org.cityeval.series.Quantity.ENTERPRISE_CHANGE;
import static org.cityeval.series.Quantity.ENTERPRISE_SMOOTHED;
import static org.cityeval.series.Quantity.FLOW_INDEX;
import static org.cityeval.series.Quantity.INCIDENCE;
import static org.cityeval.series.Quantity.MOBILITY_CHANGE;
import static org.cityeval.series.Quantity.MOBILITY_RESIDENTIAL_CHANGE;
import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.NEW_CASES;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_BRIDGED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;
import static org.cityeval.series.Quantity.PRECISE_CONTROL_INDEX;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RT_HIGH;
import static org.cityeval.series.Quantity.RT_LOW;
import static org.cityeval.series.Quantity.RT_MEAN;
import static org.cityeval.series.Quantity.WORK_RESUMPTION_INDEX;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cityeval.numeric.epidemic.ReproductionNumber;
import org.cityeval.numeric.epidemic.RiskLevel;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.numeric.recovery.WorkResumption;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.statistics.Moments;
import org.cityeval.numeric.timeseries.Gaps;
import org.cityeval.numeric.timeseries.MovingAverage;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/**
 * Derives, day by day, what the indicators read from what was observed. The same for a district and
 * for a city as a whole.
 */
public final class DailyDerivation {
  /** Length of the trailing means [d]: every weekday once. */
  public static final int WEEK_DAYS = 7;

  private static final double PER_100K = 100_000;

  /** Share of the posterior of R on either side of its interval. */
  private static final double RT_TAIL = 0.025;

  /**
   * Cases known only as a mean over more days than this give no reproduction number [d]. It would
   * be one within the mean and jump between two, whatever happened.
   */
  public static final int LONGEST_MEAN_FOR_RT_DAYS = 14;

  private DailyDerivation() {}

  /**
   * Adds the derived quantities of one series.
   *
   * @param observed daily values of the measures, all of one length, {@code NaN} where unobserved;
   *     without adjusted cases these are the cases as they are
   * @param population residents; {@code NaN} where unknown, which leaves incidence and risk so too
   * @return the observed and the derived quantities
   */
  public static EnumMap<Quantity, double[]> derive(
      Map<Quantity, double[]> observed, int days, double population, PanelRule rule) {
    EnumMap<Quantity, double[]> all = new EnumMap<>(Quantity.class);
    all.putAll(observed);
    cases(all, days, population, rule);

    all.put(MOBILITY_CHANGE, mean(all, rule.mobility(), days));
    all.put(MOBILITY_SMOOTHED, smoothedMean(all, rule.mobility(), days, rule.smoothing()));
    all.put(ENTERPRISE_CHANGE, mean(all, rule.enterprise(), days));
    all.put(ENTERPRISE_SMOOTHED, smoothedMean(all, rule.enterprise(), days, rule.smoothing()));
    all.put(NEW_CASES_BRIDGED, Gaps.interpolate(all.get(NEW_CASES_SMOOTHED), rule.gapDays()));
    all.put(ENTERPRISE_BRIDGED, Gaps.interpolate(all.get(ENTERPRISE_SMOOTHED), rule.gapDays()));
    all.put(WORK_RESUMPTION_INDEX, workResumption(all, days, rule));
    preciseControl(all, days, rule.preciseControl());
    return all;
  }

  private static void cases(
      EnumMap<Quantity, double[]> all, int days, double population, PanelRule rule) {
    double[] raw = daily(all, NEW_CASES, days);
    all.putIfAbsent(NEW_CASES_ADJUSTED, raw);
    double[] adjusted = all.get(NEW_CASES_ADJUSTED);
    double[] counted = Arrays.stream(adjusted).map(n -> n < 0 ? Double.NaN : n).toArray();
    int carriedDays = rule.smoothing().daysOf(NEW_CASES);
    double[] smoothed = carriedDays > 1 ? counted : weekly(counted);
    all.put(NEW_CASES_SMOOTHED, smoothed);
    all.put(INCIDENCE, Arrays.stream(smoothed).map(n -> n * PER_100K / population).toArray());

    PanelRule.Transmission transmission = rule.transmission();
    ReproductionNumber.Estimates rt =
        ReproductionNumber.cori(
            adjusted,
            transmission.serialInterval(),
            transmission.windowDays(),
            transmission.prior());
    double[] mean = rt.mean();
    double[] low = new double[days];
    double[] high = new double[days];
    for (int day = 0; day < days; day++) {
      // Below this the prior speaks, not the data (Cori et al. 2013).
      boolean isKnown =
          Decimals.atLeast(rt.casesInWindow()[day], transmission.minimumCases())
              && carriedDays <= LONGEST_MEAN_FOR_RT_DAYS
              && !leavesOut(raw, adjusted, day, transmission.windowDays());
      mean[day] = isKnown ? mean[day] : Double.NaN;
      low[day] = isKnown ? rt.quantile(day, RT_TAIL) : Double.NaN;
      high[day] = isKnown ? rt.quantile(day, 1 - RT_TAIL) : Double.NaN;
    }
    all.put(RT_MEAN, mean);
    all.put(RT_LOW, low);
    all.put(RT_HIGH, high);
    double[] levels = RiskLevel.levels(counted, smoothed, mean, population, rule.risk());
    for (int day = 0; day < days; day++) {
      levels[day] = leavesOut(raw, adjusted, day, WEEK_DAYS) ? Double.NaN : levels[day];
    }
    all.put(RISK_LEVEL, levels);
  }

  /**
   * Whether a count that was reported is left out of the days up to this one: what the others say
   * of them is then no full account.
   */
  private static boolean leavesOut(double[] reported, double[] adjusted, int day, int window) {
    for (int at = Math.max(0, day - window + 1); at <= day; at++) {
      if (Double.isNaN(adjusted[at]) && !Double.isNaN(reported[at])) {
        return true;
      }
    }
    return false;
  }

  /** Half how many enterprises are at work, half how much they produce, in percent. */
  private static double[] workResumption(Map<Quantity, double[]> all, int days, PanelRule rule) {
    double[] index = new double[days];
    Arrays.fill(index, Double.NaN);
    if (rule.resumptionRate() == null || rule.production() == null) {
      return index;
    }
    double[] rate = share(all, rule.resumptionRate(), days);
    double[] production = share(all, rule.production(), days);
    for (int day = 0; day < days; day++) {
      index[day] = 100 * WorkResumption.index(rate[day], production[day]);
    }
    return index;
  }

  private static void preciseControl(
      Map<Quantity, double[]> all, int days, PreciseControl.Weights weights) {
    double[] control = new double[days];
    double[] flow = new double[days];
    double[] index = new double[days];
    for (int day = 0; day < days; day++) {
      control[day] =
          PreciseControl.control(all.get(RISK_LEVEL)[day], all.get(RT_MEAN)[day], weights);
      flow[day] =
          PreciseControl.flow(
              all.get(MOBILITY_SMOOTHED)[day], all.get(ENTERPRISE_SMOOTHED)[day], weights);
      index[day] = PreciseControl.index(control[day], flow[day], weights);
    }
    all.put(CONTROL_INDEX, control);
    all.put(FLOW_INDEX, flow);
    all.put(PRECISE_CONTROL_INDEX, index);
  }

  /** A measure as a share of normal, 0 to 1: more than normal counts as normal. */
  private static double[] share(Map<Quantity, double[]> all, Quantity measure, int days) {
    double[] values = daily(all, measure, days);
    double[] total = daily(all, ENTERPRISES_TOTAL, days);
    double[] share = new double[days];
    for (int day = 0; day < days; day++) {
      double of =
          measure == ENTERPRISES_RESUMED
              ? (total[day] > 0 ? values[day] / total[day] : Double.NaN)
              : 1 + values[day];
      share[day] = Double.isNaN(of) ? of : Math.max(0, Math.min(1, of));
    }
    return share;
  }

  /** The mean of the measures, where all were observed; staying at home counts as moving less. */
  private static double[] mean(Map<Quantity, double[]> all, List<Quantity> measures, int days) {
    double[][] named = new double[days][measures.size()];
    for (int i = 0; i < measures.size(); i++) {
      double sign = sign(measures.get(i));
      double[] values = daily(all, measures.get(i), days);
      for (int day = 0; day < days; day++) {
        named[day][i] = sign * values[day];
      }
    }
    // A mean over fewer measures than named would jump when one of them drops out.
    return Arrays.stream(named)
        .mapToDouble(
            values ->
                Moments.observed(values) == measures.size() ? Decimals.mean(values) : Double.NaN)
        .toArray();
  }

  /**
   * The weekly mean of the mean. Where some of the measures are smooth already, the others are
   * smoothed by themselves, so that none is smoothed twice.
   */
  private static double[] smoothedMean(
      Map<Quantity, double[]> all,
      List<Quantity> measures,
      int days,
      PanelRule.Smoothing smoothing) {
    if (measures.stream().noneMatch(measure -> smoothing.daysOf(measure) > 1)) {
      return weekly(mean(all, measures, days));
    }
    Map<Quantity, double[]> smooth = new EnumMap<>(Quantity.class);
    for (Quantity measure : measures) {
      double[] values = daily(all, measure, days);
      smooth.put(measure, smoothing.daysOf(measure) > 1 ? values : weekly(values));
    }
    return mean(smooth, measures, days);
  }

  /** How a measure counts in the mean of its family: staying at home rises when others fall. */
  public static double sign(Quantity measure) {
    return measure == MOBILITY_RESIDENTIAL_CHANGE ? -1 : 1;
  }

  private static double[] weekly(double[] daily) {
    return MovingAverage.trailing(daily, WEEK_DAYS);
  }

  static double[] daily(Map<Quantity, double[]> all, Quantity quantity, int days) {
    double[] daily = all.get(quantity);
    if (daily != null) {
      return daily;
    }
    double[] unobserved = new double[days];
    Arrays.fill(unobserved, Double.NaN);
    return unobserved;
  }

  /** Whether a city's value is the sum of its districts' rather than their weighted mean. */
  public static boolean isAdditive(Quantity quantity) {
    return quantity.unit() == Unit.PERSONS || quantity.unit() == Unit.ENTERPRISES;
  }
}
