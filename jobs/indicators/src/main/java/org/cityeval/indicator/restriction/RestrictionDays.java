package org.cityeval.indicator.restriction;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_CITY;
import static org.cityeval.series.Quantity.RISK_LEVEL;
import static org.cityeval.series.Quantity.RISK_NEIGHBOURS;

import java.util.Arrays;
import java.util.List;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.series.DistrictSeries;

/**
 * A district's consecutive days: how far mobility had changed, and the risk that was known when
 * that day's restriction was decided, in each scope. {@code NaN} where unobserved.
 *
 * @param firstDay epoch day of index 0
 * @param mobility fraction of the baseline by which mobility changed, smoothed
 * @param own the district's own risk level, 1 to 5
 * @param neighbours the higher of that and the contiguous districts'
 * @param city the highest of those and the whole city's
 */
public record RestrictionDays(
    long firstDay, double[] mobility, double[] own, double[] neighbours, double[] city) {

  /** The days of the series, with the risk of so many days before each. */
  public static RestrictionDays of(DistrictSeries series, int lagDays) {
    double[] own = series.earlier(RISK_LEVEL, lagDays);
    double[] neighbours = higher(own, series.earlier(RISK_NEIGHBOURS, lagDays));
    double[] city = higher(neighbours, series.earlier(RISK_CITY, lagDays));
    return new RestrictionDays(
        series.firstDay().toEpochDay(), series.daily(MOBILITY_SMOOTHED), own, neighbours, city);
  }

  public int days() {
    return mobility.length;
  }

  public double[] risk(RiskScope scope) {
    return switch (scope) {
      case OWN -> own;
      case NEIGHBOURS -> neighbours;
      case CITY -> city;
    };
  }

  /** Whether the own risk was known on any day. */
  public boolean isRiskKnown() {
    return Arrays.stream(own).anyMatch(level -> !Double.isNaN(level));
  }

  /** Whether both sides of the question were observed; the wider scopes need the own risk too. */
  public boolean observed(int day) {
    return !Double.isNaN(mobility[day]) && !Double.isNaN(own[day]);
  }

  public int observedDays() {
    int observed = 0;
    for (int day = 0; day < days(); day++) {
      observed += observed(day) ? 1 : 0;
    }
    return observed;
  }

  /** First day, then the four arrays one after the other. */
  public double[] toTrace() {
    double[] trace = new double[1 + 4 * days()];
    trace[0] = firstDay;
    int at = 1;
    for (double[] daily : List.of(mobility, own, neighbours, city)) {
      System.arraycopy(daily, 0, trace, at, days());
      at += days();
    }
    return trace;
  }

  public static RestrictionDays fromTrace(double[] trace) {
    int days = (trace.length - 1) / 4;
    double[][] daily = new double[4][];
    for (int i = 0; i < 4; i++) {
      daily[i] = Arrays.copyOfRange(trace, 1 + i * days, 1 + (i + 1) * days);
    }
    return new RestrictionDays((long) trace[0], daily[0], daily[1], daily[2], daily[3]);
  }

  /** The same days laid out over {@code days} days from {@code first}, unobserved elsewhere. */
  public RestrictionDays over(long first, int days) {
    int offset = Math.toIntExact(firstDay - first);
    return new RestrictionDays(
        first,
        laidOut(mobility, offset, days),
        laidOut(own, offset, days),
        laidOut(neighbours, offset, days),
        laidOut(city, offset, days));
  }

  private static double[] laidOut(double[] daily, int offset, int days) {
    double[] laidOut = new double[days];
    Arrays.fill(laidOut, Double.NaN);
    System.arraycopy(daily, 0, laidOut, offset, daily.length);
    return laidOut;
  }

  /** The higher of two levels; the first alone where the second is unobserved. */
  private static double[] higher(double[] level, double[] other) {
    double[] higher = level.clone();
    for (int day = 0; day < level.length; day++) {
      if (other[day] > level[day]) {
        higher[day] = other[day];
      }
    }
    return higher;
  }
}
