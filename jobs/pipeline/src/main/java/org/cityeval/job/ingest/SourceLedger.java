package org.cityeval.job.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.LakeFile;
import org.cityeval.run.Run;
import org.cityeval.table.OpsTables;
import org.cityeval.table.TableJson;
import org.cityeval.warehouse.Slice;
import org.cityeval.warehouse.StoredRow;

/** Remembers in ops.source_file what the files of a run's sources and requests held. */
final class SourceLedger {
  private final Run run;

  SourceLedger(Run run) {
    this.run = run;
  }

  /** What earlier runs found, by source. */
  Map<String, List<ReadPlan.Known>> known() {
    Map<String, List<ReadPlan.Known>> known = new TreeMap<>();
    Set<String> sources =
        Stream.concat(
                run.config().sources().keySet().stream(), run.config().requests().keySet().stream())
            .map(run::sourceId)
            .collect(Collectors.toSet());
    run.warehouse()
        .stored()
        .rows(OpsTables.SOURCE_FILE)
        .whereAny("source_id", sources)
        .list()
        .forEach(
            row ->
                known
                    .computeIfAbsent(row.text("source_id"), source -> new ArrayList<>())
                    .add(known(row)));
    return known;
  }

  private static ReadPlan.Known known(StoredRow row) {
    Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
    TableJson.read(row.text("outcomes"))
        .forEach(
            (reason, records) ->
                byReason.put(Reason.ofCode(reason), ((Number) records).longValue()));
    return new ReadPlan.Known(
        new FileTally(
            row.text("file"),
            row.day("as_of"),
            byReason,
            row.day("first_day"),
            row.day("last_day"),
            ContentHash.parse(row.text("content"))),
        row.count("bytes"),
        row.instant("modified").toEpochMilli(),
        row.text("mapping_hash"));
  }

  /** Writes down what was read; the entries of files that are gone go with them. */
  void write(List<ReadFiles<?>> parts) {
    List<Row> rows = new ArrayList<>();
    List<Slice> slices = new ArrayList<>();
    for (ReadFiles<?> part : parts) {
      List<String> replaced = part.replacedFiles();
      if (replaced.isEmpty()) {
        continue;
      }
      slices.add(Slice.ofFiles(part.sourceId(), replaced));
      Map<String, LakeFile> files = new TreeMap<>();
      part.reading().present().forEach(file -> files.put(file.label(), file));
      for (FileTally tally : part.readTallies()) {
        rows.add(row(part.reading(), files.get(tally.file()), tally));
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
