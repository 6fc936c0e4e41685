package org.cityeval.indicator.efficiency;

import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;
import static org.cityeval.series.Quantity.NEW_CASES_SMOOTHED;

import org.cityeval.indicator.CountUse;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Direction;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Interval;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.Cases;
import org.cityeval.indicator.Result;
import org.cityeval.indicator.SeriesIndicator;
import org.cityeval.indicator.Status;
import org.cityeval.numeric.epidemic.GrowthRate;
import org.cityeval.numeric.statistics.Bounds;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.timeseries.LongRunError;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Unit;

/**
 * How fast a wave went down once it had turned. Quasi-Poisson and not a line through logarithms,
 * because a wave that is going down has days without a case.
 */
public final class DeclineHalvingTime implements SeriesIndicator {
  /** The decline is followed until smoothed cases are at or below this share of their peak. */
  private static final double DECLINED = 0.10;

  /** Two weeks at least, so that two weekends are in the fit. */
  private static final int FIT_DAYS = 14;

  private static final int FIT_POINTS = 3;

  private static final String METHOD = "quasi_poisson_ar1";

  private static final IndicatorSpec SPEC =
      IndicatorSpec.of("E3", "decline_halving_time")
          .title("Decline halving time", "消退半衰期")
          .plainly(
              "How many days it took for daily new cases to halve after the peak.",
              "高峰之后，每日新增病例减半所需的天数。")
          .dimension(Dimension.EFFICIENCY)
          .unit(Unit.DAYS)
          .better(Direction.LOWER)
          .levels(Level.DISTRICT, Level.CITY)
          .reads(NEW_CASES_ADJUSTED, NEW_CASES_SMOOTHED)
          .tellsOfCounts(CountUse.FIT)
          .definition(
              "Time in which daily new cases halved, from a quasi-Poisson fit of reported cases."
                  + " The fit begins on the period's highest day of smoothed cases, the first of"
                  + " several. It ends on the first later day at or below %.0f %% of it, but takes"
                  + " %d days at least. Without such a day it ends with the period. Days on which a"
                  + " cumulative count fell are left out. A series already smoothed over k days at"
                  + " the source is fitted on every k-th day, whose windows do not overlap. It is"
                  + " fitted over 2·k + 1 days at least. Insufficient with fewer cases in the fit"
                  + " than the evaluation's minimum or with fewer than %d points. Censored where by"
                  + " the fit cases do not halve within its days. The days may end before the fit"
                  + " has its least number of days, the peak included. Then it is censored if cases"
                  + " have not halved since, and insufficient if they have. n is the cases in the"
                  + " fit.",
              100 * DECLINED, FIT_DAYS, FIT_POINTS)
          .formula("ln 2 / −r, log E[C(t)] = a + r·t, Var[C(t)] = φ·E[C(t)]")
          .uncertainty(
              "Ends of the interval of r by Student's t, turned into halving times; open above"
                  + " where the interval of r holds 0. The error of r has the estimated dispersion"
                  + " φ. Its residuals resemble those of the day before, as a first-order"
                  + " autoregression. The coefficient is estimated from them, freed of bias, raised"
                  + " by its standard error and held below .8 from day to day. The degrees of"
                  + " freedom are those of the variance of such residuals, at most the points less"
                  + " two.")
          .cites(
              "Wedderburn (1974), quasi-likelihood",
              "McCullagh & Nelder (1989), Generalized Linear Models",
              "Kendall (1954), Biometrika 41:403",
              "Satterthwaite (1946), Biometrics Bull. 2:110")
          .methodVersion(4)
          .build();

  /** The days of the fit, both included. */
  private record Decline(int peak, int last, boolean cutOff) {}

  @Override
  public IndicatorSpec spec() {
    return SPEC;
  }

  @Override
  public Result evaluate(DistrictSeries series, Parameters parameters, long seed) {
    if (!series.observes(NEW_CASES_ADJUSTED) || !series.observes(NEW_CASES_SMOOTHED)) {
      return Result.none(Status.MISSING_INPUT, "no cases observed").withCoverage(0);
    }
    double[] cases = series.daily(NEW_CASES_ADJUSTED);
    double[] smoothed = series.daily(NEW_CASES_SMOOTHED);
    int step = parameters.cases().smoothedDays();
    Decline decline = decline(smoothed, Math.max(FIT_DAYS, (FIT_POINTS - 1) * step + 1));
    double[] points = points(cases, decline, step);
    long count = cases(points, parameters.cases());
    return judge(parameters, smoothed, decline, points, count)
        .with(CountUse.FIT_FROM, series.date(decline.peak()).toString())
        .with("peak_smoothed", smoothed[decline.peak()])
        .with(CountUse.FIT_TO, series.date(decline.last()).toString())
        .with("every_nth_day", step)
        .withN(Math.toIntExact(count))
        .withCoverage(coverage(cases, smoothed));
  }

  private static Result judge(
      Parameters parameters, double[] smoothed, Decline decline, double[] points, long count) {
    int minimum = parameters.cases().minimum();
    if (count < minimum) {
      return Result.none(
          Status.INSUFFICIENT, "fewer than " + minimum + " cases from the peak onwards");
    }
    int followUp = decline.last() - decline.peak();
    if (decline.cutOff()) {
      return halved(smoothed, decline)
          ? Result.none(Status.INSUFFICIENT, "the period ends too soon after the peak for a rate")
          : Result.censored(followUp, "the period ends soon after the peak, cases had not halved");
    }
    int step = parameters.cases().smoothedDays();
    GrowthRate.Fit fit =
        GrowthRate.ofDependentDays(points, Math.pow(LongRunError.GREATEST_PERSISTENCE, step));
    if (fit.days() < FIT_POINTS || !fit.converged()) {
      return Result.none(Status.INSUFFICIENT, "too few days with cases for a rate");
    }
    double rate = fit.rate() / step;
    Result result =
        rate < 0 && Decimals.atMost(halvingDays(rate), followUp)
            ? ok(rate, fit, step, parameters)
            : Result.censored(followUp, "cases did not halve in the days after their peak");
    return result
        .with("rate_per_day", rate)
        .with("rate_standard_error", fit.standardError() / step)
        .with("dispersion", fit.dispersion())
        .with("fit_points", fit.days());
  }

  private static Result ok(double rate, GrowthRate.Fit fit, int step, Parameters parameters) {
    double level = parameters.uncertainty().level();
    Bounds perStep = fit.interval(level);
    double low = halvingDays(perStep.low() / step);
    double high = perStep.high() < 0 ? halvingDays(perStep.high() / step) : Double.NaN;
    return Result.ok(halvingDays(rate))
        .withInterval(new Interval(low, high, level, fit.degreesOfFreedom(), METHOD));
  }

  private static double halvingDays(double rate) {
    return Math.log(2) / -rate;
  }

  private static Decline decline(double[] smoothed, int fitDays) {
    int peak = 0;
    int lastObserved = 0;
    for (int day = 0; day < smoothed.length; day++) {
      if (!Double.isNaN(smoothed[day])) {
        lastObserved = day;
        peak = Double.isNaN(smoothed[peak]) || smoothed[day] > smoothed[peak] ? day : peak;
      }
    }
    int least = peak + fitDays - 1;
    if (lastObserved < least) {
      return new Decline(peak, lastObserved, true);
    }
    for (int day = peak + 1; day <= lastObserved; day++) {
      if (Decimals.atMost(smoothed[day], DECLINED * smoothed[peak])) {
        return new Decline(peak, Math.max(day, least), false);
      }
    }
    return new Decline(peak, lastObserved, false);
  }

  /** The counts of the fit: every {@code step}-th day from the peak, falls left out. */
  private static double[] points(double[] cases, Decline decline, int step) {
    double[] points = new double[(decline.last() - decline.peak()) / step + 1];
    for (int point = 0; point < points.length; point++) {
      double count = cases[decline.peak() + point * step];
      points[point] = count >= 0 ? count : Double.NaN;
    }
    return points;
  }

  /** A point of a smoothed series is the mean of as many days as were smoothed over. */
  private static long cases(double[] points, Cases of) {
    double sum = 0;
    for (double count : points) {
      sum += Double.isNaN(count) ? 0 : count * of.smoothedDays();
    }
    return Math.round(sum);
  }

  private static boolean halved(double[] smoothed, Decline decline) {
    for (int day = decline.peak() + 1; day <= decline.last(); day++) {
      if (Decimals.atMost(smoothed[day], smoothed[decline.peak()] / 2)) {
        return true;
      }
    }
    return false;
  }

  private static double coverage(double[] cases, double[] smoothed) {
    int observed = 0;
    for (int day = 0; day < cases.length; day++) {
      observed += !Double.isNaN(cases[day]) && !Double.isNaN(smoothed[day]) ? 1 : 0;
    }
    return (double) observed / cases.length;
  }
}
