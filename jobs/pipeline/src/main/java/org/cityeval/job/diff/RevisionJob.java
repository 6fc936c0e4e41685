package org.cityeval.job.diff;

import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityeval.revision.MeasureCounts;
import org.cityeval.revision.Revisions;
import org.cityeval.revision.Revisions.Observations;
import org.cityeval.table.silver.ObservationTable;
import org.cityeval.warehouse.StoredRows;
import org.cityeval.warehouse.StoredTables;
import org.cityeval.warehouse.TableFiles;

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

  /**
   * The observations of both sides. Most files of two versions are the same: those are read once.
   */
  private List<Observations> observations(Compared a, Compared b) {
    if (!tables.exists(ObservationTable.SPEC)) {
      return List.of();
    }
    Set<String> shared = files(a);
    shared.retainAll(files(b));
    Set<String> sources = new HashSet<>(a.sources());
    sources.addAll(b.sources());
    return List.of(
        new Observations(
            rows(a).whereAny(SOURCE_ID, sources).inFiles(shared::contains)::each,
            a::knows,
            b::knows),
        new Observations(ofItsOwn(a, shared)::each, a::knows, row -> false),
        new Observations(ofItsOwn(b, shared)::each, row -> false, b::knows));
  }

  private StoredRows ofItsOwn(Compared side, Set<String> shared) {
    return rows(side)
        .whereAny(SOURCE_ID, Set.copyOf(side.sources()))
        .inFiles(file -> !shared.contains(file));
  }

  private StoredRows rows(Compared side) {
    return tables.rows(ObservationTable.SPEC, version(side)).columns(Revisions.COLUMNS);
  }

  private long version(Compared side) {
    return side.observations().orElseGet(() -> tables.version(ObservationTable.SPEC));
  }

  /** The files that are all there is to their rows; none of a table that says more of them. */
  private Set<String> files(Compared side) {
    TableFiles files = tables.files(ObservationTable.SPEC, version(side));
    return files.needNewerReader()
        ? new HashSet<>()
        : files.files().stream()
            .map(TableFiles.DataFile::path)
            .collect(Collectors.toCollection(HashSet::new));
  }
}
