package org.cityeval.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.cityeval.comparison.WeightMethod;
import org.cityeval.config.lake.Ordered;
import org.cityeval.numeric.composite.Aggregation;
import org.cityeval.numeric.composite.Normalisation;
import org.cityeval.numeric.neighbours.PeerSpace;

/**
 * How districts and cities are scored, ranked and set beside their like.
 *
 * @param draws behind an interval
 * @param choiceDraws draws that are combined with every other choice of method; 0 tries none
 * @param groups ids of the members by the name of a group
 */
public record ComparisonConfig(
    int draws,
    int choiceDraws,
    Composite composite,
    Weightings weightings,
    Map<String, List<String>> groups,
    Peers peers)
    implements Serializable {

  public ComparisonConfig {
    groups = Ordered.copyOf(groups);
  }

  /** How values become scores, and scores a composite. */
  public record Composite(
      Outliers outliers,
      Normalisation.Method normalisation,
      WeightMethod weights,
      Aggregation aggregation,
      Map<String, Double> targets)
      implements Serializable {

    public Composite {
      targets = Ordered.copyOf(targets);
    }
  }

  /** What is done to extreme values. */
  public enum Outliers {
    NONE,
    WINSORISE
  }

  /** The weights of the two published composites, by dimension or indicator id. */
  public record Weightings(Map<String, Double> efficiency, Map<String, Double> publicValue)
      implements Serializable {

    public Weightings {
      efficiency = Ordered.copyOf(efficiency);
      publicValue = Ordered.copyOf(publicValue);
    }
  }

  /**
   * By what the nearest neighbours of a district are found.
   *
   * @param variables scale by variable
   * @param count neighbours of each
   * @param groups groups by k-means; 0 for none
   */
  public record Peers(Map<String, PeerSpace.Scale> variables, int count, int groups)
      implements Serializable {

    public Peers {
      variables = Ordered.copyOf(variables);
    }
  }
}
