package org.cityeval.job.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Mend;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.place.District;
import org.cityeval.run.Check;
import org.cityeval.run.CompiledPlans;
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
    DistrictKeys keys = new DistrictKeys(run.spark(), run.config(), districts);
    Map<String, List<ReadPlan.Known>> known = ledger.known();
    List<SourceReading> sources = sources(known, keys);
    List<RequestReading> registers = registers(known, keys);
    if (Stream.concat(sources.stream(), registers.stream()).allMatch(Reading::isUnchanged)) {
      List<ReadFiles<?>> unread =
          Stream.<Reading>concat(sources.stream(), registers.stream())
              .<ReadFiles<?>>map(ReadFiles::planned)
              .toList();
      unread.forEach(SourceGates::refuseUnusable);
      return counts(unread, 0);
    }
    CompiledPlans.fitLake(
        run.spark(),
        Stream.<Reading>concat(sources.stream(), registers.stream())
            .flatMap(Reading::toRead)
            .toList());
    try (ReadObservations observations = LakeReading.read(run, sources, keys, districts);
        ReadRequests requests = ReadRequests.read(run, registers, keys)) {
      List<Check> losses = losses(files(observations.files(), requests.files()));
      try (JudgedRecords judged = observations.judge();
          JudgedRecords judgedRequests = requests.judge()) {
        List<ReadFiles<?>> files = files(judged.files(), judgedRequests.files());
        long kept = write(files, List.of(judged, judgedRequests), losses);
        ledger.write(files);
        return counts(files, kept);
      }
    }
  }

  private List<SourceReading> sources(Map<String, List<ReadPlan.Known>> known, DistrictKeys keys) {
    Map<String, List<Mend>> mends = new MendBook(run).mends();
    List<SourceReading> sources = new ArrayList<>();
    for (String name : run.config().sources().keySet()) {
      String sourceId = run.sourceId(name);
      sources.add(
          SourceReading.plan(
              run,
              name,
              known.getOrDefault(sourceId, List.of()),
              mends.getOrDefault(sourceId, List.of()),
              keys));
    }
    return sources;
  }

  private List<RequestReading> registers(
      Map<String, List<ReadPlan.Known>> known, DistrictKeys keys) {
    return run.config().requests().keySet().stream()
        .map(
            name ->
                RequestReading.plan(
                    run, name, known.getOrDefault(run.sourceId(name), List.of()), keys))
        .toList();
  }

  private static List<ReadFiles<?>> files(
      List<? extends ReadFiles<?>> sources, List<? extends ReadFiles<?>> registers) {
    return Stream.<ReadFiles<?>>concat(sources.stream(), registers.stream()).toList();
  }

  /** Stops before duplicates are looked for where a part is unusable or has lost too much. */
  private List<Check> losses(List<ReadFiles<?>> files) {
    files.forEach(SourceGates::refuseUnusable);
    List<Check> checks = SourceGates.lossChecks(run, files);
    if (checks.stream().anyMatch(Check::stops)) {
      QualityGate.pass(run, checks);
    }
    return checks;
  }

  /** All gates come before silver: what stops one part of the lake stops all of it. */
  private long write(List<ReadFiles<?>> files, List<JudgedRecords> judged, List<Check> losses) {
    List<Check> checks = new ArrayList<>(losses);
    long quarantined = judged.stream().mapToLong(JudgedRecords::quarantine).sum();
    SourceGates.refuseWhollyRefused(run, files);
    checks.addAll(SourceGates.quarantineChecks(run, files));
    checks.addAll(
        DistrictQuarantine.checks(
            run,
            judged.stream().flatMap(part -> part.records().stream()).toList(),
            judged.stream().flatMap(part -> part.judged().stream()).toList()));
    judged.forEach(part -> checks.addAll(part.contractChecks()));
    QualityGate.pass(run, checks);
    long kept = judged.stream().mapToLong(JudgedRecords::commit).sum();
    QualityGate.pass(run, List.of(equation(files, kept, quarantined).check()));
    return kept;
  }

  private static RecordEquation equation(List<ReadFiles<?>> files, long kept, long quarantined) {
    return new RecordEquation(
        files.stream().mapToLong(ReadFiles::held).sum(),
        kept,
        total(files, Outcome.MISSING),
        total(files, Outcome.OUT_OF_SCOPE),
        quarantined,
        total(files, Outcome.DEDUPLICATED));
  }

  private static long total(List<ReadFiles<?>> files, Outcome outcome) {
    return files.stream().mapToLong(part -> part.read().records(outcome)).sum();
  }

  private RunLog.Counts counts(List<ReadFiles<?>> files, long kept) {
    return new RunLog.Counts(
        Vintage.sourceVersions(run),
        files.stream().mapToLong(part -> part.read().records()).sum(),
        kept);
  }
}
