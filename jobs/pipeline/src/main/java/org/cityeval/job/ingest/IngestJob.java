package org.cityeval.job.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Mend;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.place.District;
import org.cityeval.run.Check;
import org.cityeval.run.QualityGate;
import org.cityeval.run.Run;
import org.cityeval.run.RunLog;
import org.cityeval.run.Vintage;

/**
 * Reads what is new in the lake: to silver.observation, silver.service_request and ops.quarantine.
 * What an earlier run read and nobody changed since is left as it stands.
 */
public final class IngestJob {
  private final Run run;
  private final List<District> districts;

  public IngestJob(Run run, List<District> districts) {
    this.run = run;
    this.districts = districts;
  }

  /** Ingests all there is; nothing is written if a part is absent, partial, empty or late. */
  public RunLog.Counts run() {
    SourceLedger ledger = new SourceLedger(run);
    Map<String, List<ReadPlan.Known>> known = ledger.known();
    Map<String, List<Mend>> mends = new MendBook(run).mends();
    DistrictKeys keys = new DistrictKeys(run.spark(), run.config(), districts);
    List<SourceReading> sources = new ArrayList<>();
    for (String name : run.config().sources().keySet()) {
      String sourceId = run.sourceId(name);
      sources.add(
          SourceReading.of(
              run,
              name,
              known.getOrDefault(sourceId, List.of()),
              mends.getOrDefault(sourceId, List.of()),
              keys));
    }
    RequestIngest requests =
        RequestIngest.plan(run, sourceId -> known.getOrDefault(sourceId, List.of()), keys);
    List<Reading> readings =
        Stream.<Reading>concat(sources.stream(), requests.readings().stream()).toList();
    if (readings.stream().allMatch(reading -> reading.toRead().isEmpty())) {
      readings.forEach(SourceGates::refuseUnusable);
      return counts(readings, 0);
    }
    try (requests;
        ObservationIngest observations = new ObservationIngest(run, sources, keys, districts)) {
      observations.read();
      requests.read();
      long kept = write(readings, observations, requests);
      ledger.write(readings);
      return counts(readings, kept);
    }
  }

  /** All gates come before silver: what stops one part of the lake stops all of it. */
  private long write(
      List<Reading> readings, ObservationIngest observations, RequestIngest requests) {
    readings.forEach(SourceGates::refuseUnusable);
    List<Check> checks = new ArrayList<>(SourceGates.lossChecks(run, readings));
    if (checks.stream().anyMatch(Check::stops)) {
      QualityGate.pass(run, checks);
    }
    observations.judge();
    requests.judge();
    long quarantined = observations.quarantine() + requests.quarantine();
    SourceGates.refuseWhollyRefused(run, readings);
    checks.addAll(SourceGates.quarantineChecks(run, readings));
    checks.addAll(
        DistrictQuarantine.checks(
            run,
            both(observations.records().stream(), requests.records().stream()),
            both(observations.judged().stream(), requests.judged().stream())));
    checks.addAll(observations.contractChecks());
    QualityGate.pass(run, checks);
    long kept = observations.commit() + requests.commit();
    QualityGate.pass(run, List.of(equation(readings, kept, quarantined).check()));
    return kept;
  }

  private static List<Dataset<Row>> both(Stream<Dataset<Row>> one, Stream<Dataset<Row>> other) {
    return Stream.concat(one, other).toList();
  }

  private static RecordEquation equation(List<Reading> readings, long kept, long quarantined) {
    return new RecordEquation(
        readings.stream().mapToLong(Reading::held).sum(),
        kept,
        total(readings, Outcome.MISSING),
        total(readings, Outcome.OUT_OF_SCOPE),
        quarantined,
        total(readings, Outcome.DEDUPLICATED));
  }

  private static long total(List<Reading> readings, Outcome outcome) {
    return readings.stream().mapToLong(reading -> reading.read().of(outcome)).sum();
  }

  private RunLog.Counts counts(List<Reading> readings, long kept) {
    return new RunLog.Counts(
        Vintage.sourceVersions(run),
        readings.stream().mapToLong(reading -> reading.read().records()).sum(),
        kept);
  }
}
