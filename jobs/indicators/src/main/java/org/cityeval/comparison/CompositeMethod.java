package org.cityeval.comparison;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;

/**
 * The choices behind a composite.
 *
 * @param treatsOutliers whether extreme values are drawn in before scores are made
 * @param targets value by indicator id that earns 100, where scores are distances to targets
 */
public record CompositeMethod(
    boolean treatsOutliers,
    Normalisation.Method normalisation,
    WeightMethod weights,
    Aggregation aggregation,
    Map<String, Double> targets)
    implements Serializable {

  public CompositeMethod {
    targets = Collections.unmodifiableMap(new TreeMap<>(targets));
    if (weights == WeightMethod.BENEFIT_OF_THE_DOUBT && aggregation != Aggregation.ARITHMETIC) {
      throw new IllegalArgumentException("Benefit of the doubt adds up; it has no geometric mean");
    }
  }
}
