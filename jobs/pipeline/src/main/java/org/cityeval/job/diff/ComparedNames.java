package org.cityeval.job.diff;

import static org.cityeval.table.spec.Keys.EVALUATION_ID;
import static org.cityeval.table.spec.Keys.RUN_ID;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.Run;
import org.cityeval.run.Vintage;
import org.cityeval.table.ops.RunTable;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;
import org.cityeval.warehouse.StoredTables;

/**
 * Finds what a name stands for, of the evaluation of the config. In this order:
 *
 * <ol>
 *   <li>a day: the publication of that vintage; where there is none, what the sources had said by
 *       then;
 *   <li>{@code EVALUATION@DAY}: that publication, and nothing in its place;
 *   <li>a run id: what the run published, though another run may have replaced it since. Of a run
 *       that published several times, its newest attempt and, within that, the newest.
 * </ol>
 */
public final class ComparedNames {
  private static final int LISTED_RUNS = 8;

  private final StoredTables tables;
  private final Publications publications;
  private final EvaluationConfig config;

  public ComparedNames(StoredTables tables, EvaluationConfig config) {
    this.tables = tables;
    this.publications = new Publications(tables);
    this.config = config;
  }

  /**
   * What the name stands for.
   *
   * @throws UserProblem if it stands for nothing, with what there is
   */
  public Compared find(String name) {
    Optional<LocalDate> day = day(name);
    if (day.isPresent()) {
      return publications
          .find(evaluation(), day.get())
          .map(publication -> published(name, publication))
          .orElseGet(() -> known(name, day.get()));
    }
    int at = name.lastIndexOf('@');
    Optional<LocalDate> vintage = at < 0 ? Optional.empty() : day(name.substring(at + 1));
    return vintage.isPresent() ? release(name, name.substring(0, at), vintage.get()) : run(name);
  }

  private Compared release(String name, String evaluation, LocalDate asOf) {
    requireOwn(name, evaluation);
    return publications
        .find(evaluation, asOf)
        .map(publication -> published(name, publication))
        .orElseThrow(
            () ->
                new UserProblem(
                    "There is no publication " + name + ".",
                    vintages(),
                    "Name one of these, or run 'cityeval run --as-of " + asOf + "'."));
  }

  private Compared run(String name) {
    List<StoredRow> runs =
        tables.rows(RunTable.SPEC).list().stream()
            .sorted(
                Comparator.comparing(
                        (StoredRow row) -> row.get(RunTable.STARTED), Comparator.reverseOrder())
                    .thenComparing(row -> row.get(RunTable.ATTEMPT), Comparator.reverseOrder())
                    .thenComparing(row -> row.get(RunTable.STEP)))
            .toList();
    List<StoredRow> steps = runs.stream().filter(row -> row.is(RUN_ID, name)).toList();
    if (steps.isEmpty()) {
      throw nothing(name, runs);
    }
    List<StoredRow> own =
        steps.stream().filter(row -> row.is(EVALUATION_ID, evaluation())).toList();
    if (own.isEmpty()) {
      requireOwn(name, steps.get(0).get(EVALUATION_ID));
    }
    return own.stream()
        .map(row -> row.get(RunTable.ATTEMPT))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .flatMap(attempt -> publications.find(evaluation(), Run.note(name, attempt)).stream())
        .findFirst()
        .map(publication -> published(name, publication))
        .orElseThrow(
            () ->
                new UserProblem(
                    "Run " + name + " published nothing that is still known.",
                    "Of its steps, "
                        + String.join(
                            ", ",
                            own.stream()
                                .map(row -> row.get(RunTable.STEP) + " " + row.get(RunTable.STATUS))
                                .distinct()
                                .toList())
                        + ". Only 'compare' publishes, and commit history is kept for 90 days.",
                    "Name another run ('cityeval list runs'), or a day."));
  }

  private UserProblem nothing(String name, List<StoredRow> runs) {
    List<String> ids =
        runs.stream()
            .filter(row -> row.is(EVALUATION_ID, evaluation()))
            .filter(row -> row.is(RunTable.STEP, "compare"))
            .filter(row -> row.is(RunTable.STATUS, "succeeded"))
            .map(row -> row.get(RUN_ID))
            .distinct()
            .toList();
    List<String> nearby = new ArrayList<>(ids);
    publications.list().forEach(made -> nearby.add(made.evaluationId() + "@" + made.asOf()));
    return new UserProblem(
        "There is no vintage, publication or run " + name + " of " + evaluation() + ".",
        vintages()
            + (ids.isEmpty()
                ? ""
                : " Runs that published, newest first: "
                    + String.join(", ", ids.stream().limit(LISTED_RUNS).toList())
                    + (ids.size() > LISTED_RUNS ? ", ..." : "")
                    + "."),
        NearestName.find(name, nearby)
            .map(near -> "Did you mean " + near + "?")
            .orElse("Name a day (2020-12-14), EVALUATION@DAY or a run id."));
  }

  /** What was known on a day that no run evaluated. */
  private Compared known(String name, LocalDate day) {
    NavigableSet<LocalDate> days = sourceDays();
    if (days.floor(day) != null) {
      List<String> sources = config.sources().keySet().stream().map(config::sourceId).toList();
      return new Compared(name, day, Optional.empty(), sources);
    }
    throw new UserProblem(
        "There is no vintage " + name + " of " + evaluation() + ".",
        vintages(),
        days.isEmpty()
            ? "Run 'cityeval ingest' first."
            : "Name one of these days, or one after the first of them.");
  }

  private NavigableSet<LocalDate> sourceDays() {
    return new TreeSet<>(Vintage.observed(tables, config));
  }

  /** What there is, in a sentence or two. */
  private String vintages() {
    NavigableSet<LocalDate> days = sourceDays();
    List<LocalDate> evaluated =
        publications.list().stream()
            .filter(publication -> publication.evaluationId().equals(evaluation()))
            .map(Publication::asOf)
            .toList();
    return (days.isEmpty()
            ? "silver.observation holds nothing of the sources of the config."
            : "The sources were published on " + joined(days) + ".")
        + (evaluated.isEmpty() ? "" : " Evaluated and published: " + joined(evaluated) + ".");
  }

  private static String joined(Collection<LocalDate> days) {
    return String.join(", ", days.stream().map(LocalDate::toString).toList());
  }

  private void requireOwn(String name, String evaluation) {
    if (!evaluation.equals(evaluation())) {
      throw new UserProblem(
          name + " is of evaluation " + evaluation + ", and the config is of " + evaluation() + ".",
          "What is compared are two states of one evaluation.",
          "Name the config of " + evaluation + " with --config.");
    }
  }

  private static Compared published(String name, Publication publication) {
    return new Compared(
        name,
        publication.asOf(),
        Optional.of(publication),
        List.copyOf(publication.sourceVersions().keySet()));
  }

  private static Optional<LocalDate> day(String name) {
    try {
      return Optional.of(LocalDate.parse(name));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private String evaluation() {
    return config.evaluation().id();
  }
}
