package org.cityeval.job;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.cityeval.config.SourceConfig;
import org.cityeval.events.EventAggregation;
import org.cityeval.events.EventResult;
import org.cityeval.events.FileTally;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.Reason;
import org.cityeval.ingest.Tally;
import org.cityeval.source.District;
import org.cityeval.source.LakeSource;

/**
 * Reads one source of events: once for the values and the tallies, and the files that hold refused
 * events a second time for what they say.
 */
final class EventIngest implements AutoCloseable {
  private final JavaRDD<EventResult> results;
  private final Dataset<Row> values;
  private final Dataset<Row> refused;
  private final List<FileTally> files;

  /** Scans the source. */
  EventIngest(
      SparkSession spark, String name, String sourceId, SourceConfig source, List<District> known) {
    EventAggregation events = new EventAggregation(sourceId, source, known);
    Dataset<Row> lake = LakeSource.read(spark, "sources." + name, source.location());
    this.results = events.results(lake).persist(StorageLevel.MEMORY_AND_DISK());
    this.files =
        results
            .filter(result -> result instanceof FileTally)
            .map(result -> (FileTally) result)
            .collect();
    this.values = events.values(spark, results);
    this.refused = events.refused(lake, filesWithRefusals());
  }

  private List<String> filesWithRefusals() {
    return files.stream()
        .filter(file -> EventIngest.of(file, Outcome.QUARANTINED) > 0)
        .map(FileTally::path)
        .sorted()
        .toList();
  }

  private static long of(FileTally file, Outcome outcome) {
    long records = 0;
    for (Reason reason : Reason.values()) {
      records += reason.outcome() == outcome ? file.records(reason) : 0;
    }
    return records;
  }

  /** The values per district and day, as good records. */
  Dataset<Row> values() {
    return values;
  }

  /** The refused records. */
  Dataset<Row> refused() {
    return refused;
  }

  /** What each file held. */
  List<FileTally> files() {
    return files;
  }

  /** What all files together held. */
  Tally tally() {
    Map<Reason, Long> records = new EnumMap<>(Reason.class);
    BigInteger hashSum = BigInteger.ZERO;
    long hashXor = 0;
    LocalDate lastDay = null;
    TreeSet<LocalDate> asOf = new TreeSet<>();
    for (FileTally file : files) {
      for (Reason reason : Reason.values()) {
        records.merge(reason, file.records(reason), Long::sum);
      }
      hashSum = hashSum.add(file.hashSum());
      hashXor ^= file.hashXor();
      asOf.addAll(file.asOf());
      LocalDate last = file.lastDay();
      lastDay = lastDay == null || (last != null && last.isAfter(lastDay)) ? last : lastDay;
    }
    return Tally.of(records, hashSum, hashXor, lastDay, asOf);
  }

  @Override
  public void close() {
    results.unpersist();
  }
}
