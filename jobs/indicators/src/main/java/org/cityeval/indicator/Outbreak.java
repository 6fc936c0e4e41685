package org.cityeval.indicator;

import static org.cityeval.series.Quantity.NEW_CASES_ADJUSTED;

import java.util.OptionalInt;
import org.cityeval.numeric.statistics.Decimals;
import org.cityeval.series.DistrictSeries;

/** When an outbreak begins in a stretch of daily cases. */
public final class Outbreak {
  /** What specs say of it; takes the default threshold as an argument. */
  public static final String RULE =
      " The outbreak begins (T0) on the day by which enough cases have been reported since the"
          + " period began. Enough is the evaluation's number per 10,000 residents (default %.2f),"
          + " and at least one. Not applicable where that does not happen.";

  private static final double PER_10K = 10_000;

  private Outbreak() {}

  /**
   * The first day from {@code from} on by which enough cases have been reported since then.
   *
   * @param cases daily new cases; {@code NaN} and falls count as none
   * @param population residents, above 0
   * @param to last day looked at, included
   */
  public static OptionalInt onset(
      double[] cases, double population, int from, int to, Parameters.Response response) {
    double needed = needed(population, response);
    double reported = 0;
    for (int day = from; day <= to; day++) {
      reported += cases[day] > 0 ? cases[day] : 0;
      if (Decimals.atLeast(reported, needed)) {
        return OptionalInt.of(day);
      }
    }
    return OptionalInt.empty();
  }

  /** How many cases an outbreak begins with [persons]. */
  public static double needed(double population, Parameters.Response response) {
    return Math.max(1, response.onsetPer10k() * population / PER_10K);
  }

  /** The onset within the days of a series, counted from its first. */
  public static OptionalInt onset(DistrictSeries series, Parameters.Response response) {
    return onset(
        series.daily(NEW_CASES_ADJUSTED), series.population(), 0, series.days() - 1, response);
  }
}
