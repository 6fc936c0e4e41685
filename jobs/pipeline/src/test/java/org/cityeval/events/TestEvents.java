package org.cityeval.events;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.ingest.Reason;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.District;
import org.cityeval.place.DistrictList;
import org.cityeval.table.ops.QuarantineTable;

/** The events of one source of a config, aggregated. */
final class TestEvents {
  private final EventAggregation aggregation;
  private final Dataset<Row> lake;
  private final List<EventResult> results;

  private TestEvents(EventAggregation aggregation, Dataset<Row> lake) {
    this.aggregation = aggregation;
    this.lake = lake;
    JavaRDD<EventResult> found = aggregation.results(lake);
    this.results = found.collect();
  }

  static TestEvents read(SparkSession spark, Path config, String source) {
    EvaluationConfig evaluation = ConfigLoader.load(config, Map.of(), List.of());
    List<District> districts = DistrictList.read(spark, evaluation.districts());
    SourceConfig events = evaluation.sources().get(source);
    return new TestEvents(
        new EventAggregation(
            "test/" + source, events, new DistrictKeys(spark, evaluation, districts), districts),
        LakeSource.read(spark, source, events.location()));
  }

  /** Values by "district day measure". */
  Map<String, Double> values() {
    Map<String, Double> values = new TreeMap<>();
    results.forEach(
        result -> {
          if (result instanceof DistrictDayValue value) {
            values.put(
                value.districtId() + " " + value.date() + " " + value.measure(), value.value());
          }
        });
    return values;
  }

  List<FileCounts> files() {
    List<FileCounts> files = new ArrayList<>();
    results.forEach(
        result -> {
          if (result instanceof FileCounts file) {
            files.add(file);
          }
        });
    return files;
  }

  /** Records of all files by reason, those without left out. */
  Map<Reason, Long> records() {
    Map<Reason, Long> records = new TreeMap<>();
    for (FileCounts file : files()) {
      for (Reason reason : Reason.values()) {
        if (file.records(reason) > 0) {
          records.merge(reason, file.records(reason), Long::sum);
        }
      }
    }
    return records;
  }

  /** What tells the content of all files. */
  String content() {
    BigInteger sum =
        files().stream().map(FileCounts::hashSum).reduce(BigInteger.ZERO, BigInteger::add);
    return sum + " " + files().stream().mapToLong(FileCounts::hashXor).reduce(0, (a, b) -> a ^ b);
  }

  /** Refused records by reason code, read again from the files. */
  Map<String, Long> refused() {
    List<String> names = files().stream().map(FileCounts::path).toList();
    return aggregation.refused(lake, names).collectAsList().stream()
        .collect(
            Collectors.groupingBy(
                row -> QuarantineTable.REASON_CODE.of(row), TreeMap::new, Collectors.counting()));
  }
}
