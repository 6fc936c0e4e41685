package org.cityeval.job.diff;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.MEASURE;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.revision.Revisions;
import org.cityeval.run.KeptRows;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.warehouse.Warehouse;

/** Compares what the sources had said by A and by B. Reads silver, writes nothing. */
public final class RevisionJob {
  private final Warehouse warehouse;

  public RevisionJob(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** What is asked: the larger changes to count, and how many of the largest to list. */
  public record Question(double moreThan, int listed) {}

  /** A row per measure, and the largest changes of each. */
  public record Answer(Rows counts, Rows largest) {}

  /** Compares the observations of two sides. */
  public Answer compare(Compared a, Compared b, Question question) {
    Dataset<Row> observations = known(a, b);
    Dataset<Row> found =
        new Revisions(a.asOf(), newestPublication(observations)).compare(observations);
    try (KeptRows kept = KeptRows.of(found)) {
      Dataset<Row> revisions = kept.rows();
      return new Answer(
          Rows.of(Revisions.counts(revisions, question.moreThan())),
          Rows.of(Revisions.largest(revisions, question.listed())));
    }
  }

  /** The observations of both sides; the table is read twice only where they rest on two of it. */
  private Dataset<Row> known(Compared a, Compared b) {
    if (a.observations().equals(b.observations())) {
      return read(a)
          .withColumn(Revisions.KNOWN_A, a.knows())
          .withColumn(Revisions.KNOWN_B, b.knows());
    }
    return read(a)
        .withColumn(Revisions.KNOWN_A, a.knows())
        .withColumn(Revisions.KNOWN_B, lit(false))
        .unionByName(
            read(b)
                .withColumn(Revisions.KNOWN_A, lit(false))
                .withColumn(Revisions.KNOWN_B, b.knows()));
  }

  private Dataset<Row> read(Compared side) {
    return side.observations()
        .map(version -> warehouse.read(ObservationTable.SPEC, version))
        .orElseGet(() -> warehouse.read(ObservationTable.SPEC));
  }

  /** The last day, known to B, on which each measure was published. */
  private static Map<String, LocalDate> newestPublication(Dataset<Row> observations) {
    Map<String, LocalDate> newest = new TreeMap<>();
    observations
        .where(col(Revisions.KNOWN_B))
        .groupBy(MEASURE.col())
        .agg(max(AS_OF.col()).as(AS_OF.name()))
        .collectAsList()
        .forEach(row -> newest.put(MEASURE.of(row), AS_OF.of(row)));
    return newest;
  }
}
