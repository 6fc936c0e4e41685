package org.cityeval.events;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.MeasureConfig;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.DistrictKeys;
import org.cityeval.lake.LakeSource;
import org.cityeval.place.District;
import org.cityeval.place.DistrictList;
import org.cityeval.testing.TinyLake;

/** The source {@code trips} of a config, with events; districts are A, B and C. */
record TripSource(EvaluationConfig config, SourceConfig source) {
  /**
   * @param lines of the source, besides its shape and its measures
   * @param measures each as it stands below the key
   */
  static TripSource of(Path folder, List<String> lines, String... measures) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "sources:\n",
                "sources:\n  trips:\n    shape: events\n"
                    + indented("    ", lines)
                    + "    measures:\n"
                    + indented("      ", List.of(measures)))
            .configure(
                "panel:",
                """
                baselines:
                  march: {first_day: 2020-03-01, last_day: 2020-03-07, method: mean}
                crosswalks:
                  names: {path: districts.csv, spelling: name, district_id: id}
                panel:""");
    EvaluationConfig config = ConfigLoader.load(lake.config(), Map.of(), List.of());
    return new TripSource(config, config.sources().get("trips"));
  }

  private static String indented(String by, List<String> lines) {
    return String.join("", lines.stream().map(line -> by + line + "\n").toList());
  }

  /** Its only measure. */
  MeasureConfig measure() {
    return source.measures().values().iterator().next();
  }

  Dataset<Row> rows(SparkSession spark) {
    return LakeSource.read(spark, "sources.trips", source.location());
  }

  DistrictKeys keys(SparkSession spark) {
    return new DistrictKeys(spark, config, districts(spark));
  }

  List<District> districts(SparkSession spark) {
    return DistrictList.read(spark, config.districts());
  }
}
