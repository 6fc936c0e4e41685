package org.cityeval.bench.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.events.DistrictDayValue;
import org.cityeval.events.EventAggregation;
import org.cityeval.events.EventResult;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.District;
import org.cityeval.place.DistrictList;

/**
 * The product's own path, as an ingest takes it, tallies and content hash of each file included.
 */
final class CityEvalContender implements Contender {
  private final SparkSession spark;
  private final SourceConfig source;
  private final DistrictKeys keys;
  private final List<District> districts;

  /** Starts Spark and reads config and list of districts, as every run does before it ingests. */
  CityEvalContender(int cores, Path lake) throws IOException {
    this.spark = Sessions.local(cores);
    EvaluationConfig config = config(lake);
    this.source = config.sources().get("trips");
    this.districts = DistrictList.read(spark, config.districts());
    this.keys = new DistrictKeys(spark, config, districts);
  }

  @Override
  public List<DistrictDay> answer() {
    EventAggregation events = new EventAggregation("bench/trips", source, keys, districts);
    Map<String, Map<String, Double>> cells = new HashMap<>();
    for (EventResult result :
        events.results(LakeSource.read(spark, "trips", source.location())).collect()) {
      if (result instanceof DistrictDayValue value) {
        cells
            .computeIfAbsent(value.districtId() + "," + value.date(), cell -> new HashMap<>())
            .put(value.measure(), value.value());
      }
    }
    return cells.entrySet().stream().map(cell -> row(cell.getKey(), cell.getValue())).toList();
  }

  private static DistrictDay row(String cell, Map<String, Double> values) {
    int comma = cell.indexOf(',');
    return new DistrictDay(
        Integer.parseInt(cell.substring(0, comma)),
        cell.substring(comma + 1),
        values.get("mobility_activity_change").longValue(),
        values.get("mobility_retail_change").longValue(),
        values.get("enterprise_spending_change"),
        values.get("mobility_distance_change"),
        values.get("enterprise_revenue_change"));
  }

  private static EvaluationConfig config(Path lake) throws IOException {
    Path file = Files.createTempFile("cityeval-bench", ".yaml");
    try {
      Files.writeString(
          file,
          String.format(
              Locale.ROOT,
              """
              evaluation: {id: bench, title: Benchmark, first_day: 2020-01-06, last_day: 2021-12-31}
              districts:
                path: %s
                code_system: synthetic
                columns: {district_id: district_id, district_name: name, city_id: city, city_name: city}
              sources:
                trips:
                  path: %s
                  format: parquet
                  shape: events
                  district: district
                  date: started_at
                  time_zone: Asia/Shanghai
                  measures:
                    mobility_activity_change: {value: "1", kind: level, baseline: january, aggregate: count}
                    mobility_retail_change: {value: device, kind: level, baseline: january, aggregate: distinct}
                    enterprise_spending_change: {value: meters, kind: level, baseline: january, aggregate: sum}
                    mobility_distance_change: {value: meters, kind: level, baseline: january, aggregate: mean}
                    enterprise_revenue_change: {value: paid_by_card, kind: level, baseline: january, aggregate: share}
              baselines:
                january: {first_day: 2020-01-06, last_day: 2020-01-26, method: weekday_median}
              panel: {mobility: [mobility_activity_change], enterprise: [enterprise_spending_change]}
              """,
              lake.resolve(EventLake.DISTRICTS).toAbsolutePath(),
              lake.resolve(EventLake.TRIPS).toAbsolutePath()));
      return ConfigLoader.load(file, Map.of(), List.of());
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void close() {
    spark.stop();
  }
}
