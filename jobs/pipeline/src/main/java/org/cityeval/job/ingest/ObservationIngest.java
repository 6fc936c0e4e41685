package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.Observations;
import org.cityeval.ingest.PartRecords;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RegionRecords;
import org.cityeval.place.District;
import org.cityeval.run.Check;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;
import org.cityeval.table.OpsTables;
import org.cityeval.warehouse.Slice;

/** The sources of measures of a run: their records become observations, or are refused. */
final class ObservationIngest implements AutoCloseable {
  private final Run run;
  private final List<SourceReading> readings;
  private final List<District> districts;
  private final RegionRecords regions;
  private final PartRecords parts;
  private final LakeReading lake;
  private KeptRows distinct;
  private ContractStep.Judged contract;

  ObservationIngest(
      Run run, List<SourceReading> readings, DistrictKeys keys, List<District> districts) {
    this.run = run;
    this.readings = readings;
    this.districts = districts;
    this.regions = new RegionRecords(run.config(), districts);
    this.parts = new PartRecords(run.config(), districts);
    this.lake = new LakeReading(run, keys, districts);
  }

  private boolean isIdle() {
    return readings.stream().allMatch(reading -> reading.toRead().isEmpty());
  }

  /** Reads, and lets the sources take note of what was found. */
  void read() {
    if (!isIdle()) {
      readings.forEach(SourceReading::somethingIsRead);
      run.warehouse().now("reads the sources");
      lake.read(readings);
    }
  }

  /** Tells duplicates, and holds the contracts against what is left. */
  void judge() {
    if (isIdle()) {
      return;
    }
    run.warehouse().now("finds duplicates, holds contracts against series");
    distinct = KeptRows.of(lake.distinct());
    contract = new ContractStep(run, districts).judge(lake.records(), distinct.rows(), readings);
    Map<FileTallies.Place, Map<Reason, Long>> duplicates =
        FileTallies.duplicates(contract.records());
    readings.forEach(reading -> reading.judged(duplicates));
  }

  /** All records of rows by district, before duplicates are judged; none where nothing was read. */
  Optional<Dataset<Row>> records() {
    return isIdle()
        ? Optional.empty()
        : Optional.of(parts.byWhole(regions.byDistrict(lake.records())));
  }

  /** The good records by district, and values of events, after. */
  Optional<Dataset<Row>> judged() {
    return Optional.ofNullable(contract)
        .map(judged -> parts.byWhole(regions.byDistrict(judged.records())));
  }

  /** What the contracts say. */
  List<Check> contractChecks() {
    return contract == null ? List.of() : contract.checks();
  }

  /**
   * Writes down what is refused.
   *
   * @return records refused
   */
  long quarantine() {
    if (isIdle()) {
      return 0;
    }
    Dataset<Row> refused =
        Concealment.in(
            run,
            Observations.refused(lake.neverGood(), contract.records(), run.identity().runId()),
            "record",
            "reason");
    return run.warehouse().replace(OpsTables.QUARANTINE, slice(), refused, run.note()).rows()
        + behind();
  }

  /**
   * Events and parts behind values that a contract refuses: one row of quarantine stands for all.
   */
  private long behind() {
    if (!lake.holdsEvents() && !parts.areThere()) {
      return 0;
    }
    Row more =
        contract
            .records()
            .where(col("reason_code").notEqual(Reason.NONE.code()))
            .agg(functions.sum(col("records").minus(1)))
            .head();
    return more.isNullAt(0) ? 0 : more.getLong(0);
  }

  private Slice slice() {
    List<Slice> slices = new ArrayList<>();
    for (SourceReading reading : readings) {
      if (!reading.replacedFiles().isEmpty()) {
        slices.add(
            reading.readsAll()
                ? Slice.ofSource(reading.sourceId())
                : Slice.ofFiles(reading.sourceId(), reading.replacedFiles()));
      }
    }
    return slices.stream().reduce(Slice::or).orElseThrow();
  }

  /**
   * Puts the observations in the place of those that the files read stood for.
   *
   * @return records behind the observations written
   */
  long commit() {
    return isIdle() ? 0 : new ObservationCommit(run, readings, regions).write(contract.records());
  }

  @Override
  public void close() {
    if (distinct != null) {
      distinct.close();
    }
    lake.close();
  }
}
