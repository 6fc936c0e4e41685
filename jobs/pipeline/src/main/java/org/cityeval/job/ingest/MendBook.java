package org.cityeval.job.ingest;

import static org.cityeval.table.spec.Keys.RUN_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.Mapping;
import org.cityeval.ingest.Mend;
import org.cityeval.problem.UserProblem;
import org.cityeval.run.Run;
import org.cityeval.table.ops.MendTable;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.spec.TableRow;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.StoredRow;

/** Keeps in ops.mend what stands for refused records. */
public final class MendBook {
  private final Run run;

  public MendBook(Run run) {
    this.run = run;
  }

  /**
   * A mend as its author gives it.
   *
   * @param record what is read in the place of the refused record, JSON; empty to withdraw it
   * @param note who mended it, and why
   */
  public record Entry(String sourceId, String position, Optional<String> record, String note) {}

  /** The mends in force, by source. */
  Map<String, List<Mend>> mends() {
    Map<String, List<Mend>> mends = new TreeMap<>();
    run.warehouse().ensure(MendTable.SPEC);
    for (StoredRow row : own(MendTable.SPEC)) {
      mends
          .computeIfAbsent(row.get(SOURCE_ID), source -> new ArrayList<>())
          .add(
              new Mend(
                  row.get(MendTable.FILE),
                  row.get(MendTable.POSITION),
                  row.get(MendTable.RECORD),
                  Optional.ofNullable(row.get(MendTable.MENDED))));
    }
    return mends;
  }

  /**
   * Writes mends down; the next ingest applies them.
   *
   * @throws UserProblem if there is no such refused record; then none is written
   */
  public void write(List<Entry> entries) {
    refuseEvents(entries);
    refuseRequests(entries);
    Map<String, StoredRow> refused = refused(entries);
    List<String> unknown = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Entry entry : entries) {
      StoredRow of = refused.get(entry.sourceId() + " " + entry.position());
      if (of == null) {
        unknown.add(entry.sourceId() + " " + entry.position());
      } else {
        rows.add(
            new TableRow(MendTable.SPEC)
                .set(SOURCE_ID, entry.sourceId())
                .set(MendTable.FILE, of.get(MendTable.FILE))
                .set(MendTable.POSITION, entry.position())
                .set(MendTable.RECORD, of.get(MendTable.RECORD))
                .set(MendTable.MENDED, entry.record().orElse(null))
                .set(MendTable.NOTE, entry.note())
                .set(RUN_ID, run.identity().runId())
                .row());
      }
    }
    if (!unknown.isEmpty()) {
      throw new UserProblem(
          "No refused record at "
              + String.join("; ", unknown.subList(0, Math.min(5, unknown.size())))
              + (unknown.size() > 5 ? "; and " + (unknown.size() - 5) + " more" : "")
              + ".",
          "ops.quarantine holds none of " + run.evaluationId() + " there.",
          "List them with: cityeval sql \"select source_id, position, reason, record from"
              + " ops.quarantine\"");
    }
    run.warehouse()
        .replace(
            MendTable.SPEC,
            entries.stream()
                .map(entry -> Slice.ofPosition(entry.sourceId(), entry.position()))
                .reduce(Slice::or)
                .orElseThrow(),
            run.warehouse().rows(MendTable.SPEC, rows),
            run.note());
  }

  /** An event counts with others of its day, so it is mended where it stands. */
  private void refuseEvents(List<Entry> entries) {
    run.config()
        .sources()
        .forEach(
            (name, source) -> {
              boolean isMended =
                  entries.stream().anyMatch(entry -> entry.sourceId().equals(run.sourceId(name)));
              if (isMended && source.mapping().shape() == Mapping.Shape.EVENTS) {
                throw new UserProblem(
                    "sources." + name + " holds events, which requeue does not mend.",
                    "A mend stands for one record; an event is one of many behind a value.",
                    "Mend the event in its file; the next ingest reads that file again.");
              }
            });
  }

  /** What a register says of a request stands in one place, which is there. */
  private void refuseRequests(List<Entry> entries) {
    for (String name : run.config().requests().keySet()) {
      if (entries.stream().anyMatch(entry -> entry.sourceId().equals(run.sourceId(name)))) {
        throw new UserProblem(
            "requests." + name + " holds service requests, which requeue does not mend.",
            "A mend stands for a measure of a district's day.",
            "Mend the request in its file; the next ingest reads the register again.");
      }
    }
  }

  /** The refused records that entries speak of, and those that were refused before a mend. */
  private Map<String, StoredRow> refused(List<Entry> entries) {
    Set<String> places =
        entries.stream()
            .map(entry -> entry.sourceId() + " " + entry.position())
            .collect(Collectors.toSet());
    Map<String, StoredRow> refused = new TreeMap<>();
    // A mend that is mended stands for the record that was refused first.
    for (var table : List.of(QuarantineTable.SPEC, MendTable.SPEC)) {
      for (StoredRow row : own(table)) {
        String place = row.get(SOURCE_ID) + " " + row.get(MendTable.POSITION);
        if (places.contains(place)) {
          refused.put(place, row);
        }
      }
    }
    return refused;
  }

  /** Rows of the run's own sources. */
  private List<StoredRow> own(TableSpec table) {
    Set<String> sources =
        run.config().sources().keySet().stream().map(run::sourceId).collect(Collectors.toSet());
    return run.warehouse().stored().rows(table).whereAny(SOURCE_ID, sources).list();
  }
}
