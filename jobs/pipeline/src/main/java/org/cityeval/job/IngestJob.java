package org.cityeval.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
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
    try (LakeReading lake = new LakeReading(run, keys, districts)) {
      lake.read(readings);
      long kept = write(readings, lake);
      ledger.write(readings);
      return counts(readings, kept);
    }
  }

  private long write(List<SourceReading> readings, LakeReading lake) {
    readings.forEach(SourceGates::refuseUnusable);
    List<Check> checks = new ArrayList<>(SourceGates.lossChecks(run, readings));
    if (checks.stream().anyMatch(Check::stops)) {
      QualityGate.pass(run, checks);
    }
    Dataset<Row> records = lake.records();
    Dataset<Row> distinct = lake.distinct().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      ContractStep.Judged contract =
          new ContractStep(run, districts).judge(records, distinct, readings);
      Dataset<Row> judged = contract.records();
      judge(readings, judged);
      Dataset<Row> refused = Observations.refused(lake.neverGood(), judged, run.identity().runId());
      Warehouse.Commit quarantined =
          run.warehouse().replace(OpsTables.QUARANTINE, quarantine(readings), refused, run.note());
      checks.addAll(SourceGates.quarantineChecks(run, readings));
      checks.addAll(DistrictQuarantine.checks(run.config().quality(), records, judged));
      checks.addAll(contract.checks());
      QualityGate.pass(run, checks);
      long kept = new ObservationCommit(run, readings).write(judged);
      QualityGate.pass(
          run,
          List.of(equation(readings, kept, quarantined.rows() + behind(lake, judged)).check()));
      return kept;
    } finally {
      distinct.unpersist();
    }
  }

  /** Events behind values that a contract refuses: one row of quarantine stands for all of them. */
  private static long behind(LakeReading lake, Dataset<Row> judged) {
    if (!lake.holdsEvents()) {
      return 0;
    }
    Row more =
        judged
            .where(col("reason_code").notEqual(Reason.NONE.code()))
            .agg(functions.sum(col("records").minus(1)))
            .head();
    return more.isNullAt(0) ? 0 : more.getLong(0);
  }

  private static void judge(List<SourceReading> readings, Dataset<Row> judged) {
    Map<FileTallies.Place, Map<Reason, Long>> duplicates = FileTallies.duplicates(judged);
    for (SourceReading reading : readings) {
      duplicates.forEach(
          (place, found) -> {
            if (place.sourceId().equals(reading.sourceId()) && place.file() != null) {
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
