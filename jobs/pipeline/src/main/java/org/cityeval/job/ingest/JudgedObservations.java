package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cityeval.ingest.Observations;
import org.cityeval.ingest.PartRecords;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.ingest.RegionRecords;
import org.cityeval.place.District;
import org.cityeval.run.Check;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;
import org.cityeval.table.ops.QuarantineTable;
import org.cityeval.warehouse.Slice;

/** Records of the sources of measures, each an observation or refused. */
final class JudgedObservations implements JudgedRecords {
  private final Run run;
  private final ReadObservations read;
  private final List<ReadFiles<SourceReading>> files;
  private final KeptRows distinct;
  private final ContractStep.Judged contract;
  private final RegionRecords regions;
  private final PartRecords parts;

  /**
   * Takes what was found.
   *
   * @param files with duplicates told
   * @param distinct what the judged records rest on; null where nothing was read
   * @param contract the judged records; null where nothing was read
   */
  JudgedObservations(
      Run run,
      List<District> districts,
      ReadObservations read,
      List<ReadFiles<SourceReading>> files,
      KeptRows distinct,
      ContractStep.Judged contract) {
    this.run = run;
    this.read = read;
    this.files = List.copyOf(files);
    this.distinct = distinct;
    this.contract = contract;
    this.regions = new RegionRecords(run.config(), districts);
    this.parts = new PartRecords(run.config(), districts);
  }

  @Override
  public List<ReadFiles<SourceReading>> files() {
    return files;
  }

  @Override
  public Optional<Dataset<Row>> records() {
    return read.isIdle() ? Optional.empty() : Optional.of(byDistrict(read.records()));
  }

  @Override
  public Optional<Dataset<Row>> judged() {
    return Optional.ofNullable(contract).map(judged -> byDistrict(judged.records()));
  }

  private Dataset<Row> byDistrict(Dataset<Row> records) {
    return parts.byWhole(regions.byDistrict(records));
  }

  @Override
  public List<Check> contractChecks() {
    return contract == null ? List.of() : contract.checks();
  }

  @Override
  public long quarantine() {
    if (read.isIdle()) {
      return 0;
    }
    Dataset<Row> refused =
        Concealment.in(
            run,
            Observations.refused(read.neverGood(), contract.records(), run.identity().runId()),
            RecordColumns.RECORD,
            RecordColumns.DETAIL);
    return run.warehouse().replace(QuarantineTable.SPEC, slice(), refused, run.note()).rows()
        + behind();
  }

  /**
   * Events and parts behind values that a contract refuses: one row of quarantine stands for all.
   */
  private long behind() {
    if (!read.holdEvents() && !parts.areThere()) {
      return 0;
    }
    Row more =
        contract
            .records()
            .where(col(RecordColumns.REASON).notEqual(Reason.NONE.code()))
            .agg(functions.sum(col(RecordColumns.RECORDS).minus(1)))
            .head();
    return more.isNullAt(0) ? 0 : more.getLong(0);
  }

  private Slice slice() {
    List<Slice> slices = new ArrayList<>();
    for (ReadFiles<SourceReading> source : files) {
      if (!source.replacedFiles().isEmpty()) {
        slices.add(
            source.areAll()
                ? Slice.ofSource(source.sourceId())
                : Slice.ofFiles(source.sourceId(), source.replacedFiles()));
      }
    }
    return slices.stream().reduce(Slice::or).orElseThrow();
  }

  @Override
  public long commit() {
    return read.isIdle() ? 0 : new ObservationCommit(run, files, regions).write(contract.records());
  }

  @Override
  public void close() {
    if (distinct != null) {
      distinct.close();
    }
  }
}
