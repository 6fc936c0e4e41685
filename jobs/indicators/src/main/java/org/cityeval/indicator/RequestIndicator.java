package org.cityeval.indicator;

import org.cityeval.request.RequestTally;

/** An indicator of how a district, or a city, answered its citizens' service requests. */
public non-sealed interface RequestIndicator extends Indicator {
  /**
   * Evaluates the requests opened in the period. Pure: equal arguments give equal results.
   *
   * @param seed of this value, see {@link Seed}
   */
  Result evaluate(RequestTally requests, Parameters parameters, long seed);
}
