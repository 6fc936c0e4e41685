package org.cityeval.compare;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cityeval.comparison.CompositeMethod;
import org.cityeval.comparison.Weighting;
import org.cityeval.numeric.neighbours.PeerSpace;
import org.cityeval.series.Level;

/**
 * How districts and cities are compared.
 *
 * @param composite how values become a composite
 * @param weightings the published judgements, in the order of {@link Weighting#PUBLISHED}
 * @param groups those that the config names
 * @param peers by what peers are found
 */
public record ComparisonScope(
    String evaluationId,
    LocalDate asOf,
    CompositeMethod composite,
    List<Weighting> weightings,
    Draws draws,
    List<NamedGroup> groups,
    Peers peers)
    implements Serializable {
  /**
   * A group that the config names.
   *
   * @param level of all its members
   * @param members ids
   */
  public record NamedGroup(String name, Level level, Set<String> members) implements Serializable {}

  /**
   * Draws behind the intervals.
   *
   * @param count behind each interval
   * @param acrossChoices combined with every choice of method; 0 tries no other choice
   * @param level nominal coverage
   * @param seed the evaluation's seed
   */
  public record Draws(int count, int acrossChoices, double level, long seed)
      implements Serializable {}

  /**
   * How peers are found.
   *
   * @param variables what a government did not choose
   * @param count peers of each
   * @param groups groups by k-means; 0 for none
   */
  public record Peers(List<PeerSpace.Variable> variables, int count, int groups)
      implements Serializable {}
}
