package org.cityeval.job.ingest;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.RecordColumns;
import org.cityeval.requests.RequestDuplicates;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;

/**
 * Service requests as they were read: registers that changed, each of them whole. Without any,
 * nothing starts a Spark job.
 */
final class ReadRequests implements ReadRecords {
  private final Run run;
  private final List<ReadFiles<RequestReading>> files;
  private final KeptRows records;

  private ReadRequests(Run run, List<ReadFiles<RequestReading>> files, KeptRows records) {
    this.run = run;
    this.files = List.copyOf(files);
    this.records = records;
  }

  /** Reads the registers that changed. */
  static ReadRequests read(Run run, List<RequestReading> registers, DistrictKeys keys) {
    Map<String, Reading.Opened> opened = new LinkedHashMap<>();
    for (RequestReading register : registers) {
      if (!register.isUnchanged()) {
        opened.put(register.name(), register.records(keys));
      }
    }
    if (opened.isEmpty()) {
      return new ReadRequests(run, registers.stream().map(ReadFiles::planned).toList(), null);
    }
    return KeptRows.handOver(
        opened.values().stream()
            .map(Reading.Opened::rows)
            .reduce(Dataset::unionByName)
            .orElseThrow(),
        records -> new ReadRequests(run, found(registers, opened, records.rows()), records));
  }

  /** What the files of the registers hold. */
  private static List<ReadFiles<RequestReading>> found(
      List<RequestReading> registers, Map<String, Reading.Opened> opened, Dataset<Row> records) {
    Map<String, List<FileTally>> tallies = FileTallies.bySource(records);
    return registers.stream()
        .map(
            register -> {
              Reading.Opened of = opened.get(register.name());
              ReadFiles<RequestReading> planned = ReadFiles.planned(register);
              return of == null
                  ? planned
                  : planned.found(of, tallies.getOrDefault(register.sourceId(), List.of()));
            })
        .toList();
  }

  @Override
  public List<ReadFiles<RequestReading>> files() {
    return files;
  }

  /** Tells duplicates, once it is known that every register holds something. */
  @Override
  public JudgedRequests judge() {
    if (records == null) {
      return new JudgedRequests(run, files, null, null);
    }
    Map<String, LocalDate> defaultAsOf = new TreeMap<>();
    files.stream()
        .filter(register -> !register.areUnchanged())
        .forEach(register -> defaultAsOf.put(register.sourceId(), register.read().defaultAsOf()));
    return KeptRows.handOver(
        RequestDuplicates.judge(records.rows().where(isGood()), defaultAsOf), this::judged);
  }

  private JudgedRequests judged(KeptRows judged) {
    Map<FileTallies.Place, Map<Reason, Long>> duplicates = FileTallies.duplicates(judged.rows());
    return new JudgedRequests(
        run,
        files.stream().map(register -> register.judged(duplicates)).toList(),
        records.rows(),
        judged);
  }

  static Column isGood() {
    return col(RecordColumns.REASON).equalTo(Reason.NONE.code());
  }

  @Override
  public void close() {
    if (records != null) {
      records.close();
    }
  }
}
