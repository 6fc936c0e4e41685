package org.cityeval.numeric.epidemic;

import java.util.Arrays;
import java.util.List;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.timeseries.MovingAverage;

/**
 * Risk of a district day by day: 1 green, 2 blue, 3 yellow, 4 orange, 5 red. Each day is judged by
 * what was known at its end; {@code NaN} where that does not suffice.
 */
public final class RiskLevel {
  public static final int GREEN = 1;
  public static final int BLUE = 2;
  public static final int YELLOW = 3;
  public static final int ORANGE = 4;
  public static final int RED = 5;

  private static final int WEEK = 7;
  private static final double PER = 100_000;

  private RiskLevel() {}

  /**
   * Levels by the rule the thresholds name.
   *
   * @param newCases daily counts; {@code NaN} and negative days are not observed
   * @param smoothedCases their 7-day mean, see {@link MovingAverage}
   * @param rtMean reproduction number by day; {@code NaN} where unknown
   * @param population residents; where it is not positive every level is {@code NaN}
   */
  public static double[] levels(
      double[] newCases,
      double[] smoothedCases,
      double[] rtMean,
      double population,
      RiskThresholds thresholds) {
    return switch (thresholds.preset()) {
      case ZHEJIANG -> zhejiang(newCases, smoothedCases, population, thresholds);
      case ACT_NOW -> actNow(smoothedCases, rtMean, population, thresholds);
    };
  }

  /**
   * Modelled on Zhejiang's five-colour county map. Green: no case in the last clear days (14), half
   * of them observed. Blue: no case in the last quiet days (3), one of them observed. Otherwise
   * yellow, orange or red by the cases of 7 days per 100,000 residents, but yellow while these are
   * too few for a cluster.
   */
  public static double[] zhejiang(
      double[] newCases, double[] smoothedCases, double population, RiskThresholds thresholds) {
    Domain.sameLength("newCases", newCases.length, "smoothedCases", smoothedCases.length);
    double[] levels = new double[newCases.length];
    for (int day = 0; day < levels.length; day++) {
      double weekly = WEEK * smoothedCases[day];
      if (!isKnown(population, smoothedCases[day])) {
        levels[day] = Double.NaN;
        continue;
      }
      Quiet clear = Quiet.before(newCases, day, thresholds.clearDays());
      Quiet quiet = Quiet.before(newCases, day, thresholds.quietDays());
      if (clear.cases() == 0) {
        boolean known = 2 * clear.observedDays() >= thresholds.clearDays();
        levels[day] = known ? GREEN : Double.NaN;
      } else if (quiet.cases() == 0 && quiet.observedDays() > 0) {
        levels[day] = BLUE;
      } else {
        levels[day] = byCases(weekly, weekly / population * PER, thresholds);
      }
    }
    return levels;
  }

  /**
   * The worse of case density (7-day mean a day per 100,000 residents) and reproduction number. The
   * lowest density decides alone, since with a handful of cases R can be any number. Density alone
   * where R is unknown.
   */
  public static double[] actNow(
      double[] smoothedCases, double[] rtMean, double population, RiskThresholds thresholds) {
    Domain.sameLength("smoothedCases", smoothedCases.length, "rtMean", rtMean.length);
    double[] levels = new double[smoothedCases.length];
    for (int day = 0; day < levels.length; day++) {
      double density = smoothedCases[day] / population * PER;
      if (!isKnown(population, smoothedCases[day])) {
        levels[day] = Double.NaN;
        continue;
      }
      int byDensity = level(density, thresholds.densityCuts());
      // Every comparison with NaN is false, so an unknown R is level 1 and never the worse.
      int byReproduction = level(rtMean[day], thresholds.reproductionCuts());
      levels[day] = byDensity == GREEN ? GREEN : Math.max(byDensity, byReproduction);
    }
    return levels;
  }

  private static boolean isKnown(double population, double smoothedCases) {
    return population > 0 && Double.isFinite(population) && Double.isFinite(smoothedCases);
  }

  private static int byCases(double weekly, double per100k, RiskThresholds thresholds) {
    if (Decimals.below(per100k, thresholds.orangeFrom())
        || Decimals.below(weekly, thresholds.clusterCases())) {
      return YELLOW;
    }
    return Decimals.below(per100k, thresholds.redFrom()) ? ORANGE : RED;
  }

  private static int level(double value, List<Double> highest) {
    int level = GREEN;
    for (double cut : highest) {
      level += Decimals.above(value, cut) ? 1 : 0;
    }
    return level;
  }

  private record Quiet(double cases, int observedDays) {
    static Quiet before(double[] newCases, int day, int days) {
      double[] observed =
          Arrays.stream(newCases, Math.max(0, day - days + 1), day + 1)
              .filter(cases -> cases >= 0)
              .toArray();
      return new Quiet(Arrays.stream(observed).sum(), observed.length);
    }
  }
}
