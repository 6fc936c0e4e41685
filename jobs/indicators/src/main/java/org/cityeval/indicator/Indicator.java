package org.cityeval.indicator;

import java.io.Serializable;

/** A number that summarises a district, or a city, over a period. */
public sealed interface Indicator extends Serializable
    permits SeriesIndicator, PooledIndicator, FrontierIndicator, RequestIndicator {
  /** What the number means. */
  IndicatorSpec spec();
}
