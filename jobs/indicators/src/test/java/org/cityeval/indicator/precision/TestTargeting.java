package org.cityeval.indicator.precision;

import static org.cityeval.series.Quantity.MOBILITY_SMOOTHED;
import static org.cityeval.series.Quantity.RISK_LEVEL;

import org.cityeval.indicator.Parameters;
import org.cityeval.indicator.Parameters.RiskScope;
import org.cityeval.series.TestDistrict;

/** A district and settings whose four counts are worked out by hand; shared by tests. */
final class TestTargeting {
  private TestTargeting() {}

  /** Restricted at -20 % or less, at risk from level 3 as known the day before. */
  static Parameters judgedBy(RiskScope scope) {
    return with(new Parameters.Restriction(-0.20, 3, 1, scope));
  }

  static Parameters with(Parameters.Restriction restriction) {
    return Parameters.DEFAULTS.with(restriction);
  }

  /**
   * 20 days, of which day 0 has no known risk. Risk is 3 on days 0 to 4, so known on days 1 to 5;
   * mobility is at -20 % on days 3 to 14. By hand: tp = days 3 to 5 = 3, fp = days 6 to 14 = 9, fn
   * = days 1 and 2 = 2, tn = days 15 to 19 = 5.
   */
  static TestDistrict district() {
    return TestDistrict.ofDays(20)
        .with(RISK_LEVEL, 1)
        .with(RISK_LEVEL, 0, 4, 3)
        .with(MOBILITY_SMOOTHED, 0)
        .with(MOBILITY_SMOOTHED, 3, 14, -0.20);
  }
}
