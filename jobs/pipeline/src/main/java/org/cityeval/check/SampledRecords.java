package org.cityeval.check;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.Reason;
import org.cityeval.problem.UserProblem;

/** What became of the first records of a source, reason by reason. */
final class SampledRecords {
  private final long dated;

  /** What was found, without filtered and unreadable records. */
  private final List<Found> found;

  private SampledRecords(long dated, List<Found> found) {
    this.dated = dated;
    this.found = found;
  }

  /**
   * Counts records.
   *
   * @param records each with its reason, whether its day can be read, its position, and what is
   *     told of it or null
   */
  static SampledRecords of(List<Row> records) {
    Map<Reason, Found> all = new EnumMap<>(Reason.class);
    records.stream().map(Found::of).forEach(one -> all.merge(one.reason(), one, Found::and));
    return new SampledRecords(
        all.values().stream().mapToLong(Found::dated).sum(),
        all.values().stream()
            .filter(of -> of.reason() != Reason.FILTERED && !of.reason().isUnreadable())
            .toList());
  }

  /** Whether one has a day and one stands. Further records then show no problem. */
  boolean areUsable() {
    return dated > 0 && anyStands();
  }

  /**
   * The problem that they show.
   *
   * @param owner how messages name the source, such as {@code sources.cases}
   * @param holdsAllDistricts whether every row holds all districts of the source, so that one of
   *     foreign districts alone speaks of no other
   */
  Optional<UserProblem> problem(String owner, boolean holdsAllDistricts) {
    long looked = found.stream().mapToLong(Found::records).sum();
    if (looked > 0 && dated == 0) {
      return Optional.of(
          new UserProblem(
              owner + ": no date can be read.",
              "None of the first " + looked + " records has one; see " + first() + ".",
              "Correct the date of the source: a DATE, or text like 2020-03-01, as in"
                  + " to_date(day, 'd.M.yyyy')."));
    }
    if (anyStands()) {
      return Optional.empty();
    }
    return found.stream()
        .filter(
            of ->
                of.reason().outcome() == Outcome.QUARANTINED
                    || (holdsAllDistricts && of.reason() == Reason.FOREIGN_DISTRICT))
        .max(Comparator.comparingLong(Found::records))
        .map(
            most ->
                new UserProblem(
                    owner + ": none of the first " + looked + " records can be used.",
                    most.records()
                        + " of them "
                        + most.reason().code()
                        + ", such as at "
                        + most.first().position()
                        + ": "
                        + most.first().why(),
                    "Correct the expressions of " + owner + ", or its data."));
  }

  private boolean anyStands() {
    return found.stream()
        .anyMatch(
            of ->
                of.reason().outcome() != Outcome.QUARANTINED
                    && of.reason() != Reason.FOREIGN_DISTRICT
                    && of.reason() != Reason.FOREIGN_REGION);
  }

  private String first() {
    return found.stream().map(Found::first).min(Told.EARLIER).orElseThrow().position();
  }

  /** Where a record stands, and what is told of it. */
  private record Told(String position, String why) {
    /** A shorter position is an earlier line of the same file. */
    static final Comparator<Told> EARLIER =
        Comparator.comparingInt(
                (Told told) -> told.position().codePointCount(0, told.position().length()))
            .thenComparing(Told::position)
            .thenComparing(Told::why);

    static Told of(Row row) {
      return new Told(row.getString(2), row.isNullAt(3) ? "" : row.getString(3));
    }
  }

  /** What became of the records of one reason, and the first of them. */
  private record Found(Reason reason, long records, long dated, Told first) {
    static Found of(Row row) {
      return new Found(Reason.ofCode(row.getString(0)), 1, row.getBoolean(1) ? 1 : 0, Told.of(row));
    }

    Found and(Found other) {
      return new Found(
          reason,
          records + other.records,
          dated + other.dated,
          Told.EARLIER.compare(first, other.first) <= 0 ? first : other.first);
    }
  }
}
