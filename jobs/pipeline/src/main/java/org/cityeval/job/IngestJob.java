package org.cityeval.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.cityeval.ingest.Deduplication;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Mend;
import org.cityeval.ingest.Observations;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.source.District;
import org.cityeval.table.OpsTables;
import org.cityeval.table.Slice;
import org.cityeval.table.Warehouse;

/**
 * Reads what is new in the sources: lake to silver.observation and ops.quarantine. What an earlier
 * run read and nobody changed since is left as it stands.
 */
public final class IngestJob {
  private final Run run;
  private final List<District> districts;

  public IngestJob(Run run, List<District> districts) {
    this.run = run;
    this.districts = districts;
  }

  /** Ingests all sources; nothing is written if one of them is absent, partial, empty or late. */
  public RunLog.Counts run() {
    SourceLedger ledger = new SourceLedger(run);
    Map<String, List<ReadPlan.Known>> known = ledger.known();
    Map<String, List<Mend>> mends = new MendBook(run).mends();
    DistrictKeys keys = new DistrictKeys(run.spark(), run.config(), districts);
    List<SourceReading> readings = new ArrayList<>();
    for (String name : run.config().sources().keySet()) {
      String sourceId = run.sourceId(name);
      readings.add(
          SourceReading.of(
              run,
              name,
              known.getOrDefault(sourceId, List.of()),
              mends.getOrDefault(sourceId, List.of()),
              keys));
    }
    if (readings.stream().allMatch(reading -> reading.toRead().isEmpty())) {
      readings.forEach(SourceGates::refuseUnusable);
      return counts(readings, 0);
    }
    readings.forEach(SourceReading::somethingIsRead);
    Map<String, Set<String>> first = new TreeMap<>();
    readings.forEach(reading -> first.put(reading.name(), reading.toRead()));
    Dataset<Row> records = records(readings, first, keys).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<String, Set<String>> companions = take(readings, records);
      long kept =
          isEmpty(companions)
              ? write(readings, records)
              : writeBoth(readings, records, records(readings, companions, keys));
      ledger.write(readings);
      return counts(readings, kept);
    } finally {
      records.unpersist();
    }
  }

  private static boolean isEmpty(Map<String, Set<String>> files) {
    return files.values().stream().allMatch(Set::isEmpty);
  }

  private long writeBoth(
      List<SourceReading> readings, Dataset<Row> records, Dataset<Row> companions) {
    Dataset<Row> further = companions.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      take(readings, further);
      return write(readings, records.unionByName(further));
    } finally {
      further.unpersist();
    }
  }

  private static Dataset<Row> records(
      List<SourceReading> readings, Map<String, Set<String>> files, DistrictKeys keys) {
    List<Dataset<Row>> all = new ArrayList<>();
    for (SourceReading reading : readings) {
      Set<String> chosen = files.get(reading.name());
      if (!chosen.isEmpty()) {
        all.add(reading.records(chosen, keys));
      }
    }
    return all.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  /** Counts the records by file; what has to be read besides them is returned by source. */
  private static Map<String, Set<String>> take(List<SourceReading> readings, Dataset<Row> records) {
    Map<String, List<FileTally>> tallies = FileTallies.of(records);
    Map<String, Set<String>> companions = new TreeMap<>();
    readings.forEach(
        reading ->
            companions.put(
                reading.name(),
                reading.found(tallies.getOrDefault(reading.sourceId(), List.of()))));
    return companions;
  }

  private long write(List<SourceReading> readings, Dataset<Row> records) {
    readings.forEach(SourceGates::refuseUnusable);
    QualityGate.pass(run, SourceGates.lossChecks(run, readings));
    Dataset<Row> good = records.where(col("reason_code").equalTo(Reason.NONE.code()));
    Dataset<Row> distinct = Deduplication.of(good).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      ContractStep.Judged contract =
          new ContractStep(run, districts).judge(records, distinct, readings);
      Dataset<Row> judged = contract.records();
      judge(readings, judged);
      Dataset<Row> refused =
          Observations.refused(
              records.where(col("reason_code").notEqual(Reason.NONE.code())),
              judged,
              run.identity().runId());
      Warehouse.Commit quarantined =
          run.warehouse().replace(OpsTables.QUARANTINE, quarantine(readings), refused, run.note());
      List<Check> checks = new ArrayList<>(SourceGates.quarantineChecks(run, readings));
      checks.addAll(DistrictQuarantine.checks(run.config().quality(), records, judged));
      checks.addAll(contract.checks());
      QualityGate.pass(run, checks);
      long kept = new ObservationCommit(run, readings).write(judged);
      QualityGate.pass(run, List.of(equation(readings, kept, quarantined.rows()).check()));
      return kept;
    } finally {
      distinct.unpersist();
    }
  }

  private static void judge(List<SourceReading> readings, Dataset<Row> judged) {
    Map<FileTallies.Place, Map<Reason, Long>> duplicates = FileTallies.duplicates(judged);
    for (SourceReading reading : readings) {
      duplicates.forEach(
          (place, found) -> {
            if (place.sourceId().equals(reading.sourceId())) {
              reading.judged(place.file(), Optional.ofNullable(place.asOf()), found);
            }
          });
    }
  }

  private static Slice quarantine(List<SourceReading> readings) {
    return readings.stream()
        .filter(reading -> !reading.replacedFiles().isEmpty())
        .map(
            reading ->
                reading.readsAll()
                    ? Slice.ofSource(reading.sourceId())
                    : Slice.ofFiles(reading.sourceId(), reading.replacedFiles()))
        .reduce(Slice::or)
        .orElseThrow();
  }

  private static RecordEquation equation(
      List<SourceReading> readings, long kept, long quarantined) {
    return new RecordEquation(
        readings.stream().mapToLong(reading -> reading.read().records()).sum(),
        kept,
        total(readings, Outcome.MISSING),
        total(readings, Outcome.OUT_OF_SCOPE),
        quarantined,
        total(readings, Outcome.DEDUPLICATED));
  }

  private static long total(List<SourceReading> readings, Outcome outcome) {
    return readings.stream().mapToLong(reading -> reading.read().of(outcome)).sum();
  }

  private RunLog.Counts counts(List<SourceReading> readings, long kept) {
    return new RunLog.Counts(
        Vintage.sourceVersions(run, run.knownOn().orElse(LocalDate.of(9999, 12, 31))),
        readings.stream().mapToLong(reading -> reading.read().records()).sum(),
        kept);
  }
}
