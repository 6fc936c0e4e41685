package org.cityeval.indicator.restriction;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_LEVEL;

import java.util.Arrays;
import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.series.DistrictSeries;
import org.cityeval.series.TestDistrict;

/** Districts whose falls of mobility and risks are given day by day, for tests. */
public final class TestRestriction {
  /** Days of a district that keeps one level. */
  public static final int DAYS = 20;

  /** Risk is known on the day itself, and is the district's own. */
  public static final Parameters OWN_AT_ONCE =
      Parameters.DEFAULTS.with(new Parameters.Restriction(-0.20, 3, 0, RiskScope.OWN));

  private TestRestriction() {}

  /** A district with one fall and one risk on all days. */
  public static DistrictSeries constant(String id, double residents, double fall, double risk) {
    return district(id, residents, days(DAYS, fall), days(DAYS, risk));
  }

  public static DistrictSeries district(String id, double residents, double[] fall, double[] risk) {
    return TestDistrict.ofDays(fall.length)
        .id(id)
        .population(residents)
        .daily(MOBILITY_SMOOTHED, Arrays.stream(fall).map(f -> -f).toArray())
        .daily(RISK_LEVEL, risk)
        .build();
  }

  /** One value on each of so many days. */
  public static double[] days(int count, double value) {
    double[] days = new double[count];
    Arrays.fill(days, value);
    return days;
  }

  /** One stretch of days after the other. */
  public static double[] then(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
