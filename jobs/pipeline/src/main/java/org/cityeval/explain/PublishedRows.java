package org.cityeval.explain;

import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.Keys.PERIOD_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cityeval.problem.NearestName;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Publication;
import org.cityeval.warehouse.Publications;
import org.cityeval.warehouse.StoredRow;

/** Finds what the current publications say of a district or city. */
final class PublishedRows {
  private final Publications publications;

  /** Rows of one publication, in the order of their table's key. */
  record Found(Publication publication, List<StoredRow> rows) {}

  PublishedRows(Publications publications) {
    this.publications = publications;
  }

  /**
   * The rows of a table about a subject.
   *
   * @param where what else is asked of the rows
   * @param what how the rows are called in a message, as in "value of E4"
   * @throws UserProblem if nothing such is published, or several evaluations publish it
   */
  Found of(TableSpec table, Explainer.Subject subject, Predicate<StoredRow> where, String what) {
    List<Publication> searched = searched(subject);
    List<Found> found = new ArrayList<>();
    for (Publication publication : searched) {
      List<StoredRow> rows =
          publications
              .rows(publication, table)
              .where(DISTRICT_ID, subject.districtId())
              .where(PERIOD_ID, subject.periodId())
              .where(where)
              .list();
      List<StoredRow> ofLevel = ofLevel(rows, subject.level());
      if (!ofLevel.isEmpty()) {
        found.add(new Found(publication, ofLevel));
      }
    }
    if (found.isEmpty()) {
      throw nothing(searched, table, subject, where, what);
    }
    if (found.size() > 1) {
      throw new UserProblem(
          "Several evaluations publish " + subject.districtId() + ".",
          String.join(", ", found.stream().map(of -> of.publication().evaluationId()).toList())
              + ".",
          "Name one with --evaluation.");
    }
    return found.get(0);
  }

  /**
   * The subject by its id, where it was asked for by its name.
   *
   * @throws UserProblem if several have the name
   */
  Explainer.Subject identified(Explainer.Subject asked) {
    return new NamedSubjects(publications, searched(asked)).identified(asked);
  }

  private List<Publication> searched(Explainer.Subject subject) {
    return publications.listCurrent().stream()
        .filter(
            publication ->
                subject.evaluationId() == null
                    || publication.evaluationId().equals(subject.evaluationId()))
        .toList();
  }

  /** Those of the level asked for; if none is, those of the district before those of the city. */
  static List<StoredRow> ofLevel(List<StoredRow> rows, Level asked) {
    Level level =
        asked != null
            ? asked
            : rows.stream().anyMatch(row -> is(row, Level.DISTRICT)) ? Level.DISTRICT : Level.CITY;
    return rows.stream().filter(row -> is(row, level)).toList();
  }

  private static boolean is(StoredRow row, Level level) {
    return row.is(LEVEL, level.id());
  }

  private UserProblem nothing(
      List<Publication> searched,
      TableSpec table,
      Explainer.Subject subject,
      Predicate<StoredRow> where,
      String what) {
    TreeSet<String> periods = new TreeSet<>();
    for (Publication publication : searched) {
      publications
          .rows(publication, table)
          .where(DISTRICT_ID, subject.districtId())
          .where(where.and(row -> subject.level() == null || is(row, subject.level())))
          .each(row -> periods.add(row.get(PERIOD_ID)));
    }
    boolean isKnown = !periods.isEmpty();
    return new UserProblem(
        isKnown
            ? "There is no period " + subject.periodId() + " of " + subject.districtId() + "."
            : "Nothing is published of a "
                + (subject.level() == null ? "district or city" : subject.level().id())
                + " "
                + subject.districtId()
                + ".",
        isKnown
            ? "Its periods are " + String.join(", ", periods) + "."
            : searched.size()
                + (searched.size() == 1 ? " evaluation was" : " evaluations were")
                + " searched for "
                + what
                + ".",
        (isKnown
                ? NearestName.find(subject.periodId(), List.copyOf(periods))
                : new NamedSubjects(publications, searched).nearest(subject.districtId()))
            .map(name -> "Did you mean " + name + "?")
            .orElse("See ids and names with: cityeval sql \"select * from current.dim_district\""));
  }
}
