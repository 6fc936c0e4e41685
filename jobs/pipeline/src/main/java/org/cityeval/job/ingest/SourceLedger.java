package org.cityeval.job.ingest;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.RUN_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;

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
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.LakeFile;
import org.cityeval.run.Run;
import org.cityeval.table.ops.SourceFileTable;
import org.cityeval.table.spec.TableJson;
import org.cityeval.table.spec.TableRow;
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
        .rows(SourceFileTable.SPEC)
        .whereAny(SOURCE_ID, sources)
        .list()
        .forEach(
            row ->
                known
                    .computeIfAbsent(row.get(SOURCE_ID), source -> new ArrayList<>())
                    .add(known(row)));
    return known;
  }

  private static ReadPlan.Known known(StoredRow row) {
    Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
    TableJson.read(row.get(SourceFileTable.OUTCOMES))
        .forEach(
            (reason, records) ->
                byReason.put(Reason.ofCode(reason), ((Number) records).longValue()));
    return new ReadPlan.Known(
        new FileTally(
            row.get(SourceFileTable.FILE),
            row.get(AS_OF),
            byReason,
            row.get(SourceFileTable.FIRST_DAY),
            row.get(SourceFileTable.LAST_DAY),
            ContentHash.parse(row.get(SourceFileTable.CONTENT))),
        row.get(SourceFileTable.BYTES),
        row.get(SourceFileTable.MODIFIED).toEpochMilli(),
        row.get(SourceFileTable.MAPPING_HASH));
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
              SourceFileTable.SPEC,
              slices.stream().reduce(Slice::or).orElseThrow(),
              run.warehouse().rows(SourceFileTable.SPEC, rows),
              run.note());
    }
  }

  private Row row(Reading reading, LakeFile file, FileTally tally) {
    Map<String, Long> outcomes = new TreeMap<>();
    tally.byReason().forEach((reason, records) -> outcomes.put(reason.code(), records));
    return new TableRow(SourceFileTable.SPEC)
        .set(SOURCE_ID, reading.sourceId())
        .set(SourceFileTable.FILE, tally.file())
        .set(AS_OF, tally.asOf())
        .set(SourceFileTable.BYTES, file.bytes())
        .set(SourceFileTable.MODIFIED, Instant.ofEpochMilli(file.modified()))
        .set(SourceFileTable.MAPPING_HASH, reading.mappingHash(tally.file()))
        .set(SourceFileTable.CONTENT, tally.content().text())
        .set(SourceFileTable.RECORDS, tally.records())
        .set(SourceFileTable.OUTCOMES, TableJson.write(outcomes))
        .set(SourceFileTable.FIRST_DAY, tally.firstDay())
        .set(SourceFileTable.LAST_DAY, tally.lastDay())
        .set(RUN_ID, run.identity().runId())
        .row();
  }
}
