package org.cityeval.job.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.cityeval.events.EventAggregation;
import org.cityeval.events.EventResult;
import org.cityeval.events.FileCounts;
import org.cityeval.ingest.ContentHash;
import org.cityeval.ingest.FileTally;
import org.cityeval.ingest.Outcome;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.LakeFile;

/**
 * Reads events: once for the values and the tallies, and the files that hold refused events a
 * second time for what they say.
 */
final class EventIngest implements AutoCloseable {
  private final JavaRDD<EventResult> results;
  private final Dataset<Row> values;
  private final Dataset<Row> refused;
  private final List<FileTally> tallies = new ArrayList<>();

  /**
   * Scans the rows of a source.
   *
   * @param present the files the rows stand in, and others
   */
  EventIngest(
      SparkSession spark, EventAggregation events, Dataset<Row> lake, List<LakeFile> present) {
    this.results = events.results(lake).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<FileCounts> files =
          results
              .filter(result -> result instanceof FileCounts)
              .map(result -> (FileCounts) result)
              .collect();
      Map<String, String> labels = new HashMap<>();
      for (LakeFile file : present) {
        labels.put(file.uri(), file.label());
        labels.put(SparkPath.fromPathString(file.uri()).urlEncoded(), file.label());
      }
      files.forEach(file -> tallies.addAll(tallies(file, labels.get(file.path()))));
      this.values = events.values(spark, results);
      this.refused = events.refused(lake, withRefusals(files));
    } catch (Throwable failure) {
      // Spark throws checked exceptions that Scala does not declare.
      close();
      throw failure;
    }
  }

  /**
   * A file of several days of publication is counted with the last of them. The others share its
   * days and its content, so each is replaced with it.
   */
  private static List<FileTally> tallies(FileCounts file, String label) {
    Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
    long records = 0;
    for (Reason reason : Reason.values()) {
      if (file.records(reason) > 0) {
        byReason.put(reason, file.records(reason));
        records += file.records(reason);
      }
    }
    ContentHash content = new ContentHash(records, new BigDecimal(file.hashSum()), file.hashXor());
    LocalDate last = file.asOf().isEmpty() ? null : file.asOf().last();
    List<FileTally> tallies = new ArrayList<>();
    tallies.add(new FileTally(label, last, byReason, file.firstDay(), file.lastDay(), content));
    for (LocalDate asOf : file.asOf()) {
      if (!asOf.equals(last)) {
        tallies.add(new FileTally(label, asOf, Map.of(), file.firstDay(), file.lastDay(), content));
      }
    }
    return tallies;
  }

  private static List<String> withRefusals(List<FileCounts> files) {
    return files.stream()
        .filter(
            file ->
                Arrays.stream(Reason.values())
                    .anyMatch(
                        reason ->
                            reason.outcome() == Outcome.QUARANTINED && file.records(reason) > 0))
        .map(FileCounts::path)
        .sorted()
        .toList();
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
  List<FileTally> tallies() {
    return List.copyOf(tallies);
  }

  @Override
  public void close() {
    results.unpersist();
  }
}
