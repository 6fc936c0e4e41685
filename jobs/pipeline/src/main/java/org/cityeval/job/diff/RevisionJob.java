package org.cityeval.job.diff;

import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cityeval.revision.MeasureCounts;
import org.cityeval.revision.Revisions;
import org.cityeval.revision.Revisions.Observations;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.warehouse.StoredRows;
import org.cityeval.warehouse.StoredTables;

/** Compares what the sources had said by A and by B. Reads silver, writes nothing. */
public final class RevisionJob {
  private final StoredTables tables;

  public RevisionJob(StoredTables tables) {
    this.tables = tables;
  }

  /** What is asked: the larger changes to count, and how many of the largest to list. */
  public record Question(double moreThan, int listed) {}

  /** A row per measure, and the largest changes of each. */
  public record Answer(Rows counts, Rows largest) {}

  /** Compares the observations of two sides. */
  public Answer compare(Compared a, Compared b, Question question) {
    MeasureCounts counts = new MeasureCounts(question.moreThan(), question.listed());
    new Revisions(a.asOf()).each(observations(a, b), counts::add);
    return new Answer(
        Rows.of(MeasureCounts.Line.class, counts.lines()),
        Rows.of(MeasureCounts.Change.class, counts.largest()));
  }

  /** The observations of both sides; the table is read twice only where they rest on two of it. */
  private List<Observations> observations(Compared a, Compared b) {
    if (a.observations().equals(b.observations())) {
      Set<String> sources = new HashSet<>(a.sources());
      sources.addAll(b.sources());
      return List.of(new Observations(rows(a, sources)::each, a::knows, b::knows));
    }
    return List.of(
        new Observations(rows(a, Set.copyOf(a.sources()))::each, a::knows, row -> false),
        new Observations(rows(b, Set.copyOf(b.sources()))::each, row -> false, b::knows));
  }

  private StoredRows rows(Compared side, Set<String> sources) {
    return side.observations()
        .map(version -> tables.rows(ObservationTable.SPEC, version))
        .orElseGet(() -> tables.rows(ObservationTable.SPEC))
        .columns(Revisions.COLUMNS)
        .whereAny(SOURCE_ID, sources);
  }
}
