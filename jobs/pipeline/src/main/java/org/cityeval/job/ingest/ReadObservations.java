package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.ingest.Deduplication;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.PartRecords;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.place.District;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;

/** Records of the sources of measures as they were read, and the values of events. */
final class ReadObservations implements ReadRecords {
  private final Run run;
  private final List<District> districts;
  private final List<ReadFiles<SourceReading>> files;
  private final List<KeptRows> records;
  private final List<EventIngest> events;

  ReadObservations(
      Run run,
      List<District> districts,
      List<ReadFiles<SourceReading>> files,
      List<KeptRows> records,
      List<EventIngest> events) {
    this.run = run;
    this.districts = districts;
    this.files = List.copyOf(files);
    this.records = List.copyOf(records);
    this.events = List.copyOf(events);
  }

  @Override
  public List<ReadFiles<SourceReading>> files() {
    return files;
  }

  /** Whether no source is to be read. */
  boolean isIdle() {
    return files.stream().allMatch(ReadFiles::areUnchanged);
  }

  /** Tells duplicates, and holds the contracts against what is left. */
  @Override
  public JudgedObservations judge() {
    if (isIdle()) {
      return new JudgedObservations(run, districts, this, files, null, null);
    }
    run.warehouse().now("finds duplicates, holds contracts against series");
    return KeptRows.handOver(distinct(), this::judged);
  }

  private JudgedObservations judged(KeptRows distinct) {
    ContractStep.Judged contract =
        new ContractStep(run, districts).judge(records(), distinct.rows(), files);
    Map<FileTallies.Place, Map<Reason, Long>> duplicates =
        FileTallies.duplicates(contract.records());
    return new JudgedObservations(
        run,
        districts,
        this,
        files.stream().map(source -> source.judged(duplicates)).toList(),
        distinct,
        contract);
  }

  /** All records of rows. */
  Dataset<Row> records() {
    return records.stream()
        .map(KeptRows::rows)
        .reduce(Dataset::unionByName)
        .orElseGet(() -> ofNoColumns(events.get(0).values()).where(lit(false)));
  }

  /**
   * Good records, those of parts put together, with the reason set on duplicates and on parts that
   * stand alone, and the values of events.
   */
  private Dataset<Row> distinct() {
    Dataset<Row> distinct =
        Deduplication.judge(records().where(col(RecordColumns.REASON).equalTo(Reason.NONE.code())));
    for (EventIngest read : events) {
      distinct = distinct.unionByName(ofNoColumns(read.values()));
    }
    return new PartRecords(run.config(), districts).together(distinct);
  }

  /** Records that are not good by themselves, and refused events. */
  Dataset<Row> neverGood() {
    Dataset<Row> never = records().where(col(RecordColumns.REASON).notEqual(Reason.NONE.code()));
    for (EventIngest read : events) {
      never = never.unionByName(ofNoColumns(read.refused()));
    }
    return never
        .withColumn(RecordColumns.JOINED, lit(null).cast(DataTypes.StringType))
        .drop(RecordColumns.COLUMN, RecordColumns.COLUMNS);
  }

  /** Events have no columns that are parts of a district. */
  private static Dataset<Row> ofNoColumns(Dataset<Row> events) {
    return events
        .withColumn(RecordColumns.COLUMN, lit(null).cast(DataTypes.StringType))
        .withColumn(RecordColumns.COLUMNS, lit(1));
  }

  boolean holdEvents() {
    return !events.isEmpty();
  }

  @Override
  public void close() {
    records.forEach(KeptRows::close);
    events.forEach(EventIngest::close);
  }
}
