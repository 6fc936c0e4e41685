package org.cityeval.export;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.warehouse.Publication;

/** Finds the publication that is asked for. */
public final class AskedPublication {
  private AskedPublication() {}

  /**
   * The publication of an evaluation and a vintage.
   *
   * @param all what a warehouse holds
   * @param evaluation null for the only one in the warehouse
   * @param asOf null for the current one
   * @throws UserProblem if there is none, or there are several
   */
  public static Publication of(List<Publication> all, String evaluation, LocalDate asOf) {
    List<String> known = all.stream().map(Publication::evaluationId).distinct().toList();
    if (all.isEmpty()) {
      throw new UserProblem(
          "Nothing is published in this warehouse.",
          "gold.publication holds no row.",
          "Run 'cityeval run' first, or name another --warehouse.");
    }
    if (evaluation == null && known.size() > 1) {
      throw new UserProblem(
          "Several evaluations are published in this warehouse.",
          String.join(", ", known) + ".",
          "Name one with --evaluation.");
    }
    String id = evaluation == null ? known.get(0) : evaluation;
    List<Publication> vintages =
        all.stream().filter(publication -> publication.evaluationId().equals(id)).toList();
    if (vintages.isEmpty()) {
      throw new UserProblem(
          "Nothing is published of an evaluation " + id + ".",
          "Published are " + String.join(", ", known) + ".",
          NearestName.find(id, known)
              .map(name -> "Did you mean " + name + "?")
              .orElse("Name one of them with --evaluation."));
    }
    return vintages.stream()
        .filter(vintage -> asOf == null ? vintage.current() : vintage.asOf().equals(asOf))
        .findFirst()
        .orElseThrow(
            () ->
                new UserProblem(
                    "Nothing is published of " + id + " as of " + asOf + ".",
                    "Published are "
                        + vintages.stream()
                            .map(vintage -> vintage.asOf().toString())
                            .collect(Collectors.joining(", "))
                        + ".",
                    "Name one of these days with --as-of."));
  }
}
