package org.cityeval.job;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.source.LakeFile;
import org.cityeval.table.OpsTables;
import org.cityeval.table.Slice;
import org.cityeval.table.TableJson;

/** Remembers in ops.source_file what the files of a run's sources and requests held. */
final class SourceLedger {
  private final Run run;

  SourceLedger(Run run) {
    this.run = run;
  }

  /** What earlier runs found, by source. */
  Map<String, List<ReadPlan.Known>> known() {
    Object[] sources =
        Stream.concat(
                run.config().sources().keySet().stream(), run.config().requests().keySet().stream())
            .map(run::sourceId)
            .toArray();
    Map<String, List<ReadPlan.Known>> known = new TreeMap<>();
    for (Row row :
        run.warehouse()
            .read(OpsTables.SOURCE_FILE)
            .where(col("source_id").isin(sources))
            .collectAsList()) {
      known.computeIfAbsent(row.getAs("source_id"), source -> new ArrayList<>()).add(known(row));
    }
    return known;
  }

  private static ReadPlan.Known known(Row row) {
    Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
    TableJson.read(row.getAs("outcomes"))
        .forEach(
            (reason, records) ->
                byReason.put(
                    Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
                    ((Number) records).longValue()));
    return new ReadPlan.Known(
        new FileTally(
            row.getAs("file"),
            row.getAs("as_of"),
            byReason,
            row.getAs("first_day"),
            row.getAs("last_day"),
            ContentHash.parse(row.getAs("content"))),
        row.<Long>getAs("bytes"),
        row.<Instant>getAs("modified").toEpochMilli(),
        row.getAs("mapping_hash"));
  }

  /** Writes down what was read; the entries of files that are gone go with them. */
  void write(List<Reading> readings) {
    List<Row> rows = new ArrayList<>();
    List<Slice> slices = new ArrayList<>();
    for (Reading reading : readings) {
      List<String> replaced = reading.replacedFiles();
      if (replaced.isEmpty()) {
        continue;
      }
      slices.add(Slice.ofFiles(reading.sourceId(), replaced));
      Map<String, LakeFile> files = new TreeMap<>();
      reading.present().forEach(file -> files.put(file.label(), file));
      for (FileTally tally : reading.readTallies()) {
        rows.add(row(reading, files.get(tally.file()), tally));
      }
    }
    if (!slices.isEmpty()) {
      run.warehouse()
          .replace(
              OpsTables.SOURCE_FILE,
              slices.stream().reduce(Slice::or).orElseThrow(),
              run.warehouse().rows(OpsTables.SOURCE_FILE, rows),
              run.note());
    }
  }

  private Row row(Reading reading, LakeFile file, FileTally tally) {
    Map<String, Long> outcomes = new TreeMap<>();
    tally.byReason().forEach((reason, records) -> outcomes.put(reason.code(), records));
    return RowFactory.create(
        reading.sourceId(),
        tally.file(),
        tally.asOf(),
        file.bytes(),
        Instant.ofEpochMilli(file.modified()),
        reading.mappingHash(tally.file()),
        tally.content().text(),
        tally.records(),
        TableJson.write(outcomes),
        tally.firstDay(),
        tally.lastDay(),
        run.identity().runId());
  }
}
