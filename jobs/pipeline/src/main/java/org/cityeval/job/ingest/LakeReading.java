package org.cityeval.job.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.cityeval.config.lake.Mapping;
import org.cityeval.events.EventAggregation;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.FileTallies;
import org.cityeval.ingest.FileTally;
import org.cityeval.place.District;
import org.cityeval.run.KeptRows;
import org.cityeval.run.Run;

/** Reads the sources of measures: the records of rows, and the values that events add up to. */
final class LakeReading {
  private final Run run;
  private final DistrictKeys keys;
  private final List<District> districts;
  private final List<KeptRows> records = new ArrayList<>();
  private final List<EventIngest> events = new ArrayList<>();

  private LakeReading(Run run, DistrictKeys keys, List<District> districts) {
    this.run = run;
    this.keys = keys;
    this.districts = districts;
  }

  /** Reads what the sources plan to read, and what that brings with it. */
  static ReadObservations read(
      Run run, List<SourceReading> sources, DistrictKeys keys, List<District> districts) {
    LakeReading reading = new LakeReading(run, keys, districts);
    try {
      return new ReadObservations(
          run, districts, reading.files(sources), reading.records, reading.events);
    } catch (Throwable failure) {
      // Spark throws checked exceptions that Scala does not declare.
      reading.records.forEach(KeptRows::close);
      reading.events.forEach(EventIngest::close);
      throw failure;
    }
  }

  private List<ReadFiles<SourceReading>> files(List<SourceReading> sources) {
    Map<String, ReadFiles<SourceReading>> files = new LinkedHashMap<>();
    boolean isIdle = sources.stream().allMatch(Reading::isUnchanged);
    if (!isIdle) {
      run.warehouse().now("reads the sources");
    }
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    for (SourceReading source : sources) {
      // What a contract says of the whole is asked of the whole, once anything is read.
      boolean isWhole = !isIdle && source.config().contract().isAboutTheWhole();
      ReadFiles<SourceReading> planned = ReadFiles.planned(source);
      planned = isWhole ? planned.ofAll() : planned;
      boolean areEvents = source.config().mapping().shape() == Mapping.Shape.EVENTS;
      files.put(source.name(), areEvents && !planned.areUnchanged() ? scanned(planned) : planned);
      if (!areEvents) {
        rows.put(source.name(), planned.toRead());
      }
    }
    readRows(files, rows);
    return sources.stream().map(source -> files.get(source.name())).toList();
  }

  /** Days are added up over all their files: companions make the scan begin anew. */
  private ReadFiles<SourceReading> scanned(ReadFiles<SourceReading> planned) {
    Reading.Opened opened = planned.reading().open(planned.toRead());
    EventIngest scan = scan(planned.reading(), opened);
    ReadFiles<SourceReading> wider = planned.found(opened, scan.tallies()).withCompanions();
    if (wider.toRead().equals(planned.toRead())) {
      return wider;
    }
    events.remove(scan);
    scan.close();
    Reading.Opened all = wider.reading().open(wider.toRead());
    return wider.foundInAll(all, scan(wider.reading(), all).tallies());
  }

  /** Scans events; they are held from then on, so that they are let go whatever fails. */
  private EventIngest scan(SourceReading source, Reading.Opened opened) {
    EventAggregation aggregation =
        new EventAggregation(source.sourceId(), source.config(), keys, districts);
    EventIngest scan = new EventIngest(run.spark(), aggregation, opened.rows(), source.present());
    events.add(scan);
    return scan;
  }

  /** Reads the records of some files of each source, then those of files that share their days. */
  private void readRows(
      Map<String, ReadFiles<SourceReading>> files, Map<String, Set<String>> chosen) {
    Map<String, Reading.Opened> opened = new LinkedHashMap<>();
    chosen.forEach(
        (name, labels) -> {
          if (!labels.isEmpty()) {
            opened.put(name, files.get(name).reading().records(labels, keys));
          }
        });
    if (opened.isEmpty()) {
      return;
    }
    KeptRows read =
        KeptRows.of(
            opened.values().stream()
                .map(Reading.Opened::rows)
                .reduce(Dataset::unionByName)
                .orElseThrow());
    records.add(read);
    Map<String, List<FileTally>> tallies = FileTallies.bySource(read.rows());
    Map<String, Set<String>> companions = new LinkedHashMap<>();
    opened.forEach(
        (name, of) -> {
          ReadFiles<SourceReading> before = files.get(name);
          ReadFiles<SourceReading> now =
              before.found(of, tallies.getOrDefault(before.sourceId(), List.of())).withCompanions();
          files.put(name, now);
          Set<String> more = new TreeSet<>(now.toRead());
          more.removeAll(before.toRead());
          companions.put(name, more);
        });
    readRows(files, companions);
  }
}
