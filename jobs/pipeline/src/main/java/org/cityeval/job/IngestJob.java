package org.cityeval.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.cityeval.config.Mapping;
import org.cityeval.config.QualityConfig.Severity;
import org.cityeval.config.SourceConfig;
import org.cityeval.events.EventAggregation;
import org.cityeval.ingest.Deduplication;
import org.cityeval.ingest.Observations;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.SourceRecords;
import org.cityeval.ingest.Tally;
import org.cityeval.problem.SourceProblem;
import org.cityeval.source.District;
import org.cityeval.source.LakeSource;
import org.cityeval.table.OpsTables;
import org.cityeval.table.SilverTables;
import org.cityeval.table.Slice;
import org.cityeval.table.Warehouse;

/** Reads every source once: lake to silver.observation and ops.quarantine. */
public final class IngestJob {
  private final Run run;
  private final List<District> districts;

  public IngestJob(Run run, List<District> districts) {
    this.run = run;
    this.districts = districts;
  }

  /** Ingests all sources in two commits; nothing is written if one of them is absent or late. */
  public RunLog.Counts run() {
    Map<String, EventIngest> events = events();
    Dataset<Row> records = records().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return write(records, events);
    } finally {
      records.unpersist();
      events.values().forEach(EventIngest::close);
    }
  }

  private Map<String, EventIngest> events() {
    Map<String, EventIngest> events = new TreeMap<>();
    run.config()
        .sources()
        .forEach(
            (name, source) -> {
              if (source.mapping().shape() == Mapping.Shape.EVENTS) {
                String id = run.sourceId(name);
                events.put(id, new EventIngest(run.spark(), name, id, source, districts));
              }
            });
    return events;
  }

  private Dataset<Row> records() {
    Dataset<Row> known = DistrictRows.keys(run.spark(), districts);
    List<Dataset<Row>> all = new ArrayList<>();
    for (Map.Entry<String, SourceConfig> source : run.config().sources().entrySet()) {
      if (source.getValue().mapping().shape() == Mapping.Shape.EVENTS) {
        continue;
      }
      String owner = "sources." + source.getKey();
      Dataset<Row> lake = LakeSource.read(run.spark(), owner, source.getValue().location());
      all.add(new SourceRecords(run.sourceId(source.getKey()), source.getValue()).of(lake, known));
    }
    return all.stream()
        .reduce(Dataset::unionByName)
        .orElseGet(() -> EventAggregation.none(run.spark()));
  }

  private RunLog.Counts write(Dataset<Row> records, Map<String, EventIngest> events) {
    Map<String, Tally> tallies = Tally.of(records);
    events.forEach((source, read) -> tallies.put(source, read.tally()));
    refuseUnusable(tallies);
    Warehouse warehouse = run.warehouse();
    Dataset<Row> good = records.where(col("reason_code").equalTo(Reason.NONE.code()));
    Dataset<Row> neverGood = records.where(col("reason_code").notEqual(Reason.NONE.code()));
    Dataset<Row> single = Deduplication.of(good);
    for (EventIngest read : events.values()) {
      single = single.unionByName(read.values(), true);
      neverGood = neverGood.unionByName(read.refused(), true);
    }
    Dataset<Row> judged = single.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<String, Long> identical = countOf(judged, Reason.IDENTICAL_DUPLICATE);
      Map<String, Long> conflicting = countOf(judged, Reason.CONFLICTING_DUPLICATE);
      Observations observations = new Observations(run.config(), tallies);
      Dataset<Row> refused = observations.refused(neverGood, judged);
      Warehouse.Commit quarantined =
          warehouse.replace(OpsTables.QUARANTINE, versions(tallies), refused, run.note());
      QualityGate.pass(run, quarantineChecks(tallies, conflicting));
      Warehouse.Commit kept =
          warehouse.replace(
              SilverTables.OBSERVATION, vintages(tallies), observations.kept(judged), run.note());
      long in = tallies.values().stream().mapToLong(Tally::records).sum();
      RecordEquation equation =
          new RecordEquation(
              in,
              kept.rows() + behindOneValue(judged),
              total(tallies, Outcome.MISSING),
              total(tallies, Outcome.OUT_OF_SCOPE),
              quarantined.rows(),
              identical.values().stream().mapToLong(Long::longValue).sum()
                  + total(tallies, Outcome.DEDUPLICATED));
      QualityGate.pass(run, List.of(equation.check()));
      Map<String, String> versions = new TreeMap<>();
      tallies.forEach((source, tally) -> versions.put(source, tally.version()));
      return new RunLog.Counts(versions, in, kept.rows());
    } finally {
      judged.unpersist();
    }
  }

  /** Records of the lake that stand behind a value besides the first. */
  private static long behindOneValue(Dataset<Row> judged) {
    if (!List.of(judged.columns()).contains("records")) {
      return 0;
    }
    return judged
        .agg(functions.coalesce(functions.sum(col("records").minus(1)), functions.lit(0L)))
        .head()
        .getLong(0);
  }

  private static Map<String, Long> countOf(Dataset<Row> judged, Reason reason) {
    Map<String, Long> bySource = new TreeMap<>();
    judged
        .where(col("reason_code").equalTo(reason.code()))
        .groupBy("source_id")
        .count()
        .collectAsList()
        .forEach(row -> bySource.put(row.getString(0), row.getLong(1)));
    return bySource;
  }

  private static long total(Map<String, Tally> tallies, Outcome outcome) {
    return tallies.values().stream().mapToLong(tally -> tally.of(outcome)).sum();
  }

  private void refuseUnusable(Map<String, Tally> tallies) {
    for (Map.Entry<String, SourceConfig> source : run.config().sources().entrySet()) {
      Tally tally = tallies.get(run.sourceId(source.getKey()));
      if (tally == null || (tally.lastDay() == null && isWithinQuarantineLimit(tally))) {
        throw new SourceProblem(
            "sources." + source.getKey() + ": not one usable record.",
            tally == null
                ? LakeSource.place(source.getValue().location()) + " holds no rows."
                : LakeSource.place(source.getValue().location())
                    + " holds "
                    + tally.records()
                    + " records: "
                    + tally.of(Outcome.QUARANTINED)
                    + " refused, "
                    + tally.of(Outcome.OUT_OF_SCOPE)
                    + " out of scope, "
                    + tally.of(Outcome.MISSING)
                    + " missing.",
            "Check the source and its expressions with 'cityeval check'; what was published stays.");
      }
      if (source.getValue().expectedThrough() != null
          && tally.lastDay() != null
          && tally.lastDay().isBefore(source.getValue().expectedThrough())) {
        throw new SourceProblem(
            "sources." + source.getKey() + " is late: its last day is " + tally.lastDay() + ".",
            "expected_through says "
                + source.getValue().expectedThrough()
                + "; read was "
                + LakeSource.place(source.getValue().location())
                + ".",
            "Rerun when the data have come; what was published stays.");
      }
    }
  }

  /** A source that is refused beyond it is not empty: the gate stops the run, and tells why. */
  private boolean isWithinQuarantineLimit(Tally tally) {
    return tally.of(Outcome.QUARANTINED)
        <= run.config().quality().maximumQuarantinedShare() * tally.records();
  }

  private List<Check> quarantineChecks(Map<String, Tally> tallies, Map<String, Long> conflicting) {
    double most = run.config().quality().maximumQuarantinedShare();
    List<Check> checks = new ArrayList<>();
    tallies.forEach(
        (source, tally) -> {
          long refused = tally.of(Outcome.QUARANTINED) + conflicting.getOrDefault(source, 0L);
          checks.add(
              new Check(
                  "quarantined share of " + source,
                  Severity.FAIL,
                  refused <= most * tally.records(),
                  String.format(
                      Locale.ROOT,
                      "%.4f (%d of %d records)",
                      (double) refused / tally.records(),
                      refused,
                      tally.records()),
                  "at most " + most));
        });
    return checks;
  }

  private static Slice versions(Map<String, Tally> tallies) {
    return tallies.entrySet().stream()
        .map(entry -> Slice.ofSourceVersion(entry.getKey(), entry.getValue().version()))
        .reduce(Slice::or)
        .orElseThrow();
  }

  /** A source published again for the same day replaces what it said before. */
  private static Slice vintages(Map<String, Tally> tallies) {
    return tallies.entrySet().stream()
        .map(entry -> Slice.ofSource(entry.getKey(), entry.getValue().asOf()))
        .reduce(Slice::or)
        .orElseThrow();
  }
}
