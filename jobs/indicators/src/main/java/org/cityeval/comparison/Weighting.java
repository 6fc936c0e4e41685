package org.cityeval.comparison;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A judgement of what matters.
 *
 * @param weights weight by indicator id, not negative; they need not add up to one
 */
public record Weighting(String name, Map<String, Double> weights) implements Serializable {

  public Weighting {
    weights.forEach(
        (indicator, weight) -> {
          if (!(weight >= 0) || weight.isInfinite()) {
            throw new IllegalArgumentException(
                "Weighting " + name + " gives " + indicator + " the weight " + weight);
          }
        });
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  public double of(String indicatorId) {
    return weights.getOrDefault(indicatorId, 0.0);
  }
}
