package org.cityeval.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run took.
 *
 * @param figures name with unit to value, in the order they are shown; a figure the machine cannot
 *     tell is absent
 */
record Measurement(Map<String, Double> figures) {
  Measurement {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
