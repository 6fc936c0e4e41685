package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Observations;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.requests.FollowUp;
import org.cityeval.requests.RequestDuplicates;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;
import org.cityeval.table.OpsTables;
import org.cityeval.table.SilverTables;
import org.cityeval.warehouse.Slice;

/**
 * The service requests of a run: registers that changed are read whole, and take the place of what
 * they said before. Without any, no method starts a Spark job.
 */
final class RequestIngest implements AutoCloseable {
  private final Run run;
  private final DistrictKeys keys;
  private final List<RequestReading> readings;
  private KeptRows records;
  private KeptRows judged;

  private RequestIngest(Run run, DistrictKeys keys, List<RequestReading> readings) {
    this.run = run;
    this.keys = keys;
    this.readings = readings;
  }

  /** Plans which registers are read. */
  static RequestIngest plan(
      Run run, Function<String, List<ReadPlan.Known>> known, DistrictKeys keys) {
    return new RequestIngest(
        run,
        keys,
        run.config().requests().keySet().stream()
            .map(name -> RequestReading.of(run, name, known.apply(run.sourceId(name)), keys))
            .toList());
  }

  List<RequestReading> readings() {
    return readings;
  }

  private List<RequestReading> changed() {
    return readings.stream().filter(reading -> !reading.toRead().isEmpty()).toList();
  }

  private boolean isIdle() {
    return changed().isEmpty();
  }

  /** Reads, and lets the registers take note of what was found. */
  void read() {
    if (isIdle()) {
      return;
    }
    records =
        KeptRows.of(
            changed().stream()
                .map(reading -> reading.records(keys))
                .reduce(Dataset::unionByName)
                .orElseThrow());
    Map<String, List<FileTally>> tallies = FileTallies.of(records.rows());
    changed()
        .forEach(
            reading -> reading.foundInstead(tallies.getOrDefault(reading.sourceId(), List.of())));
  }

  /** Tells duplicates, once it is known that every register holds something. */
  void judge() {
    if (isIdle()) {
      return;
    }
    Map<String, LocalDate> defaultAsOf = new TreeMap<>();
    changed().forEach(reading -> defaultAsOf.put(reading.sourceId(), reading.read().defaultAsOf()));
    judged = KeptRows.of(RequestDuplicates.of(records.rows().where(isGood()), defaultAsOf));
    Map<FileTallies.Place, Map<Reason, Long>> duplicates = FileTallies.duplicates(judged.rows());
    changed().forEach(reading -> reading.judged(duplicates));
  }

  private static Column isGood() {
    return col("reason_code").equalTo(Reason.NONE.code());
  }

  /** All records, before duplicates are judged; none where nothing was read. */
  Optional<Dataset<Row>> records() {
    return Optional.ofNullable(records).map(KeptRows::rows);
  }

  /** The good ones of them, after. */
  Optional<Dataset<Row>> judged() {
    return Optional.ofNullable(judged).map(KeptRows::rows);
  }

  /**
   * Writes down what is refused.
   *
   * @return records refused
   */
  long quarantine() {
    return isIdle()
        ? 0
        : run.warehouse()
            .replace(
                OpsTables.QUARANTINE,
                slice(),
                Concealment.in(
                    run,
                    Observations.refused(
                        records.rows().where(col("reason_code").notEqual(Reason.NONE.code())),
                        judged.rows(),
                        run.identity().runId()),
                    "record",
                    "reason"),
                run.note())
            .rows();
  }

  /**
   * Puts the requests in the place of those that the registers held before.
   *
   * @return requests written
   */
  long commit() {
    if (isIdle()) {
      // A lake without requests has the table all the same, empty.
      run.warehouse().ensure(SilverTables.SERVICE_REQUEST);
      return 0;
    }
    Map<String, ZoneId> zones = new TreeMap<>();
    changed().forEach(reading -> zones.put(reading.sourceId(), reading.zone()));
    return run.warehouse()
        .replace(
            SilverTables.SERVICE_REQUEST,
            slice(),
            Observations.versioned(
                FollowUp.of(judged.rows(), zones).where(isGood()),
                ObservationCommit.versions(run, changed())),
            run.note())
        .rows();
  }

  private Slice slice() {
    return changed().stream()
        .map(reading -> Slice.ofSource(reading.sourceId()))
        .reduce(Slice::or)
        .orElseThrow();
  }

  @Override
  public void close() {
    Stream.of(records, judged).filter(Objects::nonNull).forEach(KeptRows::close);
  }
}
