package org.cityeval.comparison;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cityeval.indicator.Dimension;

/**
 * A judgement of what matters.
 *
 * @param declared weight by the id of an indicator or a dimension, not negative; they need not add
 *     up to one. An indicator's own weight stands beside its dimension's, which the others share.
 */
public record Weighting(String name, Map<String, Double> declared) implements Serializable {
  public static final String EFFICIENCY = "efficiency";
  public static final String PUBLIC_VALUE = "public_value";

  /** The judgements that every composite is published under. */
  public static final List<String> PUBLISHED = List.of(EFFICIENCY, PUBLIC_VALUE);

  public Weighting {
    declared.forEach(
        (what, weight) -> {
          if (!(weight >= 0) || weight.isInfinite()) {
            throw new IllegalArgumentException(
                "Weighting " + name + " gives " + what + " the weight " + weight);
          }
        });
    declared = Collections.unmodifiableMap(new TreeMap<>(declared));
  }

  /** The dimension that the judgement is named after, if it is named after one. */
  public Optional<Dimension> own() {
    return Arrays.stream(Dimension.values()).filter(of -> of.id().equals(name)).findFirst();
  }

  /**
   * Weights that add up to one. A dimension's weight is shared by those of its indicators that are
   * scored at all. So a dimension keeps its weight whatever the lake lacks. A dimension of which
   * nothing is scored has no weight.
   *
   * @param scored indicator ids
   * @return weight by indicator id, those without weight left out; empty if nothing has any
   */
  public Map<String, Double> among(Collection<String> scored, Map<String, Dimension> dimensionOf) {
    Map<String, List<String>> sharing = new TreeMap<>();
    Map<String, Double> weights = new TreeMap<>();
    for (String indicator : scored) {
      Double own = declared.get(indicator);
      if (own != null) {
        weights.put(indicator, own);
      } else {
        sharing
            .computeIfAbsent(dimensionOf.get(indicator).id(), dimension -> new ArrayList<>())
            .add(indicator);
      }
    }
    sharing.forEach(
        (dimension, indicators) ->
            indicators.forEach(
                indicator ->
                    weights.put(
                        indicator, declared.getOrDefault(dimension, 0.0) / indicators.size())));
    weights.values().removeIf(weight -> weight == 0);
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    weights.replaceAll((indicator, weight) -> weight / total);
    return weights;
  }
}
