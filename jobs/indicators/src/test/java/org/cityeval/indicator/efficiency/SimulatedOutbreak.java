package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.INCIDENCE;
import static org.cityeval.series.Quantity.NEW_CASES;
import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.RT_HIGH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cityeval.assembly.DailyDerivation;
import org.cityeval.assembly.PanelRule;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.epidemic.SerialInterval;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Quantity;
import org.cityeval.series.TestDistrict;

/**
 * Outbreaks whose day of control is known, in a district of 500,000 residents. Half a case a day is
 * brought in for ten days; cases then infect others (renewal process, Poisson) by a reproduction
 * number that leads to the wanted number of cases a day on day 40, from which on it is 0.7.
 */
final class SimulatedOutbreak {
  static final int CONTROLLED_ON = 40;
  private static final int DAYS = 180;
  private static final int SEEDING_DAYS = 10;
  private static final double SEEDED = 0.5;
  private static final double CONTROLLED = 0.7;
  private static final double RESIDENTS = 500_000;
  private static final double[] INTERVAL = SerialInterval.shiftedGamma(4.7, 2.9);

  private static final PanelRule RULE =
      new PanelRule(
          List.of(),
          List.of(),
          null,
          null,
          new PanelRule.Smoothing(new TreeMap<>()),
          new PanelRule.Transmission(INTERVAL, 7, 11, Prior.EPIESTIM),
          RiskThresholds.zhejiang(),
          new PreciseControl.Weights(1, 1, 1, 1, 0.5),
          3);

  private final DistrictSeries series;

  private SimulatedOutbreak(double[] cases) {
    Map<Quantity, double[]> all =
        DailyDerivation.derive(Map.of(NEW_CASES, cases), DAYS, RESIDENTS, RULE);
    TestDistrict district = TestDistrict.ofDays(DAYS).population(RESIDENTS);
    for (Quantity quantity : List.of(NEW_CASES_ADJUSTED, INCIDENCE, RT_HIGH)) {
      district.daily(quantity, all.get(quantity));
    }
    this.series = district.build();
  }

  /**
   * So many of them, those left out that had not begun by the day of control.
   *
   * @param peak expected cases on that day
   * @param broughtIn expected cases a day brought in from then on
   */
  static List<SimulatedOutbreak> several(int runs, double peak, double broughtIn, int seed) {
    double growing = reproductionFor(peak);
    SplittableRandom random = new SplittableRandom(seed);
    List<SimulatedOutbreak> outbreaks = new ArrayList<>();
    while (outbreaks.size() < runs) {
      SimulatedOutbreak outbreak = new SimulatedOutbreak(cases(growing, broughtIn, random));
      if (outbreak.onset() < CONTROLLED_ON) {
        outbreaks.add(outbreak);
      }
    }
    return outbreaks;
  }

  /** Days from control until it is told; empty where it never is. */
  OptionalDouble error(Parameters.Control rule) {
    Trace trace = trace(rule);
    boolean reached = trace.values()[1] == 1;
    return reached
        ? OptionalDouble.of(onset(trace) + trace.values()[0] - CONTROLLED_ON)
        : OptionalDouble.empty();
  }

  private Trace trace(Parameters.Control rule) {
    Parameters all = Parameters.DEFAULTS;
    return new TimeToControl()
        .observe(
            series,
            new Parameters(
                all.restriction(),
                all.recovery(),
                all.cases(),
                all.response(),
                rule,
                all.waves(),
                all.requests(),
                all.uncertainty()));
  }

  private double onset() {
    return onset(trace(Parameters.DEFAULTS.control()));
  }

  private static double onset(Trace trace) {
    return trace.status() == Status.OK
        ? trace.values()[3] - TestDistrict.FIRST_DAY.toEpochDay()
        : DAYS;
  }

  private static double[] cases(double growing, double broughtIn, SplittableRandom random) {
    double[] cases = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      cases[day] = poisson(expected(cases, day, growing, broughtIn), random);
    }
    return cases;
  }

  /** How many exponential waits of mean 1 fit into the mean. */
  private static int poisson(double mean, SplittableRandom random) {
    int count = -1;
    for (double waited = 0; waited <= mean; count++) {
      waited -= Math.log(1 - random.nextDouble());
    }
    return mean > 0 ? count : 0;
  }

  private static double expected(double[] cases, int day, double growing, double broughtIn) {
    double pressure = 0;
    for (int k = 1; k <= Math.min(day, INTERVAL.length - 1); k++) {
      pressure += cases[day - k] * INTERVAL[k];
    }
    boolean controlled = day >= CONTROLLED_ON;
    double brought = controlled ? broughtIn : day < SEEDING_DAYS ? SEEDED : 0;
    return brought + (controlled ? CONTROLLED : growing) * pressure;
  }

  /** By bisection over the course without chance. */
  private static double reproductionFor(double peak) {
    double low = 0.5;
    double high = 6;
    for (int halving = 0; halving < 50; halving++) {
      double middle = (low + high) / 2;
      double[] course = new double[CONTROLLED_ON];
      for (int day = 0; day < CONTROLLED_ON; day++) {
        course[day] = expected(course, day, middle, 0);
      }
      if (course[CONTROLLED_ON - 1] < peak) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
