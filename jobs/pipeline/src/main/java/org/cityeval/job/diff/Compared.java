package org.cityeval.job.diff;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.StoredRow;

/**
 * One side of a comparison: a day of knowledge, and what was published of it.
 *
 * @param name as it was asked for
 * @param publication the tables that were published of that day; empty where only the sources told
 * @param sources whose observations it rests on
 */
public record Compared(
    String name, LocalDate asOf, Optional<Publication> publication, List<String> sources) {

  public Compared {
    sources = List.copyOf(sources);
  }

  /** The version of silver.observation it was made from; empty: the newest. */
  Optional<Long> observations() {
    return publication.map(made -> made.tableVersions().get(ObservationTable.SPEC.qualifiedName()));
  }

  /** Whether an observation was known to it. */
  boolean knows(StoredRow observation) {
    return sources.contains(observation.get(SOURCE_ID)) && !observation.get(AS_OF).isAfter(asOf);
  }

  /**
   * Requires that B is later than A, or another publication of the same day.
   *
   * @throws UserProblem if it is not
   */
  public static void requireInOrder(Compared a, Compared b) {
    if (a.asOf().isAfter(b.asOf())) {
      throw new UserProblem(
          "A is of " + a.asOf() + " and B is of " + b.asOf() + ".",
          "Changes are shown from the earlier day to the later one.",
          "Swap the two.");
    }
    if (a.asOf().equals(b.asOf()) && a.tableVersions().equals(b.tableVersions())) {
      throw new UserProblem(
          a.name() + " and " + b.name() + " are the same.",
          "Both are "
              + (a.publication().isPresent() ? "the publication of " : "what was known on ")
              + a.asOf()
              + ".",
          "Name two days, or two runs: 'cityeval list runs' tells what ran.");
    }
  }

  private Map<String, Long> tableVersions() {
    return publication.map(Publication::tableVersions).orElse(Map.of());
  }
}
