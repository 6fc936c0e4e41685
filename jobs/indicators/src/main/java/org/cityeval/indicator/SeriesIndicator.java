package org.cityeval.indicator;

import org.cityeval.series.DistrictSeries;

/** An indicator that needs one series only: a district's own, or the city's own. */
public non-sealed interface SeriesIndicator extends Indicator {
  /**
   * Evaluates the days at hand. Pure: equal arguments give equal results.
   *
   * @param series the period's days, with the quantities that the spec reads and no others
   * @param seed of this value, see {@link Seed}
   */
  Result evaluate(DistrictSeries series, Parameters parameters, long seed);
}
