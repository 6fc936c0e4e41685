package org.cityeval.evaluate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.Result;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.Level;
import org.cityeval.series.Period;
import org.cityeval.series.Quantity;

/** For how many of a city's residents a value speaks that was made from the city's own days. */
final class CoveredShare {
  private static final String PART = "covered_population_share";

  private CoveredShare() {}

  /** The shares that the days of a city tell. */
  static Set<Quantity> quantities(Set<Quantity> reads) {
    Set<Quantity> shares = EnumSet.noneOf(Quantity.class);
    reads.forEach(read -> shares.addAll(read.coveredShares()));
    return shares;
  }

  /**
   * The mean share of residents covered, over the days of the period on which all is known that the
   * indicator reads; NaN where everybody was covered, and for a district.
   */
  static double of(Indicator indicator, DistrictSeries all, Period period) {
    if (all.level() != Level.CITY) {
      return Double.NaN;
    }
    DistrictSeries days = all.during(period);
    double[] least = new double[days.days()];
    Arrays.fill(least, 1);
    for (Quantity read : indicator.spec().reads()) {
      double[] daily = days.daily(read);
      for (Quantity share : read.coveredShares()) {
        double[] covered = days.daily(share);
        for (int day = 0; day < least.length; day++) {
          least[day] = Double.isNaN(daily[day]) ? Double.NaN : Math.min(least[day], covered[day]);
        }
      }
    }
    double mean = Arrays.stream(least).filter(share -> !Double.isNaN(share)).average().orElse(1);
    return mean < 1 ? mean : Double.NaN;
  }

  /** The result, with the share among what it was made from. */
  static Result told(Result result, double share) {
    return Double.isNaN(share) ? result : result.with(PART, share);
  }
}
