package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.not;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.ingest.Observations;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.requests.FollowUp;
import org.cityeval.run.Check;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.table.silver.ServiceRequestTable;
import org.cityeval.warehouse.Slice;

/**
 * Service requests, each one good or refused; they take the place of what registers said before.
 */
final class JudgedRequests implements JudgedRecords {
  private final Run run;
  private final List<ReadFiles<RequestReading>> files;
  private final Dataset<Row> records;
  private final KeptRows judged;

  /**
   * Takes what was found.
   *
   * @param files with duplicates told
   * @param records all of them; null where nothing was read
   * @param judged the good ones of them; null where nothing was read
   */
  JudgedRequests(
      Run run, List<ReadFiles<RequestReading>> files, Dataset<Row> records, KeptRows judged) {
    this.run = run;
    this.files = List.copyOf(files);
    this.records = records;
    this.judged = judged;
  }

  @Override
  public List<ReadFiles<RequestReading>> files() {
    return files;
  }

  private List<ReadFiles<RequestReading>> changed() {
    return files.stream().filter(register -> !register.areUnchanged()).toList();
  }

  @Override
  public Optional<Dataset<Row>> records() {
    return Optional.ofNullable(records);
  }

  @Override
  public Optional<Dataset<Row>> judged() {
    return Optional.ofNullable(judged).map(KeptRows::rows);
  }

  /** Registers have no contracts. */
  @Override
  public List<Check> contractChecks() {
    return List.of();
  }

  @Override
  public long quarantine() {
    return records == null
        ? 0
        : run.warehouse()
            .replace(
                QuarantineTable.SPEC,
                slice(),
                Concealment.in(
                    run,
                    Observations.refused(
                        records.where(not(ReadRequests.isGood())),
                        judged.rows(),
                        run.identity().runId()),
                    RecordColumns.RECORD,
                    RecordColumns.DETAIL),
                run.note())
            .rows();
  }

  @Override
  public long commit() {
    if (records == null) {
      // A lake without requests has the table all the same, empty.
      run.warehouse().ensure(ServiceRequestTable.SPEC);
      return 0;
    }
    Map<String, ZoneId> zones = new TreeMap<>();
    changed().forEach(register -> zones.put(register.sourceId(), register.reading().zone()));
    return run.warehouse()
        .replace(
            ServiceRequestTable.SPEC,
            slice(),
            Observations.versioned(
                FollowUp.follow(judged.rows(), zones).where(ReadRequests.isGood()),
                ObservationCommit.versions(changed())),
            run.note())
        .rows();
  }

  private Slice slice() {
    return changed().stream()
        .map(register -> Slice.ofSource(register.sourceId()))
        .reduce(Slice::or)
        .orElseThrow();
  }

  @Override
  public void close() {
    if (judged != null) {
      judged.close();
    }
  }
}
