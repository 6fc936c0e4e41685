package org.cityeval.config;

import java.io.Serializable;
import java.util.Map;

/** How districts and cities are ranked: draws behind a rank interval, weights of a composite. */
public record ComparisonConfig(int draws, Weightings weightings) implements Serializable {

  /** The weights of the two published composites, by dimension or indicator id. */
  public record Weightings(Map<String, Double> efficiency, Map<String, Double> publicValue)
      implements Serializable {

    public Weightings {
      efficiency = Ordered.copyOf(efficiency);
      publicValue = Ordered.copyOf(publicValue);
    }
  }
}
