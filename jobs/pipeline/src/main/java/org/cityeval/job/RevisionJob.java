package org.cityeval.job;

import static org.apache.spark.sql.functions.col;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.problem.UserProblem;
import org.cityeval.revision.Revisions;
import org.cityeval.table.Warehouse;

/** Compares what an evaluation's sources had said by two days. Reads silver, writes nothing. */
public final class RevisionJob {
  private final EvaluationConfig config;
  private final Dataset<Row> observations;

  public RevisionJob(Warehouse warehouse, EvaluationConfig config) {
    this.config = config;
    this.observations = Vintage.observations(warehouse, config);
  }

  /** What is asked: the larger changes to count, and how many of the largest to list. */
  public record Question(double moreThan, int listed) {}

  /** Rows under their headings. */
  public record Rows(List<String> columns, List<List<Object>> rows) {
    private static Rows of(Dataset<Row> few) {
      List<List<Object>> rows = new ArrayList<>();
      for (Row row : few.collectAsList()) {
        Object[] cells = new Object[row.size()];
        Arrays.setAll(cells, row::get);
        rows.add(Arrays.asList(cells));
      }
      return new Rows(Arrays.asList(few.columns()), rows);
    }
  }

  /** A row per measure, and the largest changes of each. */
  public record Answer(Rows counts, Rows largest) {}

  /** A day of publication of a measure. */
  private record Published(String measure, LocalDate asOf) {}

  /**
   * Compares two vintages, named by a day: what was known on it.
   *
   * @throws UserProblem if a name is no day, nothing was published by it, or the days are not in
   *     order
   */
  public Answer compare(String a, String b, Question question) {
    List<Published> published = published();
    LocalDate earlier = day(a, published);
    LocalDate later = day(b, published);
    if (!earlier.isBefore(later)) {
      throw new UserProblem(
          "A is " + earlier + " and B is " + later + ".",
          "Changes are told from the earlier day to the later one.",
          earlier.equals(later) ? "Name two days." : "Swap the two.");
    }
    Map<String, LocalDate> newest = new TreeMap<>();
    published.stream()
        .filter(publication -> !publication.asOf().isAfter(later))
        .forEach(
            publication ->
                newest.merge(
                    publication.measure(),
                    publication.asOf(),
                    (one, other) -> one.isAfter(other) ? one : other));
    Dataset<Row> revisions =
        new Revisions(earlier, later, newest)
            .of(observations)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return new Answer(
          Rows.of(Revisions.counts(revisions, question.moreThan())),
          Rows.of(Revisions.largest(revisions, question.listed())));
    } finally {
      revisions.unpersist();
    }
  }

  /** A run or a release would be resolved here too, to the day and tables it rests on. */
  private LocalDate day(String name, List<Published> published) {
    TreeSet<LocalDate> days = new TreeSet<>();
    published.forEach(publication -> days.add(publication.asOf()));
    try {
      LocalDate day = LocalDate.parse(name);
      if (days.floor(day) != null) {
        return day;
      }
    } catch (DateTimeException noDay) {
      // Told below, as a day before the first publication is.
    }
    throw new UserProblem(
        "There is no vintage " + name + " of " + config.evaluation().id() + ".",
        days.isEmpty()
            ? "silver.observation holds nothing of the sources of the config."
            : "The sources were published on "
                + String.join(", ", days.stream().map(LocalDate::toString).toList())
                + ".",
        days.isEmpty()
            ? "Run 'cityeval ingest' with the same --config and --warehouse first."
            : "Name one of these days, or one after the first of them.");
  }

  private List<Published> published() {
    return observations.select(col("measure"), col("as_of")).distinct().collectAsList().stream()
        .map(row -> new Published(row.getString(0), row.getAs(1)))
        .toList();
  }
}
