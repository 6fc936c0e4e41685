package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.config.lake.Mapping;
import org.cityeval.events.EventAggregation;
import org.cityeval.ingest.Deduplication;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.PartRecords;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.place.District;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;

/** What a run reads of the lake: the records of rows, and the values that events add up to. */
final class LakeReading implements AutoCloseable {
  private final Run run;
  private final DistrictKeys keys;
  private final List<District> districts;
  private final List<KeptRows> records = new ArrayList<>();
  private final List<EventIngest> events = new ArrayList<>();

  LakeReading(Run run, DistrictKeys keys, List<District> districts) {
    this.run = run;
    this.keys = keys;
    this.districts = districts;
  }

  /**
   * Reads what the sources plan to read, and what that brings with it; the sources take note of
   * what was found.
   */
  void read(List<SourceReading> readings) {
    List<SourceReading> rows = new ArrayList<>();
    for (SourceReading reading : readings) {
      if (reading.config().mapping().shape() != Mapping.Shape.EVENTS) {
        rows.add(reading);
      } else if (!reading.toRead().isEmpty()) {
        events.add(scan(reading));
      }
    }
    Map<String, Set<String>> files = new TreeMap<>();
    rows.forEach(reading -> files.put(reading.name(), reading.toRead()));
    readRows(rows, files);
  }

  /** Days are added up over all their files: companions make the scan begin anew. */
  private EventIngest scan(SourceReading reading) {
    EventAggregation aggregation =
        new EventAggregation(reading.sourceId(), reading.config(), keys, districts);
    EventIngest scan =
        new EventIngest(
            run.spark(), aggregation, reading.lake(reading.toRead()), reading.present());
    if (reading.found(scan.tallies()).isEmpty()) {
      return scan;
    }
    scan.close();
    EventIngest whole =
        new EventIngest(
            run.spark(), aggregation, reading.lake(reading.toRead()), reading.present());
    reading.foundInstead(whole.tallies());
    return whole;
  }

  private void readRows(List<SourceReading> readings, Map<String, Set<String>> files) {
    List<Dataset<Row>> all = new ArrayList<>();
    for (SourceReading reading : readings) {
      Set<String> chosen = files.get(reading.name());
      if (!chosen.isEmpty()) {
        all.add(reading.records(chosen, keys));
      }
    }
    if (all.isEmpty()) {
      return;
    }
    KeptRows read = KeptRows.of(all.stream().reduce(Dataset::unionByName).orElseThrow());
    records.add(read);
    Map<String, List<FileTally>> tallies = FileTallies.of(read.rows());
    Map<String, Set<String>> companions = new TreeMap<>();
    for (SourceReading reading : readings) {
      companions.put(
          reading.name(), reading.found(tallies.getOrDefault(reading.sourceId(), List.of())));
    }
    readRows(readings, companions);
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
  Dataset<Row> distinct() {
    Dataset<Row> distinct =
        Deduplication.of(records().where(col("reason_code").equalTo(Reason.NONE.code())));
    for (EventIngest read : events) {
      distinct = distinct.unionByName(ofNoColumns(read.values()));
    }
    return new PartRecords(run.config(), districts).together(distinct);
  }

  /** Records that are not good by themselves, and refused events. */
  Dataset<Row> neverGood() {
    Dataset<Row> never = records().where(col("reason_code").notEqual(Reason.NONE.code()));
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

  boolean holdsEvents() {
    return !events.isEmpty();
  }

  @Override
  public void close() {
    records.forEach(KeptRows::close);
    events.forEach(EventIngest::close);
  }
}
